// An address that stands for all that an address space takes and no closer one does. Internal to
// routing.
#pragma once

#include <optional>

#include "linter/routing/address/address.h"
#include "linter/routing/address/space_index.h"

namespace connlint {

/// An address that the space takes and, if one could be made, no closer space of the index; nothing
/// where the space takes no address.
std::optional<Address> representative(const SpaceIndex& spaces, const SpacePattern& pattern);

}  // namespace connlint
