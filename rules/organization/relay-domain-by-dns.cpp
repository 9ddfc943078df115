#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/destination.h"
#include "linter/routing/domain_connectors.h"

namespace connlint::rules {
namespace {

bool is_relay(const AcceptedDomain& domain) {
  const std::string_view type = domain.text(Property::type);
  return type == "internal-relay" || type == "external-relay";
}

/// The address space by which mail leaves where all connectors that take it route by DNS.
std::optional<DomainConnector> by_dns(const Organization& organization,
                                      const std::vector<DomainConnector>& connectors) {
  const bool all = std::ranges::all_of(connectors, [&](const DomainConnector& each) {
    const Connector& connector = organization.connector(each.connector);
    return speaks_smtp(connector) && delivery_of(organization, connector) == Delivery::dns &&
           to_exchange_online(connector) != ToExchangeOnline::yes;
  });
  return all && !connectors.empty() ? std::optional(connectors.front()) : std::nullopt;
}

void check(const Context& in, Sink& out) {
  const DomainConnectors connectors(in.organization);
  for (const AcceptedDomain& domain : in.organization.accepted_domains) {
    if (!is_relay(domain) || domain.name() == "*") continue;
    const auto found = by_dns(in.organization, connectors.of(domain.name()));
    if (!found) continue;
    const Connector& connector = in.organization.connector(found->connector);
    const AddressSpace& space = connector.address_spaces().at(found->space);
    out.report(domain,
               "mail of the relay domain '{}' leaves over {} by DNS: where its "
               "MX record names this organisation, such mail loops",
               domain.name(), described(connector))
        .also(space.where, "'{}' takes the domain", named(space))
        .detail = name_of(Property::type);
  }
}

}  // namespace

Rule relay_domain_by_dns() {
  return {.code = "CL502",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::accepted_domain, Property::type},
                    {ObjectKind::connector, Property::address_spaces}},
          .sources = R"(Exchange 2016 help, "Accepted domains")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
