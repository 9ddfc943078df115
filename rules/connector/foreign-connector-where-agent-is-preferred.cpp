#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector& connector : connectors) {
    const SourceGenerations generations = source_generations_of(in.organization, connector);
    if (!generations.complete) {
      unknown.add(connector.name());
      continue;
    }
    if (*generations.oldest < Generation::exchange_2010) continue;
    out.report(connector,
               "{} writes files for a gateway, where since Exchange 2010 a Delivery Agent "
               "connector with an agent of the gateway's maker is preferred: it has queues that "
               "show what was delivered, and needs no files on disk",
               described(connector));
  }
  out.not_judged(unknown, "the versions of source servers of these connectors are not known");
}

}  // namespace

Rule foreign_connector_where_agent_is_preferred() {
  return {.code = "CL242",
          .severity = Severity::info,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = R"(Exchange 2013 help, "Foreign connectors"; )"
                     R"(Exchange 2013 help, "Delivery agents and Delivery Agent connectors")",
          .from = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
