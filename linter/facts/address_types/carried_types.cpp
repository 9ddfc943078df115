#include "linter/facts/address_types/carried_types.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

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
    for (const AddressSpace& space : connector.address_spaces()) {
      CarriedType& carried = types[space.type];
      auto& ids = connector.counts_as_enabled() ? carried.connectors : carried.disabled;
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
