#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (!shows_legacy(organization)) {
    const bool read = organization.coverage.has(ObjectKind::server);
    if (read) return out.not_applicable("the inputs hold no server of Exchange 2000/2003");
    const bool matters =
        std::ranges::any_of(organization.connectors, [](const Connector& connector) {
          return connector.kind == ConnectorKind::send && !connector.counts_as_enabled();
        });
    if (matters) out.not_judged("whether there are servers of Exchange 2000/2003 is not known");
    return;
  }
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || connector.host == Host::legacy) continue;
    if (connector.counts_as_enabled()) continue;
    Finding& finding = out.report(
        connector.place_of(Property::enabled), subject_of(organization, connector),
        fmt::format("{} is disabled, which servers of Exchange 2000/2003 do not recognise: they "
                    "still route mail to it, and it loops or is returned",
                    described(connector)));
    if (connector.scope == Scope::site) finding.severity = Severity::warning;
    finding.detail = name_of(Property::enabled);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 1> kSources = {"ExBPA c7fabf2c"};

}  // namespace

extern const Rule disabled_connector_seen_by_legacy_servers;
const Rule disabled_connector_seen_by_legacy_servers = {
    .info =
        {.code = "CL258",
         .name = "disabled-connector-seen-by-legacy-servers",
         .severity = Severity::error,
         .confidence = Confidence::documented,
         .subject = "connector",
         .summary =
             "A Send connector is disabled, which servers of Exchange 2000/2003 do not recognise",
         .profiles = kProfiles,
         .needs = kNeeds,
         .sources = kSources},
    .check = check};

}  // namespace connlint::rules
