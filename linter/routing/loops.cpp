// Mail that comes back to a place that has handled it.
#include <algorithm>
#include <set>
#include <utility>

#include "linter/routing/address/address_class.h"
#include "linter/routing/routing_model.h"
#include "linter/routing/selection/answer.h"
#include "linter/routing/selection/selection.h"
#include "linter/routing/selection/walk.h"

namespace connlint {
namespace {

/// Whether places are known to think differently of a connector, which no loop goes without: it is
/// seen from some places only, Exchange 2000/2003 does not see that it is disabled (ExBPA
/// c7fabf2c), or it hands mail to a routing group that decides again (KB 305525). What Exchange
/// 2000/2003 makes of a connector that Exchange 2007 drops for another fault is not documented.
bool divides(const Landscape& landscape, const SpaceEntry& entry) {
  const RoutedConnector& routed =
      landscape.routed_connectors[static_cast<std::size_t>(entry.connector)];
  const Connector& connector = landscape.topology.organization().connector(entry.connector);
  if (routed.dropped != Dropped::no || entry.dropped) return false;
  return routed.scope == Scope::site || routed.scope == Scope::routing_group || routed.disabled ||
         !connector.names(Property::connected_routing_groups).empty();
}

/// The first choice on the way of which the places think differently: the entry in the index, or
/// nothing.
std::optional<std::uint32_t> cause_of(const Landscape& landscape, const Walk& walk) {
  for (std::uint32_t station : walk.main) {
    const Choice& choice = walk.stations[station]->choice;
    for (std::uint32_t winner : choice.winners) {
      const std::uint32_t entry = choice.entries[winner].space;
      if (divides(landscape, landscape.spaces.entries()[entry])) return entry;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<LoopCase> RoutingModel::loops() const {
  const Landscape& all = landscape();
  const std::vector<Place> places = all.topology.places();
  const bool legacy = std::ranges::any_of(
      places, [](const Place& place) { return place.kind == PlaceKind::routing_group; });
  std::vector<LoopCase> loops;
  // Places of Exchange 2007 alone agree on what they choose.
  if (!legacy) return loops;
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const SpaceEntry& entry : all.spaces.entries()) {
    const SpacePattern& pattern = entry.pattern;
    if (!divides(all, entry) || !known.emplace(pattern.type(), pattern.text()).second) continue;
    const std::optional<Address> address = representative(all.spaces, pattern);
    if (!address) continue;
    const Query query{
        .address = *address, .from = {}, .size = {}, .down = {}, .detail = Detail::answer};
    PathCache cache;
    Session session(all, query, {}, cache);
    Stations stations;
    for (const Place& place : places) {
      const Walk way = walk(session, stations, *all.topology.spot_of(place), std::nullopt);
      const std::optional<std::uint32_t> cause = cause_of(all, way);
      if (!way.main_loops || !cause) continue;
      const SpaceEntry& chosen = all.spaces.entries()[*cause];
      loops.push_back({.connector = chosen.connector,
                       .space = chosen.space,
                       .address = *address,
                       .from = name_of(place),
                       .path = answer_of(session, way).answer.path});
      break;
    }
  }
  return loops;
}

}  // namespace connlint
