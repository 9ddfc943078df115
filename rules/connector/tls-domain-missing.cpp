#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view level = connector.text(Property::tls_auth_level);
    if (!equals_ignoring_case(level, "DomainValidation")) continue;
    const std::optional<bool> by_dns = connector.flag(Property::dns_routing);
    const bool stated = connector.states(Property::tls_domain);
    if (by_dns == true || (stated && !connector.states_nothing(Property::tls_domain))) continue;
    if (!by_dns || !stated) {
      unknown.add(connector.name());
      continue;
    }
    out.report(connector, Property::tls_domain,
               "{} has the TLS level DomainValidation and a smart host but no TLS domain, so that "
               "there is no name with which the certificate could be compared",
               described(connector));
  }
  out.not_judged(unknown,
                 "whether these connectors route by DNS, or their TLS domain, is not known");
}

}  // namespace

Rule tls_domain_missing() {
  return {.code = "CL214",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::tls_auth_level}},
          .sources = "New-SendConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
