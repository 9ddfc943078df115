#include "linter/facts/connector_host.h"

#include <algorithm>

namespace connlint {

std::vector<ServerId> hosting_servers(const Connector& connector) {
  std::vector<ServerId> servers;
  for (const ServerReference& source : connector.sources) {
    if (source.server && !source.deleted) servers.push_back(*source.server);
  }
  const std::optional<ServerReference>& mta = connector.home_mta;
  if (connector.sources.empty() && mta && mta->server && !mta->deleted) {
    servers.push_back(*mta->server);
  }
  return servers;
}

bool is_hosted_on(const Organization& organization, const Connector& connector,
                  Generation generation) {
  return std::ranges::any_of(hosting_servers(connector), [&](ServerId id) {
    return organization.server(id).generation == generation;
  });
}

bool holds_server_up_to(const Organization& organization, Generation generation) {
  return std::ranges::any_of(organization.servers, [&](const Server& server) {
    return server.generation != Generation::unknown && server.generation <= generation;
  });
}

}  // namespace connlint
