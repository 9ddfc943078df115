#include <algorithm>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

/// How many servers of a routing group the inputs hold.
std::size_t server_count(const Organization& organization, std::optional<RoutingGroupId> id) {
  if (!id) return 0;
  const RoutingGroup& group = organization.routing_group(*id);
  if (!group.modern) return group.servers.size();
  return static_cast<std::size_t>(
      std::ranges::count_if(organization.servers, [&](const Server& server) {
        return counts_as_modern(organization, server) && !server.has_role(Role::edge_transport);
      }));
}

void check(const Context& in, Sink& out) {
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::routing_group);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::routing_group));
  // The one modern group is counted once.
  std::vector<std::size_t> counts;
  for (std::size_t i = 0; i < in.organization.routing_groups.size(); ++i) {
    counts.push_back(server_count(in.organization, static_cast<RoutingGroupId>(i)));
  }
  const auto has_more = [&](std::optional<RoutingGroupId> id) {
    return id && counts[static_cast<std::size_t>(*id)] > 1;
  };
  for (const Connector& connector : connectors) {
    if (in.options.lists("allowed", connector.name())) continue;
    const bool source = connector.sources.size() == 1 && has_more(connector.home);
    const bool target = connector.targets.size() == 1 && has_more(connector.target);
    if (!source && !target) continue;
    std::vector<std::string> what;
    if (source) what.push_back(fmt::format("source server '{}'", *connector.sources.front().name));
    if (target) what.push_back(fmt::format("target server '{}'", *connector.targets.front().name));
    const Property property = source ? Property::source_servers : Property::target_servers;
    out.report(connector, property,
               "{} has only the {}: while {} is down, mail between the routing groups waits",
               described(connector), join(what, " and the "),
               source && target ? "one of them" : "that server");
  }
}

}  // namespace

Rule single_bridgehead() {
  return {.code = "CL408",
          .severity = Severity::info,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources =
              "TechNet aa996150; "
              R"(TechNet dd638103, "Upgrade from Exchange 2003 Transport")",
          .options = {{.name = "allowed",
                       .type = OptionInfo::Type::texts,
                       .default_value = "",
                       .summary = "names of connectors that may have one source or target server"}},
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
