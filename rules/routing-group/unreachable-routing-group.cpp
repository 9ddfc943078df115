#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/routing/topology/islands.h"

namespace connlint::rules {
namespace {

std::string names_of(const Topology& topology, const Island& island) {
  std::vector<std::string> names;
  for (const Place& place : island.places)
    names.push_back(topology.name_of({true, place.index}).name);
  return listed(names);
}

void report(const Context& in, Sink& out, const Island& island, const Island& main) {
  const Topology& topology = in.routing.topology();
  const RoutingGroup& group = in.organization.routing_groups[island.places.front().index];
  const std::string rest = main.modern ? quoted(group_name(topology, topology.modern_group()))
                                       : names_of(topology, main);
  const std::string_view groups = island.places.size() == 1 ? "routing group" : "routing groups";
  const std::string_view verb = island.places.size() == 1 ? "is" : "are";
  Finding& finding = out.report(
      group.where, subject_of(group),
      fmt::format("{} {} {} not joined to {}: no routing group connector leads there or back, so "
                  "that mail between them cannot be routed and waits until it expires",
                  groups, names_of(topology, island), verb, rest));
  for (std::size_t i = 1; i < island.places.size(); ++i) {
    const RoutingGroup& other = in.organization.routing_groups[island.places[i].index];
    finding.related.push_back(
        {fmt::format("routing group {} is cut off with it", quoted(other.name())), other.where});
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
    out.not_judged("no input tells both ends of the routing group connectors " + listed(loose));
    return;
  }
  for (std::size_t i = 1; i < islands.size(); ++i) report(in, out, islands[i], islands.front());
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = {}},
    Need{.kind = ObjectKind::server, .property = Property::routing_group}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {
    "Message Routing in a Coexistence Environment", "event 5006", "TechNet aa998186"};

}  // namespace

extern const Rule unreachable_routing_group;
const Rule unreachable_routing_group = {
    .info = {.code = "CL401",
             .name = "unreachable-routing-group",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "routing-group",
             .summary = "No routing group connector joins a routing group with servers to the rest "
                        "of the organisation",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
