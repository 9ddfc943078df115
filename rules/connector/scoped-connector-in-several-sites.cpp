#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// Whether all source servers are of versions that need one site anyhow (CL251).
bool needs_one_site(const Organization& organization, const Connector& connector) {
  const SourceGenerations generations = source_generations_of(organization, connector);
  return generations.newest && *generations.newest <= Generation::exchange_2010;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || !carries_types(connector)) continue;
    if (connector.scope != Scope::site || needs_one_site(organization, connector)) continue;
    const SourceSites sites = source_sites_of(organization, connector);
    if (sites.sites.size() < 2) {
      const bool known = sites.complete || connector.sources.size() == 1;
      if (!known) unknown.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(
        connector.place_of(Property::source_servers), subject_of(organization, connector),
        fmt::format(
            "{} is scoped to the site of its source servers, and those are in {}: servers of "
            "all these sites use it, and no others",
            described(connector), listed(names_of(organization, sites))));
    finding.detail = name_of(Property::scope);
  }
  if (!unknown.empty()) {
    out.not_judged(
        unknown.text("the sites of source servers of these scoped connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    R"(Exchange Server help, "Send connectors in Exchange Server")", "New-SendConnector"};

}  // namespace

extern const Rule scoped_connector_in_several_sites;
const Rule scoped_connector_in_several_sites = {
    .info = {.code = "CL247",
             .name = "scoped-connector-in-several-sites",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary = "A scoped connector has source servers in several Active Directory sites",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
