#include "linter/model/flags.h"

#include <algorithm>

#include "linter/support/text.h"

namespace connlint {

bool has_flag(std::string_view value, std::string_view flag) {
  return std::ranges::any_of(split(value, ','), [flag](std::string_view word) {
    return equals_ignoring_case(trim(word), flag);
  });
}

bool has_other_flag(std::string_view value, std::string_view except) {
  return std::ranges::any_of(split(value, ','), [except](std::string_view word) {
    return !trim(word).empty() && !equals_ignoring_case(trim(word), except);
  });
}

}  // namespace connlint
