// Whether a cached-mode Outlook sends to an address at all, before any routing (KB 959956).
#pragma once

#include <string_view>

#include "linter/model/organization.h"
#include "linter/routing/route.h"

namespace connlint {

/// The client's answer for a recipient of the type at a mailbox of the server. A list is stale
/// where the store was started before every connector that feeds the type was changed; that decides
/// only where all of these times are known.
Gate gate_of_server(const Organization& organization, const Server& server, std::string_view type);

/// The client's answer at a place: that of the strictest mailbox server there, which the reason
/// names where there are several.
Gate gate_of(const Organization& organization, Place place, std::string_view type, Client client);

}  // namespace connlint
