#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/routing/domain_connectors.h"

namespace connlint::rules {
namespace {

bool has_edge(const Organization& organization) {
  return std::ranges::any_of(organization.servers,
                             [](const Server& s) { return s.has_role(Role::edge_transport); }) ||
         std::ranges::any_of(organization.others, [](const Object& object) {
           return object.object_kind() == ObjectKind::edge_subscription;
         });
}

/// The address space by which mail leaves where no connector that takes it is on Edge Transport.
std::optional<DomainConnector> from_inside(const Organization& organization,
                                           const std::vector<DomainConnector>& connectors) {
  const bool all = std::ranges::all_of(connectors, [&](const DomainConnector& each) {
    const Connector& connector = organization.connector(each.connector);
    return edge_source_of(organization, connector) == EdgeSource::no;
  });
  return all && !connectors.empty() ? std::optional(connectors.front()) : std::nullopt;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (!has_edge(organization)) {
    return out.not_applicable("the inputs hold no Edge Transport server");
  }
  const DomainConnectors connectors(organization);
  for (const AcceptedDomain& domain : organization.accepted_domains) {
    if (domain.text(Property::type) != "external-relay" || domain.name() == "*") continue;
    const auto found = from_inside(organization, connectors.of(domain.name()));
    if (!found) continue;
    const Connector& connector = organization.connector(found->connector);
    const AddressSpace& space = connector.address_spaces().at(found->space);
    out.report(domain,
               "mail of the external relay domain '{}' leaves over {}, which no Edge Transport "
               "server sends for, so that it passes the inside of the organisation",
               domain.name(), described(connector))
        .also(space.where, "'{}' takes the domain", named(space))
        .detail = name_of(Property::type);
  }
}

}  // namespace

Rule external_relay_from_inside() {
  return {.code = "CL505",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::accepted_domain, Property::type},
                    {ObjectKind::connector, Property::source_servers}},
          .sources = R"(Exchange 2016 help, "Accepted domains")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
