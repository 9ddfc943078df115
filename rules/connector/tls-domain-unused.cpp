#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view domain = connector.text(Property::tls_domain);
    if (domain.empty()) continue;
    if (!connector.states(Property::tls_auth_level)) {
      unknown.add(connector.name());
      continue;
    }
    const std::string_view level = connector.text(Property::tls_auth_level);
    if (equals_ignoring_case(level, "DomainValidation")) continue;
    const std::string stated =
        level.empty() ? "has no TLS level" : fmt::format("has the TLS level {}", level);
    out.report(connector, Property::tls_domain,
               "{} {}, so that its TLS domain '{}' is ignored and any host with a certificate may "
               "take the mail",
               described(connector), stated, domain);
  }
  out.not_judged(unknown, "the TLS levels of these connectors are not known");
}

}  // namespace

Rule tls_domain_unused() {
  return {.code = "CL215",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::tls_domain}},
          .sources = "New-SendConnector",
          .from = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
