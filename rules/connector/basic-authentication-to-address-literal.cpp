#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/smart_host.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!equals_ignoring_case(mechanism, "BasicAuthRequireTLS")) continue;
    if (delivery_of(organization, connector) == Delivery::dns) continue;
    for (const Located<std::string>& host : connector.names(Property::smart_hosts)) {
      if (!smart_host_of(*host).is_address()) continue;
      Finding& finding = out.report(
          host.where, subject_of(organization, connector),
          fmt::format("{} logs on over TLS to the smart host {}, an IP address, while the "
                      "certificate of the smart host must name it as the connector does",
                      described(connector), *host));
      finding.detail = *host;
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_host_auth_mechanism},
    Need{.kind = ObjectKind::connector, .property = Property::smart_hosts}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"Send connectors (Exchange 2016)"};

}  // namespace

extern const Rule basic_authentication_to_address_literal;
const Rule basic_authentication_to_address_literal = {
    .info = {.code = "CL222",
             .name = "basic-authentication-to-address-literal",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary =
                 "A Send connector that logs on over TLS names its smart host by an IP address",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
