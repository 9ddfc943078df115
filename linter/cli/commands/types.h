// The options of `connlint types`.
#pragma once

#include <string>

#include "linter/cli/input_options.h"

namespace connlint {

struct TypesOptions {
  InputOptions inputs;
  /// A registry file, or empty.
  std::string client_registry;
  bool json = false;
};

}  // namespace connlint
