// Number literals of PowerShell: `25`, `0x19`, `1.5MB`, `1e2`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace connlint {

/// The value of a number literal in digits (`10MB` is `10485760`, `0x19` is `25`, `1e2` is `100`),
/// or nothing where `text` as a whole is none (about_Numeric_Literals).
std::optional<std::string> script_number(std::string_view text);

}  // namespace connlint
