#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view level = connector.text(Property::tls_auth_level);
    if (!equals_ignoring_case(level, "DomainValidation")) continue;
    const std::optional<bool> by_dns = connector.flag(Property::dns_routing);
    const bool stated = connector.states(Property::tls_domain);
    if (by_dns == true || (stated && !connector.states_nothing(Property::tls_domain))) continue;
    if (!by_dns || !stated) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(
        connector.place_of(Property::tls_domain), subject_of(organization, connector),
        fmt::format("{} has the TLS level DomainValidation and a smart host but no TLS domain, so "
                    "that there is no name with which the certificate could be compared",
                    described(connector)));
    if (is_code_only(organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::tls_domain);
  }
  if (!unknown.empty()) {
    out.not_judged(
        unknown.text("whether these connectors route by DNS, or their TLS domain, is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::tls_auth_level}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule tls_domain_missing;
const Rule tls_domain_missing = {
    .info = {.code = "CL214",
             .name = "tls-domain-missing",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector to a smart host validates the TLS domain but names none",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
