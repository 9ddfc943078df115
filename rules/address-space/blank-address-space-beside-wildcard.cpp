#include <algorithm>
#include <optional>
#include <vector>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/routing/routing_model.h"
#include "linter/routing/topology/topology.h"

namespace connlint::rules {
namespace {

/// A connector and its address space `*`.
struct Wildcard {
  const Connector* connector = nullptr;
  const AddressSpace* space = nullptr;
};

/// The connectors that take what the empty address space is for, asked where its own connector is.
std::vector<ConnectorId> takers_of(const Context& in, ConnectorId id, std::uint32_t space) {
  const Placement& placement = in.routing.topology().placement_of(id);
  const std::optional<Address> address = in.routing.example_of(id, space);
  if (!placement.legacy || !placement.known() || !address) return {};
  return in.routing
      .route({.address = *address,
              .from = {PlaceKind::routing_group, placement.group},
              .size = {},
              .down = {},
              .detail = Detail::answer})
      .answer.connectors;
}

/// Of those the one that takes everything by its `*`; nothing where the connector takes it itself.
Wildcard winner_of(const Context& in, ConnectorId id, std::uint32_t space) {
  const std::vector<ConnectorId> takers = takers_of(in, id, space);
  if (std::ranges::find(takers, id) != takers.end()) return {};
  const std::string& type = in.organization.connector(id).address_spaces()[space].type;
  for (ConnectorId taker : takers) {
    const Connector& connector = in.organization.connector(taker);
    for (const AddressSpace& other : connector.address_spaces()) {
      if (other.address == "*" && equals_ignoring_case(other.type, type)) {
        return {&connector, &other};
      }
    }
  }
  return {};
}

void check(const Context& in, Sink& out) {
  const bool modern = holds_modern_server(in.organization);
  for (std::size_t i = 0; i < in.organization.connectors.size(); ++i) {
    const Connector& connector = in.organization.connectors[i];
    if (connector.host != Host::legacy || !connector.counts_as_enabled()) continue;
    const Spaces& spaces = connector.address_spaces();
    for (std::uint32_t j = 0; j < spaces.size(); ++j) {
      if (!spaces[j].address.empty() || (modern && is_smtp(spaces[j]))) continue;
      const Wildcard wildcard = winner_of(in, static_cast<ConnectorId>(i), j);
      if (wildcard.connector == nullptr) continue;
      out.report(connector, spaces[j],
                 "{} names no address, while {} has '{}': that one takes all mail of the type, "
                 "whatever the costs",
                 described(spaces[j], connector), described(*wildcard.connector),
                 named(*wildcard.space))
          .also(wildcard.space->where, "'{}' takes all addresses of the type",
                named(*wildcard.space));
    }
  }
}

}  // namespace

Rule blank_address_space_beside_wildcard() {
  return {.code = "CL118",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "Q152471; Q146299; Q193322",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
