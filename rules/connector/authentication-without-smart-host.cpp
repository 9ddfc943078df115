#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/model/flags.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!has_other_flag(mechanism, "None")) continue;
    const Delivery delivery = delivery_of(in.organization, connector);
    if (delivery == Delivery::unknown) unknown.add(connector.name());
    if (delivery != Delivery::dns) continue;
    out.report(connector, Property::smart_host_auth_mechanism,
               "{} has the authentication {} but routes by DNS, so that it logs on nowhere",
               described(connector), mechanism);
  }
  out.not_judged(unknown, "whether these connectors route by DNS is not known");
}

}  // namespace

Rule authentication_without_smart_host() {
  return {.code = "CL219",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::smart_host_auth_mechanism}},
          .sources = "New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
