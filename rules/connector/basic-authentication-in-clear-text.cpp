#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!equals_ignoring_case(mechanism, "BasicAuth")) continue;
    if (delivery_of(in.organization, connector) == Delivery::dns) continue;
    const std::optional<bool> tls = connector.flag(Property::require_tls);
    if (!tls) unknown.add(connector.name());
    if (tls != false) continue;
    out.report(connector, Property::smart_host_auth_mechanism,
               "{} has the authentication BasicAuth and does not require TLS, so that user name "
               "and password may cross the network in clear text",
               described(connector))
        .also(connector.place_of(Property::require_tls), "{} does not require TLS",
              described(connector));
  }
  out.not_judged(unknown, "whether these connectors require TLS is not known");
}

}  // namespace

Rule basic_authentication_in_clear_text() {
  return {.code = "CL221",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::smart_host_auth_mechanism}},
          .sources = "Send connectors (Exchange 2016); New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
