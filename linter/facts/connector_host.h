// Which servers a connector sends from.
// Knows model types only.
#pragma once

#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// The servers of a connector that the inputs hold: its source servers; where it names none, the
/// server of its home MTA (event 5014).
std::vector<ServerId> hosting_servers(const Connector& connector);

/// Whether one of the servers of a connector is of that product.
bool is_hosted_on(const Organization& organization, const Connector& connector,
                  Generation generation);

/// Whether the inputs hold a server of that product, or of one before it.
bool holds_server_up_to(const Organization& organization, Generation generation);

}  // namespace connlint
