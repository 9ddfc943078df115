// Address spaces that only scoped connectors have, so that other places have no route.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "linter/routing/address/address_class.h"
#include "linter/routing/routing_model.h"
#include "linter/routing/selection/selection.h"

namespace connlint {
namespace {

bool is_scoped(const RoutedConnector& routed) {
  return routed.scope == Scope::site || routed.scope == Scope::routing_group;
}

/// Scoped connectors and the places that they are scoped to.
class ScopedTakers {
 public:
  explicit ScopedTakers(const Landscape& landscape) : landscape_(&landscape) {}

  /// Adds the connector of a space.
  void add(const SpaceEntry& entry) {
    const RoutedConnector& routed =
        landscape_->routed_connectors[static_cast<std::size_t>(entry.connector)];
    if (routed.disabled) return;
    const Placement& placement = landscape_->topology.placement_of(entry.connector);
    // What routing drops for another reason is another matter.
    const bool dropped = routed.dropped != Dropped::no || entry.dropped;
    if (dropped || !is_scoped(routed) || !placement.known()) {
      everywhere_ = true;
      return;
    }
    carriers_.emplace(entry.connector, entry.space);
    sites_.insert(placement.sites.begin(), placement.sites.end());
    if (placement.legacy) groups_.insert(placement.group);
  }

  /// Adds the places of others, not their connectors.
  void add_places_of(const ScopedTakers& others) {
    everywhere_ = everywhere_ || others.everywhere_;
    sites_.insert(others.sites_.begin(), others.sites_.end());
    groups_.insert(others.groups_.begin(), others.groups_.end());
  }

  /// Whether a connector was added that may be seen from everywhere.
  [[nodiscard]] bool everywhere() const { return everywhere_; }

  /// The gap that is left, or nothing where there is none.
  [[nodiscard]] std::optional<ScopeGap> gap(Address address) const {
    if (everywhere_ || carriers_.empty()) return std::nullopt;
    ScopeGap gap{.address = std::move(address), .carriers = {}, .covered = {}};
    gap.carriers.assign(carriers_.begin(), carriers_.end());
    std::ranges::sort(gap.carriers, {}, [&](const auto& carrier) {
      return std::pair(landscape_->topology.rank_of(carrier.first), carrier.second);
    });
    for (std::uint32_t site : sites_) gap.covered.push_back({PlaceKind::site, site});
    for (std::uint32_t group : groups_) gap.covered.push_back({PlaceKind::routing_group, group});
    return gap;
  }

 private:
  const Landscape* landscape_;
  bool everywhere_ = false;
  std::set<std::pair<ConnectorId, std::uint32_t>> carriers_;
  std::set<std::uint32_t> sites_, groups_;
};

/// The connectors with `*`, by type.
using CatchAlls = std::map<std::string_view, ScopedTakers>;

CatchAlls catch_alls_of(const Landscape& landscape) {
  CatchAlls all;
  for (const SpaceEntry& entry : landscape.spaces.entries()) {
    if (entry.pattern.form() != SpacePattern::Form::all) continue;
    all.try_emplace(entry.pattern.type(), landscape).first->second.add(entry);
  }
  return all;
}

/// Those with `*` for a type, with the places of closer ones that take every address too (an empty
/// address space of Exchange 2000/2003, Q152471).
ScopedTakers takers_of_all(const Landscape& landscape, const Address& address,
                           const ScopedTakers& catch_all) {
  ScopedTakers takers = catch_all;
  ScopedTakers closer(landscape);
  for (const SpaceHit& hit : landscape.spaces.hits(address, MatchProfile::legacy, Width::closer)) {
    closer.add(landscape.spaces.entries()[hit.entry]);
  }
  takers.add_places_of(closer);
  return takers;
}

/// The connectors that take the address: of those with `*` only the places.
ScopedTakers takers_of(const Landscape& landscape, const Address& address,
                       const CatchAlls& catch_alls) {
  ScopedTakers takers(landscape);
  const auto found = catch_alls.find(address.type);
  if (found != catch_alls.end()) takers.add_places_of(found->second);
  for (MatchProfile profile : {MatchProfile::modern, MatchProfile::legacy}) {
    if (takers.everywhere()) break;
    for (const SpaceHit& hit : landscape.spaces.hits(address, profile, Width::closer)) {
      takers.add(landscape.spaces.entries()[hit.entry]);
    }
  }
  return takers;
}

}  // namespace

bool ScopeGap::covers(Place place) const {
  return std::ranges::find(covered, place) != covered.end();
}

std::vector<ScopeGap> RoutingModel::scope_gaps() const {
  const Landscape& all = landscape();
  const CatchAlls catch_alls = catch_alls_of(all);
  std::vector<ScopeGap> gaps;
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const SpaceEntry& entry : all.spaces.entries()) {
    if (!is_scoped(all.routed_connectors[static_cast<std::size_t>(entry.connector)])) continue;
    const SpacePattern& pattern = entry.pattern;
    if (!known.emplace(pattern.type(), pattern.text()).second) continue;
    std::optional<Address> address = representative(all.spaces, pattern);
    if (!address) continue;
    std::optional<ScopeGap> gap =
        pattern.form() == SpacePattern::Form::all
            ? takers_of_all(all, *address, catch_alls.at(pattern.type())).gap(*address)
            : takers_of(all, *address, catch_alls).gap(*address);
    if (gap) gaps.push_back(std::move(*gap));
  }
  return gaps;
}

}  // namespace connlint
