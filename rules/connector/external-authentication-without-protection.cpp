#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!equals_ignoring_case(mechanism, "ExternalAuthoritative")) continue;
    if (delivery_of(in.organization, connector) == Delivery::dns) continue;
    const std::optional<bool> tls = connector.flag(Property::require_tls);
    if (!tls) unknown.add(connector.name());
    if (tls != false) continue;
    out.report(connector, Property::smart_host_auth_mechanism,
               "{} has the authentication ExternalAuthoritative and does not require TLS: the way "
               "to the smart host must be protected by other means (IPsec, a private network)",
               described(connector));
  }
  out.not_judged(unknown, "whether these connectors require TLS is not known");
}

}  // namespace

Rule external_authentication_without_protection() {
  return {.code = "CL223",
          .severity = Severity::info,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::smart_host_auth_mechanism}},
          .sources = "Send connectors (Exchange 2016); New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
