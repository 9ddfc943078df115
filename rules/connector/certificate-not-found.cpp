#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/certificate_name.h"
#include "linter/model/wording.h"

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
  for (const Connector& connector : in.organization.connectors) {
    if (!connector.counts_as_enabled()) continue;
    const std::optional<CertificateName> name =
        parse_certificate_name(connector.text(Property::tls_certificate_name));
    if (!name) continue;
    named = true;
    if (certificates.count == 0 || certificates.keys.contains(key_of(*name))) continue;
    Finding& finding = out.report(
        connector.place_of(Property::tls_certificate_name), subject_of(in.organization, connector),
        fmt::format("{} is to use the certificate of '{}' issued by '{}', which the inputs do not "
                    "hold: a server that lacks it shows another one, or offers no TLS",
                    described(connector), name->subject, name->issuer));
    finding.detail = name_of(Property::tls_certificate_name);
  }
  if (!named) out.not_applicable("no enabled connector is known to name a certificate");
  if (named && certificates.count == 0) {
    out.not_judged(
        "the inputs hold no certificates: export them from every server "
        "(Get-ExchangeCertificate | Export-Clixml)");
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {R"(HealthChecker, "Cloud Connector Check")",
                                                      "New-SendConnector"};

}  // namespace

extern const Rule certificate_not_found;
const Rule certificate_not_found = {
    .info = {.code = "CL269",
             .name = "certificate-not-found",
             .severity = Severity::warning,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary = "A connector names a certificate that the inputs do not hold",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2013},
    .check = check};

}  // namespace connlint::rules
