#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::delivery_agent);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::delivery_agent));
  for (const Connector& connector : connectors) {
    const std::vector<std::string> names = sources_between(
        in.organization, connector, Generation::exchange_55, Generation::exchange_2007);
    if (names.empty()) {
      const bool known = source_generations_of(in.organization, connector).complete;
      if (!known) unknown.add(connector.name());
      continue;
    }
    const bool all = names.size() == connector.sources.size();
    Finding& finding =
        out.report(connector, Property::source_servers,
                   "{} has {} as source, where delivery agents came with Exchange 2010: {}",
                   described(connector), listed(names),
                   all ? "no server delivers its messages"
                       : "messages that are routed there are not delivered");
    if (!all) finding.severity = Severity::warning;
  }
  out.not_judged(unknown, "the versions of source servers of these connectors are not known");
}

}  // namespace

Rule delivery_agent_on_exchange_2007() {
  return {.code = "CL245",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = R"(Exchange 2013 help, "Delivery agents and Delivery Agent connectors"; )"
                     "New-DeliveryAgentConnector",
          .check = check};
}

}  // namespace connlint::rules
