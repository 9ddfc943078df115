#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/model/flags.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!has_other_flag(mechanism, "None")) continue;
    const Delivery delivery = delivery_of(organization, connector);
    if (delivery == Delivery::unknown) unknown.add(std::string(connector.name()));
    if (delivery != Delivery::dns) continue;
    Finding& finding = out.report(
        connector.place_of(Property::smart_host_auth_mechanism),
        subject_of(organization, connector),
        fmt::format("{} has the authentication {} but routes by DNS, so that it logs on nowhere",
                    described(connector), mechanism));
    finding.detail = name_of(Property::smart_host_auth_mechanism);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("whether these connectors route by DNS is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_host_auth_mechanism}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule authentication_without_smart_host;
const Rule authentication_without_smart_host = {
    .info = {.code = "CL219",
             .name = "authentication-without-smart-host",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector that routes by DNS states how it logs on to a smart host",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
