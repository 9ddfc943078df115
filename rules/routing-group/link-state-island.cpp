#include <algorithm>
#include <set>

#include "linter/engine/rule.h"
#include "linter/routing/topology/islands.h"

namespace connlint::rules {
namespace {

/// The groups that a connector joins to the routing group of Exchange 2007, in some direction.
std::set<std::uint32_t> joined_to_modern(const Topology& topology) {
  std::set<std::uint32_t> groups;
  for (const GroupLink& link : topology.group_links()) {
    if (link.from == topology.modern_group()) groups.insert(link.to);
    if (link.to == topology.modern_group()) groups.insert(link.from);
  }
  return groups;
}

void report(const Context& in, Sink& out, const Island& island, const Island& main) {
  const Topology& topology = in.routing.topology();
  const RoutingGroup& group = in.organization.routing_groups[island.places.front().index];
  const bool one = island.places.size() == 1;
  Finding& finding =
      out.report(group,
                 "{} {} {} joined to {} through Exchange 2007 only, which passes no link state on: "
                 "the servers there never learn of changes to routing on the other side",
                 one ? "routing group" : "routing groups", listed(names_of(topology, island)),
                 one ? "is" : "are", listed(names_of(topology, main)));
  for (std::size_t i = 1; i < island.places.size(); ++i) {
    const RoutingGroup& other = in.organization.routing_groups[island.places[i].index];
    finding.also(other.where, "routing group {} is on the same side", quoted(other.name()));
  }
}

void check(const Context& in, Sink& out) {
  const Topology& topology = in.routing.topology();
  std::vector<Island> islands = group_islands(topology, Joints::link_state);
  const std::set<std::uint32_t> joined = joined_to_modern(topology);
  // One that is joined to nothing is the matter of CL401.
  std::erase_if(islands, [&](const Island& island) {
    return std::ranges::none_of(island.places,
                                [&](const Place& place) { return joined.contains(place.index); });
  });
  if (islands.size() < 2) return;
  const std::vector<std::string> loose = loose_group_connectors(topology);
  if (!loose.empty()) {
    out.not_judged("no input tells both ends of the routing group connectors {}", listed(loose));
    return;
  }
  for (std::size_t i = 1; i < islands.size(); ++i) report(in, out, islands[i], islands.front());
}

}  // namespace

Rule link_state_island() {
  return {.code = "CL405",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}, {ObjectKind::server, Property::routing_group}},
          .sources =
              "Message Routing in a Coexistence Environment; Professional Windows PowerShell for "
              "Exchange Server 2007 SP1, chapter 11",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
