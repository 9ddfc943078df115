#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
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
  for (const Connector& connector : enabled_connectors(organization)) {
    if (!carries_types(connector)) continue;
    if (!connector.states(Property::address_spaces)) unknown.add(connector.name());
  }
  return unknown;
}

void check(const Context& in, Sink& out) {
  const DomainConnectors connectors(in.organization);
  const Unjudged unknown = connectors_without_spaces(in.organization);
  for (const AcceptedDomain& domain : in.organization.accepted_domains) {
    if (!is_relay(domain) || domain.name() == "*") continue;
    if (!connectors.of(domain.name()).empty()) continue;
    if (!unknown.empty()) {
      return out.not_judged(unknown, "the address spaces of these connectors are not known");
    }
    out.report(
           domain,
           "accepted domain '{}' is an {} domain, and no enabled connector takes it, so that mail "
           "for recipients in the other system stays in the Unreachable queue",
           domain.name(),
           domain.text(Property::type) == "internal-relay" ? "internal relay" : "external relay")
        .detail = name_of(Property::type);
  }
}

}  // namespace

Rule relay_domain_without_connector() {
  return {.code = "CL501",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::accepted_domain, Property::type},
                    {ObjectKind::connector, Property::address_spaces}},
          .sources = R"(Exchange 2016 help, "Accepted domains")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
