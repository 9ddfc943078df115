#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"

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
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    if (connector.flag(Property::force_helo) != true) continue;
    const std::string_view need = need_of(in.organization, connector);
    if (need.empty()) continue;
    out.report(
        connector, Property::force_helo,
        "{} greets with HELO but {}, which takes an extension that servers offer after EHLO only",
        described(connector), need);
  }
}

}  // namespace

Rule helo_where_ehlo_is_needed() {
  return {.code = "CL224",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::force_helo}},
          .sources = "RFC 3207; RFC 4954; RFC 5321, 4.1.1.1; New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
