#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view domain = connector.text(Property::tls_domain);
    if (domain.empty()) continue;
    if (!connector.states(Property::tls_auth_level)) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    const std::string_view level = connector.text(Property::tls_auth_level);
    if (equals_ignoring_case(level, "DomainValidation")) continue;
    const std::string stated =
        level.empty() ? "has no TLS level" : fmt::format("has the TLS level {}", level);
    Finding& finding = out.report(
        connector.place_of(Property::tls_domain), subject_of(organization, connector),
        fmt::format("{} {}, so that its TLS domain '{}' is ignored and any host with a certificate "
                    "may take the mail",
                    described(connector), stated, domain));
    finding.detail = name_of(Property::tls_domain);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the TLS levels of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::tls_domain}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule tls_domain_unused;
const Rule tls_domain_unused = {
    .info = {.code = "CL215",
             .name = "tls-domain-unused",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector names a TLS domain that it does not validate",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
