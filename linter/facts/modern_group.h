// The routing group and the administrative group of Exchange 2007 and later under other names.
// Knows model types only.
#pragma once

#include <optional>
#include <string_view>

#include "linter/model/organization.h"

namespace connlint {

/// The administrative group that all servers of Exchange 2007 and later share is known by this part
/// of its name, which stays the same in every language (ExBPA 56c3a9d0).
inline constexpr std::string_view kModernAdministrativeGroupMark = "FYDIBOHF23SPDLT";

/// The routing group that is probably that of Exchange 2007 and was renamed: the inputs hold none
/// with its name, and all servers of 2007 and later whose group is known are in this one, without
/// any older server.
std::optional<RoutingGroupId> renamed_modern_group(const Organization& organization);

}  // namespace connlint
