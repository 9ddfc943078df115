#include "linter/engine/rule.h"
#include "linter/model/certificate_name.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    const std::string_view name = connector.text(Property::tls_certificate_name);
    if (name.empty() || !connector.counts_as_enabled() || parse_certificate_name(name)) continue;
    out.report(connector, Property::tls_certificate_name,
               "{} names its TLS certificate '{}', where '<I>issuer<S>subject' is expected, so "
               "that no certificate is found by it",
               described(connector), name);
  }
}

}  // namespace

Rule invalid_tls_certificate_name() {
  return {.code = "CL218",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::tls_certificate_name}},
          .sources = "New-SendConnector; New-ReceiveConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2013,
          .check = check};
}

}  // namespace connlint::rules
