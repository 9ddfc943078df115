// The options of `connlint rules`.
#pragma once

namespace connlint {

struct RulesOptions {
  enum class Format { text, json, markdown } format = Format::text;
};

}  // namespace connlint
