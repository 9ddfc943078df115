#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// What the connector needs that a server offers in its answer to EHLO only, or empty.
std::string_view need_of(const Organization& organization, const Connector& connector) {
  if (connector.flag(Property::require_tls) == true) return "requires TLS";
  if (delivery_of(organization, connector) == Delivery::dns) return {};
  const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
  for (std::string_view logs_on : {"BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"}) {
    if (equals_ignoring_case(mechanism, logs_on)) return "logs on to its smart host";
  }
  return {};
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    if (connector.flag(Property::force_helo) != true) continue;
    const std::string_view need = need_of(organization, connector);
    if (need.empty()) continue;
    Finding& finding = out.report(
        connector.place_of(Property::force_helo), subject_of(organization, connector),
        fmt::format("{} greets with HELO but {}, which takes an extension that servers offer after "
                    "EHLO only",
                    described(connector), need));
    finding.detail = name_of(Property::force_helo);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::force_helo}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 4> kSources = {"RFC 3207", "RFC 4954", "RFC 5321, 4.1.1.1",
                                                      "New-SendConnector"};

}  // namespace

extern const Rule helo_where_ehlo_is_needed;
const Rule helo_where_ehlo_is_needed = {
    .info = {.code = "CL224",
             .name = "helo-where-ehlo-is-needed",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary = "A Send connector greets with HELO and needs what only EHLO offers",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
