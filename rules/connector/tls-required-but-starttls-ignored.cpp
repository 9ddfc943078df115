#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    if (connector.flag(Property::require_tls) != true) continue;
    const std::optional<bool> ignored = connector.flag(Property::ignore_starttls);
    if (!ignored) unknown.add(std::string(connector.name()));
    if (ignored != true) continue;
    Finding& finding = out.report(
        connector.place_of(Property::ignore_starttls), subject_of(organization, connector),
        fmt::format("{} requires TLS but does not use STARTTLS, so that it can send nothing",
                    described(connector)));
    finding.detail = name_of(Property::ignore_starttls);
    finding.related.push_back({fmt::format("{} requires TLS", described(connector)),
                               connector.place_of(Property::require_tls)});
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("whether these connectors ignore STARTTLS is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::require_tls},
    Need{.kind = ObjectKind::connector, .property = Property::ignore_starttls}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule tls_required_but_starttls_ignored;
const Rule tls_required_but_starttls_ignored = {
    .info = {.code = "CL212",
             .name = "tls-required-but-starttls-ignored",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector requires TLS and is told to ignore STARTTLS",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
