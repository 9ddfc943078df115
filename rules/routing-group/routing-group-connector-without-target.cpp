#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::routing_group);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::routing_group));
  Unjudged unknown;
  for (const Connector& connector : connectors) {
    if (!connector.states(Property::target_servers)) unknown.add(connector.name());
    if (!connector.states_nothing(Property::target_servers)) continue;
    out.report(connector, Property::target_servers,
               "{} has no target server, so that no mail leaves over it", described(connector));
  }
  out.not_judged(unknown, "the target servers of these connectors are not known");
}

}  // namespace

Rule routing_group_connector_without_target() {
  return {.code = "CL407",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = R"(System Manager help, "Install a Routing Group Connector"; )"
                     "TechNet aa996150; New-RoutingGroupConnector",
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
