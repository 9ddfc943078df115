// Time spans as the cmdlets print and take them: `00:10:00`, `1.00:00:00`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace connlint {

/// The seconds that `[-][days.]hours:minutes:seconds[.fraction]` means, the fraction left out, or
/// nothing where it is none.
std::optional<std::int64_t> parse_duration(std::string_view text);

}  // namespace connlint
