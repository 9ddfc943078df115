#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

/// Whether all source servers are of versions that need one site anyhow (CL251).
bool needs_one_site(const Organization& organization, const Connector& connector) {
  const SourceGenerations generations = source_generations_of(organization, connector);
  return generations.newest && *generations.newest <= Generation::exchange_2010;
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!carries_types(connector)) continue;
    if (connector.scope != Scope::site || needs_one_site(in.organization, connector)) continue;
    const SourceSites sites = source_sites_of(in.organization, connector);
    if (sites.sites.size() < 2) {
      const bool known = sites.complete || connector.sources.size() == 1;
      if (!known) unknown.add(connector.name());
      continue;
    }
    out.report(connector.place_of(Property::source_servers), connector,
               "{} is scoped to the site of its source servers, and those are in {}: servers of "
               "all these sites use it, and no others",
               described(connector), listed(names_of(in.organization, sites)))
        .detail = name_of(Property::scope);
  }
  out.not_judged(unknown, "the sites of source servers of these scoped connectors are not known");
}

}  // namespace

Rule scoped_connector_in_several_sites() {
  return {.code = "CL247",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = R"(Exchange Server help, "Send connectors in Exchange Server"; )"
                     "New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
