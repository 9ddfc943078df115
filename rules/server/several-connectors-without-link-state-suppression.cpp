#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/routing/topology/islands.h"

namespace connlint::rules {
namespace {

/// The connectors that lead from the routing group of Exchange 2007 to older ones, by name.
std::vector<const Connector*> leaving(const Organization& organization, const Topology& topology) {
  std::vector<const Connector*> connectors;
  for (const GroupLink& link : topology.group_links()) {
    if (link.from == topology.modern_group()) {
      connectors.push_back(&organization.connector(link.connector));
    }
  }
  return connectors;
}

std::size_t legacy_groups(const Topology& topology) {
  std::size_t count = 0;
  for (const Island& island : group_islands(topology, Joints::link_state)) {
    count += island.places.size();
  }
  return count;
}

void check(const Context& in, Sink& out) {
  const Topology& topology = in.routing.topology();
  const std::vector<const Connector*> connectors = leaving(in.organization, topology);
  if (connectors.size() < 2 || legacy_groups(topology) < 2) {
    out.not_applicable(
        "the inputs do not show several routing group connectors from Exchange 2007 to several "
        "routing groups");
    return;
  }
  std::vector<std::string> names;
  for (const Connector* connector : connectors) names.emplace_back(connector->name());
  Unjudged unknown;
  for (const Server& server : in.organization.servers) {
    if (!counts_as_legacy(in.organization, server)) continue;
    if (server.flag(Property::deleted).value_or(false)) continue;
    const std::optional<bool> suppressed = server.flag(Property::suppress_link_state);
    if (!suppressed) unknown.add(server.name());
    if (suppressed != false) continue;
    Finding& finding =
        out.report(server.place_of(Property::suppress_link_state), server,
                   "{} does not suppress link state changes, and {} lead from Exchange 2007 to "
                   "older routing groups: where one of them is down, mail can loop between the "
                   "worlds, since Exchange 2007 does not know it",
                   described(ObjectKind::server, server.name()), listed(names));
    for (const Connector* connector : connectors) {
      finding.also(connector->where, "{} leads to an older routing group", described(*connector));
    }
  }
  out.not_judged(unknown,
                 "no export shows whether SuppressStateChanges is set in the registry (declare "
                 "`suppress_link_state`) on");
}

}  // namespace

Rule several_connectors_without_link_state_suppression() {
  return {
      .code = "CL404",
      .severity = Severity::warning,
      .confidence = Confidence::documented,
      .profiles = Profile::recommended | Profile::coexistence,
      .needs = {{ObjectKind::connector}, {ObjectKind::server}},
      .sources = "How to Suppress Link State Updates; Message Routing in a Coexistence Environment",
      .to = Generation::exchange_2003,
      .check = check};
}

}  // namespace connlint::rules
