#include <cstddef>
#include <unordered_set>

#include "linter/engine/rule.h"
#include "linter/model/certificate_name.h"

namespace connlint::rules {
namespace {

/// The certificates of the inputs.
struct Certificates {
  explicit Certificates(const Organization& organization) {
    for (const Object& object : organization.others) {
      if (object.object_kind() != ObjectKind::certificate) continue;
      ++count;
      keys.insert(certificate_key(object));
    }
  }
  std::size_t count = 0;
  std::unordered_set<std::string> keys;
};

void check(const Context& in, Sink& out) {
  const Certificates certificates(in.organization);
  bool named = false;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    const std::optional<CertificateName> name =
        parse_certificate_name(connector.text(Property::tls_certificate_name));
    if (!name) continue;
    named = true;
    if (certificates.count == 0 || certificates.keys.contains(key_of(*name))) continue;
    out.report(connector, Property::tls_certificate_name,
               "{} is to use the certificate of '{}' issued by '{}', which the inputs do not hold: "
               "a server that lacks it shows another one, or offers no TLS",
               described(connector), name->subject, name->issuer);
  }
  if (!named) out.not_applicable("no enabled connector is known to name a certificate");
  if (named && certificates.count == 0) {
    out.not_judged(
        "the inputs hold no certificates: export them from every server (Get-ExchangeCertificate | "
        "Export-Clixml)");
  }
}

}  // namespace

Rule certificate_not_found() {
  return {.code = "CL269",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector}},
          .sources = R"(HealthChecker, "Cloud Connector Check"; New-SendConnector)",
          .from = Generation::exchange_2013,
          .check = check};
}

}  // namespace connlint::rules
