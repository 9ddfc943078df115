#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/certificate_name.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    const std::string_view name = connector.text(Property::tls_certificate_name);
    if (name.empty() || !connector.counts_as_enabled() || parse_certificate_name(name)) continue;
    Finding& finding = out.report(
        connector.place_of(Property::tls_certificate_name), subject_of(organization, connector),
        fmt::format(
            "{} names its TLS certificate '{}', where '<I>issuer<S>subject' is expected, so "
            "that no certificate is found by it",
            described(connector), name));
    if (is_code_only(organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::tls_certificate_name);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::tls_certificate_name}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {"New-SendConnector", "New-ReceiveConnector"};

}  // namespace

extern const Rule invalid_tls_certificate_name;
const Rule invalid_tls_certificate_name = {
    .info = {.code = "CL218",
             .name = "invalid-tls-certificate-name",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary =
                 "The name of a connector's TLS certificate has not the form that Exchange reads",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2013},
    .check = check};

}  // namespace connlint::rules
