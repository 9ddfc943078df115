#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"
#include "linter/routing/domain_connectors.h"

namespace connlint::rules {
namespace {

bool is_relay(const AcceptedDomain& domain) {
  const std::string_view type = domain.text(Property::type);
  return type == "internal-relay" || type == "external-relay";
}

/// Connectors that may take the domain, since their address spaces are not known.
Unjudged connectors_without_spaces(const Organization& organization) {
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (!carries_types(connector) || !connector.counts_as_enabled()) continue;
    if (!connector.states(Property::address_spaces)) unknown.add(std::string(connector.name()));
  }
  return unknown;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const DomainConnectors connectors(organization);
  const Unjudged unknown = connectors_without_spaces(organization);
  for (const AcceptedDomain& domain : organization.accepted_domains) {
    if (!is_relay(domain) || domain.name() == "*") continue;
    if (!connectors.of(domain.name()).empty()) continue;
    if (!unknown.empty()) {
      return out.not_judged(unknown.text("the address spaces of these connectors are not known"));
    }
    Finding& finding = out.report(
        domain.where, subject_of(domain),
        fmt::format(
            "accepted domain '{}' is an {} domain, and no enabled connector takes it, so "
            "that mail for recipients in the other system stays in the Unreachable queue",
            domain.name(),
            domain.text(Property::type) == "internal-relay" ? "internal relay" : "external relay"));
    finding.detail = name_of(Property::type);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::accepted_domain, .property = Property::type},
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"Exchange 2016 help, \"Accepted domains\""};

}  // namespace

extern const Rule relay_domain_without_connector;
const Rule relay_domain_without_connector = {
    .info = {.code = "CL501",
             .name = "relay-domain-without-connector",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "organization",
             .summary = "A relay domain has no connector by which its mail leaves",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
