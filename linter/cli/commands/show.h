// The options of `connlint show`.
#pragma once

#include "linter/cli/input_options.h"

namespace connlint {

struct ShowOptions {
  InputOptions inputs;
  enum class Format { yaml, json } format = Format::yaml;
};

}  // namespace connlint
