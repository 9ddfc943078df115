#include "linter/engine/rule.h"
#include "linter/routing/routed_connector.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  if (!in.organization.coverage.has(ObjectKind::connector, Property::connected_routing_groups)) {
    return out.not_applicable("no connector of the inputs states connected routing groups");
  }
  const std::vector<RoutedConnector>& routed = in.routing.routed_connectors();
  for (std::size_t i = 0; i < routed.size(); ++i) {
    const Connector& connector = in.organization.connectors[i];
    // A connector that is dropped for another reason is reported for that one.
    if (routed[i].dropped != Dropped::connected_group || routed[i].disabled) continue;
    const Names& groups = connector.names(Property::connected_routing_groups);
    out.report(groups.front().where, connector,
               "{} joins routing groups, one of which is that of Exchange 2007: only a routing "
               "group connector can, so that Exchange 2007 and later ignore it and no mail between "
               "the groups takes it",
               described(connector))
        .detail = name_of(Property::connected_routing_groups);
  }
}

}  // namespace

Rule connector_into_modern_routing_group() {
  return {.code = "CL259",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = R"(event 5028; TechNet aa998186, "Planning for Coexistence")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
