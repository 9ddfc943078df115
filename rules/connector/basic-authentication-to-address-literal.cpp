#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/smart_host.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!equals_ignoring_case(mechanism, "BasicAuthRequireTLS")) continue;
    if (delivery_of(in.organization, connector) == Delivery::dns) continue;
    for (const Located<std::string>& host : connector.names(Property::smart_hosts)) {
      if (!smart_host_of(*host).is_address()) continue;
      out.report(host.where, connector,
                 "{} logs on over TLS to the smart host {}, an IP address, while the certificate "
                 "of the smart host must name it as the connector does",
                 described(connector), *host)
          .detail = *host;
    }
  }
}

}  // namespace

Rule basic_authentication_to_address_literal() {
  return {.code = "CL222",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::smart_host_auth_mechanism},
                    {ObjectKind::connector, Property::smart_hosts}},
          .sources = "Send connectors (Exchange 2016)",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
