#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

bool knows_edge(const Organization& organization) {
  return std::ranges::any_of(organization.servers,
                             [](const Server& s) { return s.has_role(Role::edge_transport); }) ||
         organization.coverage.has(ObjectKind::edge_subscription);
}

void check(const Context& in, Sink& out) {
  const bool edge = knows_edge(in.organization);
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    // Without a smart host the address space is ignored on any server.
    const Delivery delivery = delivery_of(in.organization, connector);
    if (delivery == Delivery::dns || delivery == Delivery::no_smart_host) continue;
    const auto other = std::ranges::find_if_not(connector.address_spaces(), is_smtp);
    if (other == connector.address_spaces().end()) continue;
    const EdgeSource source = edge_source_of(in.organization, connector);
    if (source == EdgeSource::unknown && edge) unknown.add(connector.name());
    if (source != EdgeSource::yes) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (is_smtp(space)) continue;
      out.report(space.type_where, connector,
                 "{} has a type other than SMTP, which an Edge Transport server does not route",
                 described(space, connector))
          .detail = identity_of(space);
    }
  }
  out.not_judged(unknown, "whether Edge Transport servers send for these is not known");
}

}  // namespace

Rule non_smtp_space_on_edge() {
  return {.code = "CL123",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "New-SendConnector; Send connectors (Exchange 2007)",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
