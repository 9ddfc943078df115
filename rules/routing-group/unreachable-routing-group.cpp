#include "linter/engine/rule.h"
#include "linter/routing/topology/islands.h"

namespace connlint::rules {
namespace {

void report(const Context& in, Sink& out, const Island& island, const Island& main) {
  const Topology& topology = in.routing.topology();
  const RoutingGroup& group = in.organization.routing_groups[island.places.front().index];
  const std::string rest = main.modern ? quoted(group_name(topology, topology.modern_group()))
                                       : listed(names_of(topology, main));
  const std::string_view groups = island.places.size() == 1 ? "routing group" : "routing groups";
  const std::string_view verb = island.places.size() == 1 ? "is" : "are";
  Finding& finding =
      out.report(group,
                 "{} {} {} not joined to {}: no routing group connector leads there or back, so "
                 "that mail between them cannot be routed and waits until it expires",
                 groups, listed(names_of(topology, island)), verb, rest);
  for (std::size_t i = 1; i < island.places.size(); ++i) {
    const RoutingGroup& other = in.organization.routing_groups[island.places[i].index];
    finding.also(other.where, "routing group {} is cut off with it", quoted(other.name()));
  }
}

void check(const Context& in, Sink& out) {
  const Topology& topology = in.routing.topology();
  const std::vector<Island> islands = group_islands(topology, Joints::all);
  if (islands.size() < 2) return;
  if (!tells_group_links(in.organization)) {
    out.not_judged(
        "the inputs hold no routing group connector, and not the connectors of every kind: export "
        "them (Get-RoutingGroupConnector, or a directory export)");
    return;
  }
  const std::vector<std::string> loose = loose_group_connectors(topology);
  if (!loose.empty()) {
    out.not_judged("no input tells both ends of the routing group connectors {}", listed(loose));
    return;
  }
  for (std::size_t i = 1; i < islands.size(); ++i) report(in, out, islands[i], islands.front());
}

}  // namespace

Rule unreachable_routing_group() {
  return {.code = "CL401",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}, {ObjectKind::server, Property::routing_group}},
          .sources = "Message Routing in a Coexistence Environment; event 5006; TechNet aa998186",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
