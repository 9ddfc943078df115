#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"

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
  const Organization& organization = in.organization;
  Unjudged unknown;
  Unjudged hosts;
  for (const Connector& connector : organization.connectors) {
    if (!has_source_servers(connector) || !connector.counts_as_enabled()) continue;
    if (is_edge_object(organization, connector)) continue;
    const bool joins_groups = connector.kind == ConnectorKind::routing_group;
    if (joins_groups && connector.host == Host::legacy) continue;
    const Verdict verdict = verdict_of(organization, connector);
    if (verdict == Verdict::unknown) unknown.add(std::string(connector.name()));
    if (verdict != Verdict::missing) continue;
    if (joins_groups && connector.host == Host::unknown) {
      hosts.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(
        connector.place_of(Property::source_servers), subject_of(organization, connector),
        fmt::format(
            "{} has neither a source server nor a home MTA, so that Exchange 2007 and later "
            "ignores it and its mail goes elsewhere or stays in the queue",
            described(connector)));
    finding.detail = name_of(Property::source_servers);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("source servers or home MTA of these connectors are not known"));
  }
  if (!hosts.empty()) {
    out.not_judged(hosts.text("which version of Exchange hosts these connectors is not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"event 5014", "New-SendConnector"};

}  // namespace

extern const Rule connector_without_source_server;
const Rule connector_without_source_server = {
    .info = {.code = "CL202",
             .name = "connector-without-source-server",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A connector has neither a source server nor a home MTA",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
