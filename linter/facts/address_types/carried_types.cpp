#include "linter/facts/address_types/carried_types.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "linter/facts/dropped.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The types of every client (KB 959956; IXPLogon::AddressTypes; PidTagAddressType).
constexpr std::array<std::string_view, 4> kAlwaysListed = {"SMTP", "X400", "EX", "MAPIPDL"};
/// Types of directory entries, distribution lists, voice mail and instant messaging: no connector
/// carries them.
constexpr std::array<std::string_view, 9> kInternal = {"SMTP", "X400", "EX",  "X500",   "MAPIPDL",
                                                       "EUM",  "SIP",  "ADC", "INVALID"};

bool holds(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::any_of(
      words, [&](std::string_view known) { return equals_ignoring_case(known, word); });
}

/// What a connector does for the types of its address spaces.
struct Standing {
  bool enabled = true;
  bool drops_all = false;
  bool drops_non_smtp = false;
};

Standing standing_of(const Organization& organization, const Connector& connector) {
  Standing standing{.enabled = connector.counts_as_enabled()};
  if (!standing.enabled || connector.host == Host::legacy) return standing;
  if (connector.address_spaces().empty()) return standing;
  standing.drops_all =
      takes_no_message(connector) || dropped_of(organization, connector) != Dropped::no;
  standing.drops_non_smtp = non_smtp_drop_of(organization, connector) != NonSmtpDrop::no;
  return standing;
}

std::vector<ConnectorId>& list_for(CarriedType& carried, const Standing& standing,
                                   const AddressSpace& space) {
  if (!standing.enabled) return carried.disabled;
  const bool dropped = standing.drops_all || (standing.drops_non_smtp && !is_smtp(space)) ||
                       is_impossible_type(space.type);
  return dropped ? carried.dropped : carried.connectors;
}

}  // namespace

bool always_listed(std::string_view type) { return holds(kAlwaysListed, type); }

bool never_required_by_import(std::string_view type) { return holds(kInternal, type); }

bool carries_types(const Connector& connector) {
  switch (connector.kind) {
    case ConnectorKind::routing_group:
    case ConnectorKind::receive:
    case ConnectorKind::outbound:
    case ConnectorKind::inbound: return false;
    case ConnectorKind::send:
    case ConnectorKind::foreign:
    case ConnectorKind::delivery_agent:
    case ConnectorKind::smtp:
    case ConnectorKind::x400:
    case ConnectorKind::gateway:
    case ConnectorKind::unknown: break;
  }
  return true;
}

const AddressSpace& first_space_of(const Connector& connector, std::string_view type) {
  const Spaces& spaces = connector.address_spaces();
  return *std::ranges::find_if(
      spaces, [&](const std::string& other) { return equals_ignoring_case(other, type); },
      &AddressSpace::type);
}

std::vector<CarriedType> carried_types(const Organization& organization) {
  constexpr auto kInAnyCase = [](std::string_view a, std::string_view b) {
    return less_ignoring_case(a, b);
  };
  std::map<std::string_view, CarriedType, decltype(kInAnyCase)> types;
  for (std::size_t i = 0; i < organization.connectors.size(); ++i) {
    const Connector& connector = organization.connectors[i];
    if (!carries_types(connector)) continue;
    const auto id = static_cast<ConnectorId>(i);
    const Standing standing = standing_of(organization, connector);
    for (const AddressSpace& space : connector.address_spaces()) {
      CarriedType& carried = types[space.type];
      std::vector<ConnectorId>& ids = list_for(carried, standing, space);
      if (ids.empty() || ids.back() != id) ids.push_back(id);
    }
  }
  std::vector<CarriedType> out;
  out.reserve(types.size());
  for (auto& [name, carried] : types) {
    carried.type = upper(name);
    out.push_back(std::move(carried));
  }
  return out;
}

}  // namespace connlint
