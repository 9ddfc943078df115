// Values that are several words of one enumeration, as the cmdlets print them: `Tls, Integrated`.
#pragma once

#include <string_view>

namespace connlint {

/// Whether `flag` is one of the words of `value`, which commas separate, without regard to case.
bool has_flag(std::string_view value, std::string_view flag);
/// Whether `value` names a word at all other than `except` (without regard to case).
bool has_other_flag(std::string_view value, std::string_view except);

}  // namespace connlint
