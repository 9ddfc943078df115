#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::delivery_agent);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::delivery_agent));
  for (const Connector& connector : connectors) {
    if (!connector.states(Property::delivery_protocol)) unknown.add(connector.name());
    if (!connector.states_nothing(Property::delivery_protocol)) continue;
    out.report(
        connector, Property::delivery_protocol,
        "{} names no delivery protocol, which selects the agent: no agent takes its messages",
        described(connector));
  }
  out.not_judged(unknown, "the delivery protocols of these connectors are not known");
}

}  // namespace

Rule delivery_agent_without_protocol() {
  return {.code = "CL243",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "New-DeliveryAgentConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
