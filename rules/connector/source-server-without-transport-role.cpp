#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"

namespace connlint::rules {
namespace {

/// The source servers of a connector without the Transport service.
struct Idle {
  std::vector<std::string> names;
  /// Whether a source server may send: it has the service, or may have it.
  bool other = false;
};

Idle idle_sources_of(const Organization& organization, const Connector& connector) {
  Idle idle;
  for (const ServerReference& reference : connector.sources) {
    const bool none =
        reference.server && lacks_transport(organization, organization.server(*reference.server));
    if (none) {
      idle.names.push_back(*reference.name);
    } else {
      idle.other = true;
    }
  }
  return idle;
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!has_source_servers(connector)) continue;
    const Idle idle = idle_sources_of(in.organization, connector);
    if (idle.names.empty()) continue;
    Finding& finding = out.report(
        connector, Property::source_servers,
        "{} has {} as source, without a role that sends mail: {}", described(connector),
        listed(idle.names),
        idle.other ? "only the other source servers carry its mail" : "nobody carries its mail");
    if (idle.other) finding.severity = Severity::warning;
  }
}

}  // namespace

Rule source_server_without_transport_role() {
  return {.code = "CL249",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::source_servers},
                    {ObjectKind::server, Property::roles}},
          .sources = R"(New-SendConnector; Exchange Server help, "Mail routing")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
