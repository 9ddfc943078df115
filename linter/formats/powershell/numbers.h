// Number literals of PowerShell: `25`, `0x19`, `1.5MB`, `1e2`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace connlint {

/// The value of a number literal in digits (`10MB` is `10485760`, `0x19` is `25`, `1e2` is `100`,
/// `0xFFFFFFFF` is `-1`), or nothing where `text` as a whole is none or its value is beyond what
/// connlint counts with (about_Numeric_Literals).
std::optional<std::string> script_number(std::string_view text);

/// How many bytes at the beginning of `text` are a number literal without a sign; 0 where there is
/// none.
std::size_t script_number_length(std::string_view text);

}  // namespace connlint
