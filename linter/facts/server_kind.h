// What kind of server a server is where its version or roles are not stated in so many words.
// Knows model types only.
#pragma once

#include "linter/model/organization.h"

namespace connlint {

/// Whether a server is of Exchange 2007 or later: by its version; where that is unknown, since it
/// is in their routing group (ExBPA 56c3a9d0) or has roles, which older versions do not know.
bool counts_as_modern(const Organization& organization, const Server& server);
/// Whether a server is of Exchange 2000/2003 or 5.5: by its version; where that is unknown, since
/// it is in another routing group and has no roles.
bool counts_as_legacy(const Organization& organization, const Server& server);

/// Whether any server of Exchange 2007 or later is known.
bool holds_modern_server(const Organization& organization);
/// Whether a server of Exchange 2000/2003 is known, or a routing group other than that of 2007.
bool shows_legacy(const Organization& organization);

/// Whether an object comes from the configuration of an Edge Transport server (AD LDS), whose
/// connectors have no source servers: by its distinguished name, else since the inputs hold Edge
/// servers and no other.
bool is_edge_object(const Organization& organization, const Connector& connector);

/// Whether a connector sends from Edge Transport servers.
enum class EdgeSource { yes, no, unknown };
/// By its source servers: an Edge role or the name of an Edge subscription. `yes` where any of them
/// is one, `unknown` where a source server or its roles are not known.
EdgeSource edge_source_of(const Organization& organization, const Connector& connector);

/// Whether `name` is that of an Edge Transport server that the organisation subscribes to.
bool is_subscribed_edge(const Organization& organization, std::string_view name);

}  // namespace connlint
