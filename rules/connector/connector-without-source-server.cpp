#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/facts/source_server.h"

namespace connlint::rules {
namespace {

enum class Verdict { fine, missing, unknown };

Verdict verdict_of(const Organization& organization, const Connector& connector) {
  const bool no_sources = connector.states_nothing(Property::source_servers);
  const bool no_mta = connector.states_nothing(Property::home_mta_server_id);
  if (!connector.sources.empty() || connector.home_mta) return Verdict::fine;
  if (no_sources && no_mta) return Verdict::missing;
  // Code that leaves the parameter out takes the server on which it runs (New-SendConnector).
  const bool exported =
      organization.coverage.cmdlet_objects || organization.coverage.directory_objects;
  const bool stated = no_sources || no_mta;
  return organization.coverage.code && !exported && !stated ? Verdict::fine : Verdict::unknown;
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  Unjudged hosts;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!has_source_servers(connector) || is_edge_object(in.organization, connector)) continue;
    const bool joins_groups = connector.kind == ConnectorKind::routing_group;
    if (joins_groups && connector.host == Host::legacy) continue;
    const Verdict verdict = verdict_of(in.organization, connector);
    if (verdict == Verdict::unknown) unknown.add(connector.name());
    if (verdict != Verdict::missing) continue;
    if (joins_groups && connector.host == Host::unknown) {
      hosts.add(connector.name());
      continue;
    }
    out.report(connector, Property::source_servers,
               "{} has neither a source server nor a home MTA, so that Exchange 2007 and later "
               "ignores it and its mail goes elsewhere or stays in the queue",
               described(connector));
  }
  out.not_judged(unknown, "source servers or home MTA of these connectors are not known");
  out.not_judged(hosts, "which version of Exchange hosts these connectors is not known");
}

}  // namespace

Rule connector_without_source_server() {
  return {.code = "CL202",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = "event 5014; New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
