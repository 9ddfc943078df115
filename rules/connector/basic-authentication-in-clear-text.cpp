#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!equals_ignoring_case(mechanism, "BasicAuth")) continue;
    if (delivery_of(organization, connector) == Delivery::dns) continue;
    const std::optional<bool> tls = connector.flag(Property::require_tls);
    if (!tls) unknown.add(std::string(connector.name()));
    if (tls != false) continue;
    Finding& finding = out.report(
        connector.place_of(Property::smart_host_auth_mechanism),
        subject_of(organization, connector),
        fmt::format("{} has the authentication BasicAuth and does not require TLS, so that user "
                    "name and password may cross the network in clear text",
                    described(connector)));
    finding.detail = name_of(Property::smart_host_auth_mechanism);
    finding.related.push_back({fmt::format("{} does not require TLS", described(connector)),
                               connector.place_of(Property::require_tls)});
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("whether these connectors require TLS is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_host_auth_mechanism}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {"Send connectors (Exchange 2016)",
                                                      "New-SendConnector"};

}  // namespace

extern const Rule basic_authentication_in_clear_text;
const Rule basic_authentication_in_clear_text = {
    .info = {.code = "CL221",
             .name = "basic-authentication-in-clear-text",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector logs on with Basic authentication without TLS",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
