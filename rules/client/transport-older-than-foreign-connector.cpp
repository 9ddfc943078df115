#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::foreign));
  if (!in.organization.coverage.has(ObjectKind::server, Property::transport_started)) {
    return out.not_judged("when the transport services of the servers were started is not known");
  }
  for (const Connector& connector : connectors) {
    const std::optional<std::int64_t> changed = connector.number(Property::changed);
    if (!changed) continue;
    for (const ServerReference& source : connector.sources) {
      if (!source.server) continue;
      const Server& server = in.organization.server(*source.server);
      const std::optional<std::int64_t> started = server.number(Property::transport_started);
      if (!started || *started >= *changed) continue;
      out.report(connector.place_of(Property::changed), connector,
                 "{} was changed at {}, after the transport service of '{}' was started ({}): "
                 "the server does not use it as it is now",
                 described(connector), time_text(*changed), server.name(), time_text(*started))
          .also(server.place_of(Property::transport_started),
                "the transport service was started then")
          .detail = server.name();
    }
  }
}

}  // namespace

Rule transport_older_than_foreign_connector() {
  return {.code = "CL605",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "New-ForeignConnector; TechNet aa996310",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
