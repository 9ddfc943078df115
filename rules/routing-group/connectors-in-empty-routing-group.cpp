#include <algorithm>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

/// Whether a server may be in any group, since the inputs do not tell.
bool any_group_unknown(const Organization& organization) {
  return std::ranges::any_of(organization.servers, [](const Server& server) {
    return !server.routing_group && !is_modern(server.generation);
  });
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const bool any_unknown = any_group_unknown(organization);
  Unjudged unknown;
  for (std::size_t i = 0; i < organization.routing_groups.size(); ++i) {
    const auto id = static_cast<RoutingGroupId>(i);
    const RoutingGroup& group = organization.routing_groups[i];
    if (group.modern || group.implied || !group.servers.empty() || group.connectors.empty()) {
      continue;
    }
    if (any_unknown) {
      unknown.add(display_name(organization, id));
      continue;
    }
    std::vector<std::string> names;
    for (ConnectorId connector : group.connectors) {
      names.emplace_back(organization.connector(connector).name());
    }
    out.report(group,
               "routing group '{}' has no servers but holds connectors ({}): others keep them in "
               "their link state and may route mail to them",
               display_name(organization, id), listed(names))
        .also(organization.connector(group.connectors.front()).where, "a connector of the group");
  }
  out.not_judged(unknown, "whether these routing groups have servers is not known");
}

}  // namespace

Rule connectors_in_empty_routing_group() {
  return {.code = "CL410",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::routing_group},
                    {ObjectKind::server, Property::routing_group},
                    {ObjectKind::connector}},
          .sources = "KB 914255",
          .from = Generation::exchange_2000,
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
