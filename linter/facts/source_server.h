// What the source servers of a connector are: their versions, roles and sites.
// Knows model types only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// Whether a kind of connector sends mail from servers of the organisation: not Receive connectors
/// and those of Exchange Online.
bool has_source_servers(const Connector& connector);

/// The versions of a connector's source servers.
struct SourceGenerations {
  /// Of the servers whose version is known; nothing where there is none.
  std::optional<Generation> oldest, newest;
  /// Whether there are source servers and the version of each is known.
  bool complete = false;
};
SourceGenerations source_generations_of(const Organization& organization,
                                        const Connector& connector);
/// The names of the source servers of versions from `from` to `to`, in the order of the connector.
std::vector<std::string> sources_between(const Organization& organization,
                                         const Connector& connector, Generation from,
                                         Generation to);

/// Whether a server has the Transport service: the role Hub Transport or Edge Transport, of
/// Exchange 2013 and later the role Mailbox.
enum class TransportRole { yes, no, unknown };
TransportRole transport_role_of(const Server& server);
/// Whether a server of Exchange 2007 or later is known to have no Transport service, so that no
/// mail is routed, sent or stopped there. Never one of Exchange 2000/2003, which has no roles.
bool lacks_transport(const Organization& organization, const Server& server);

/// The sites of a connector's source servers other than Edge Transport servers, which have none.
struct SourceSites {
  /// Each once, in the order of the connector.
  std::vector<SiteId> sites;
  /// Whether there are source servers and the site of each is known.
  bool complete = false;
};
SourceSites source_sites_of(const Organization& organization, const Connector& connector);
/// Their names, in the order of `sites`.
std::vector<std::string> names_of(const Organization& organization, const SourceSites& sites);

}  // namespace connlint
