#include "linter/facts/modern_group.h"

#include <algorithm>

namespace connlint {

std::optional<RoutingGroupId> renamed_modern_group(const Organization& organization) {
  if (std::ranges::any_of(organization.routing_groups, &RoutingGroup::modern)) return std::nullopt;
  std::optional<RoutingGroupId> group;
  for (const Server& server : organization.servers) {
    if (!is_modern(server.generation) || !server.routing_group) continue;
    if (group && *group != *server.routing_group) return std::nullopt;
    group = server.routing_group;
  }
  if (!group) return std::nullopt;
  const bool mixed = std::ranges::any_of(organization.routing_group(*group).servers, [&](auto id) {
    return !is_modern(organization.server(id).generation);
  });
  return mixed ? std::nullopt : group;
}

}  // namespace connlint
