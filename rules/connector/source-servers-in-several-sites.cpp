#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!carries_types(connector)) continue;
    // The sources speak of Send and Foreign connectors only.
    if (connector.kind == ConnectorKind::delivery_agent) continue;
    const SourceSites sites = source_sites_of(in.organization, connector);
    if (sites.sites.size() < 2) continue;
    const SourceGenerations generations = source_generations_of(in.organization, connector);
    if (!generations.newest) {
      unknown.add(connector.name());
      continue;
    }
    if (*generations.newest > Generation::exchange_2010) continue;
    out.report(connector, Property::source_servers,
               "{} has source servers in {}: Exchange 2007 and 2010 use those of one site only, "
               "which is the nearest one, and the others carry nothing",
               described(connector), listed(names_of(in.organization, sites)));
  }
  out.not_judged(
      unknown,
      "the versions of the source servers in several sites of these connectors are not known");
}

}  // namespace

Rule source_servers_in_several_sites() {
  return {.code = "CL251",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::source_servers},
                    {ObjectKind::server, Property::site}},
          .sources = R"(event 5026; TechNet bb232045, "Routing to external recipients")",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
