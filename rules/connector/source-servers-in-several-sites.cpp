#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || !carries_types(connector)) continue;
    // The sources speak of Send and Foreign connectors only.
    if (connector.kind == ConnectorKind::delivery_agent) continue;
    const SourceSites sites = source_sites_of(organization, connector);
    if (sites.sites.size() < 2) continue;
    const SourceGenerations generations = source_generations_of(organization, connector);
    if (!generations.newest) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    if (*generations.newest > Generation::exchange_2010) continue;
    Finding& finding = out.report(
        connector.place_of(Property::source_servers), subject_of(organization, connector),
        fmt::format(
            "{} has source servers in {}: Exchange 2007 and 2010 use those of one site only, "
            "which is the nearest one, and the others carry nothing",
            described(connector), listed(names_of(organization, sites))));
    finding.detail = name_of(Property::source_servers);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text(
        "the versions of the source servers in several sites of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::source_servers},
    Need{.kind = ObjectKind::server, .property = Property::site}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    "event 5026", R"(TechNet bb232045, "Routing to external recipients")"};

}  // namespace

extern const Rule source_servers_in_several_sites;
const Rule source_servers_in_several_sites = {
    .info = {.code = "CL251",
             .name = "source-servers-in-several-sites",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A connector on Exchange 2007 or 2010 has source servers in several Active "
                        "Directory sites",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
