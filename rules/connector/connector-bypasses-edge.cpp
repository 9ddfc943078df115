#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

/// The cheapest enabled connector with the SMTP address space `*` that sends from Edge Transport
/// servers.
struct EdgeRoute {
  const Connector* connector = nullptr;
  const AddressSpace* space = nullptr;
};

EdgeRoute edge_route_of(const Organization& organization) {
  EdgeRoute best;
  for (const Connector& connector : enabled_connectors(organization)) {
    const AddressSpace* space = internet_space_of(connector);
    if (space == nullptr || !space->cost) continue;
    if (best.space != nullptr && *best.space->cost <= *space->cost) continue;
    if (edge_source_of(organization, connector) == EdgeSource::yes) best = {&connector, space};
  }
  return best;
}

void check(const Context& in, Sink& out) {
  const EdgeRoute edge = edge_route_of(in.organization);
  if (edge.connector == nullptr) {
    out.not_applicable("no connector for all Internet mail sends from Edge Transport servers");
    return;
  }
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (connector.scope == Scope::site) continue;
    const AddressSpace* space = internet_space_of(connector);
    if (space == nullptr || !space->cost || *space->cost >= *edge.space->cost) continue;
    if (edge_source_of(in.organization, connector) != EdgeSource::no) continue;
    out.report(space->where, connector,
               "{} is cheaper than {}, so that where no site link outweighs it Internet mail "
               "leaves past the Edge Transport servers",
               described(*space, connector), described(*edge.space, *edge.connector))
        .also(edge.space->where, "the connector of the Edge Transport servers")
        .detail = identity_of(*space);
  }
}

}  // namespace

Rule connector_bypasses_edge() {
  return {.code = "CL237",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces},
                    {ObjectKind::connector, Property::source_servers}},
          .sources = R"(Exchange Server help, "Edge Subscriptions in Exchange Server")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
