#include "linter/facts/source_server.h"

#include <algorithm>

#include "linter/facts/server_kind.h"

namespace connlint {

bool has_source_servers(const Connector& connector) {
  switch (connector.kind) {
    case ConnectorKind::send:
    case ConnectorKind::foreign:
    case ConnectorKind::delivery_agent:
    case ConnectorKind::smtp:
    case ConnectorKind::x400:
    case ConnectorKind::gateway:
    case ConnectorKind::routing_group: return true;
    case ConnectorKind::receive:
    case ConnectorKind::outbound:
    case ConnectorKind::inbound:
    case ConnectorKind::unknown: break;
  }
  return false;
}

SourceGenerations source_generations_of(const Organization& organization,
                                        const Connector& connector) {
  SourceGenerations found;
  found.complete = !connector.sources.empty();
  for (const ServerReference& reference : connector.sources) {
    const Generation generation =
        reference.server ? organization.server(*reference.server).generation : Generation::unknown;
    if (generation == Generation::unknown) {
      found.complete = false;
      continue;
    }
    if (!found.oldest || generation < *found.oldest) found.oldest = generation;
    if (!found.newest || generation > *found.newest) found.newest = generation;
  }
  return found;
}

std::vector<std::string> sources_between(const Organization& organization,
                                         const Connector& connector, Generation from,
                                         Generation to) {
  std::vector<std::string> names;
  for (const ServerReference& reference : connector.sources) {
    if (!reference.server) continue;
    const Generation generation = organization.server(*reference.server).generation;
    if (generation >= from && generation <= to) names.push_back(*reference.name);
  }
  return names;
}

TransportRole transport_role_of(const Server& server) {
  if (!server.roles || *server.roles == 0) return TransportRole::unknown;
  if (server.has_role(Role::hub_transport) || server.has_role(Role::edge_transport)) {
    return TransportRole::yes;
  }
  if (!server.has_role(Role::mailbox)) return TransportRole::no;
  if (server.generation == Generation::unknown) return TransportRole::unknown;
  return server.generation >= Generation::exchange_2013 ? TransportRole::yes : TransportRole::no;
}

bool lacks_transport(const Organization& organization, const Server& server) {
  return transport_role_of(server) == TransportRole::no && !counts_as_legacy(organization, server);
}

SourceSites source_sites_of(const Organization& organization, const Connector& connector) {
  SourceSites found;
  found.complete = !connector.sources.empty();
  for (const ServerReference& reference : connector.sources) {
    if (!reference.server) {
      found.complete = false;
      continue;
    }
    const Server& server = organization.server(*reference.server);
    if (server.has_role(Role::edge_transport)) continue;
    if (!server.site) {
      found.complete = false;
    } else if (std::ranges::find(found.sites, *server.site) == found.sites.end()) {
      found.sites.push_back(*server.site);
    }
  }
  return found;
}

std::vector<std::string> names_of(const Organization& organization, const SourceSites& sites) {
  std::vector<std::string> names;
  for (SiteId id : sites.sites) names.emplace_back(organization.site(id).name());
  return names;
}

}  // namespace connlint
