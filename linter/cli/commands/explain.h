// The options of `connlint explain`.
#pragma once

#include <string>

namespace connlint {

struct ExplainOptions {
  /// A code, a name or a topic.
  std::string word;
};

}  // namespace connlint
