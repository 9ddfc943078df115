#include "linter/routing/selection/walk.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Decides at one place and says where the message goes.
class Guide {
 public:
  Guide(Session& session, std::optional<Spot> fixed) : session_(session), fixed_(fixed) {}

  Station station(Spot at, std::optional<ServerId> server) {
    session_.enter();
    Station station;
    station.at = at;
    station.server = server;
    if (fixed_) {
      station.choice.at = at;
      if (at != *fixed_) go(station, *fixed_, nullptr);
      return station;
    }
    station.choice = at.legacy ? choose_legacy(session_, at.index, server)
                               : choose_modern(session_, at.index, server);
    const Choice& choice = station.choice;
    if (choice.virtual_server) return station;
    if (choice.winners.empty()) {
      station.failure = choice.failure;
      station.reason = choice.reason;
      return station;
    }
    for (std::uint32_t winner : choice.winners) follow(station, choice.entries[winner]);
    return station;
  }

 private:
  const Topology& topology() const { return session_.topology(); }

  /// Delivers by a chosen connector, hands over to its connected routing group, or goes towards it.
  void follow(Station& station, const Entry& entry) {
    const bool here = !entry.goal || *entry.goal == station.at;
    if (!here) return go(station, *entry.goal, &entry);
    if (station.at.legacy) {
      std::optional<Move> move = over_connected_group(station.at, entry.connector);
      if (move) {
        station.handed_over.push_back(entry.connector);
        return add(station, std::move(*move));
      }
    }
    station.delivered.push_back(entry);
  }

  static void add(Station& station, Move move) {
    const auto same = [&](const Move& known) { return known.nodes == move.nodes; };
    if (std::ranges::none_of(station.moves, same)) station.moves.push_back(std::move(move));
  }

  /// Towards a place; a failure of the station where it cannot be reached.
  void go(Station& station, Spot goal, const Entry* entry) {
    if (station.at.legacy) return go_from_group(station, goal);
    if (goal.legacy) return go_into_groups(station, goal);
    go_to_site(station, goal.index, entry);
  }

  void go_from_group(Station& station, Spot goal) {
    const std::uint32_t node = goal.legacy ? goal.index : topology().modern_group();
    const std::vector<PathLabel>& paths = session_.group_paths(station.at.index);
    if (!paths[node].reached() || node == station.at.index) return fail(station);
    const std::uint32_t edge = Topology::edges_of(paths, node).front();
    add(station, over_link(edge));
  }

  void go_into_groups(Station& station, Spot goal) {
    const std::vector<PathLabel>& paths = session_.paths_into_groups(station.at.index);
    if (!paths[goal.index].reached()) return fail(station);
    const std::uint32_t edge = Topology::edges_of(paths, goal.index).front();
    const GroupLink& link = topology().group_links()[edge];
    const std::optional<std::uint32_t> source =
        link.source_sites.empty() ? std::optional(station.at.index)
                                  : session_.nearest_site(station.at.index, link.source_sites);
    if (source && *source != station.at.index) return go_to_site(station, *source, nullptr);
    add(station, over_link(edge));
  }

  /// Along the site path as far as the first hub site; to its end where the choice is settled.
  void go_to_site(Station& station, std::uint32_t site, const Entry* entry) {
    const std::vector<PathLabel>& paths = session_.site_paths(station.at.index);
    if (!paths[site].reached()) return fail(station);
    const std::vector<std::uint32_t> nodes = Topology::nodes_of(paths, site);
    const std::vector<std::uint32_t> edges = Topology::edges_of(paths, site);
    if (const std::optional<SiteLinkId> link = too_small(edges)) {
      station.failure = Verdict::ndr;
      station.reason = fmt::format(
          "the message is larger than site link {} takes, which is on the least-cost path: the "
          "path "
          "is not computed again, and the message is returned with an NDR",
          quoted(topology().organization().site_link(*link).name()));
      return;
    }
    const bool settled = entry != nullptr && station.choice.settled;
    Move move;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Spot node{false, nodes[i]};
      move.nodes.push_back(node);
      move.edges.push_back(edges[i]);
      if (i + 1 == nodes.size() || !topology().is_hub(nodes[i])) continue;
      if (!settled) break;
      move.hubs.push_back(node);
    }
    move.to = move.nodes.back();
    move.site_cost = paths[move.to.index].cost;
    if (entry != nullptr && move.to.index == site) {
      move.server = source_in(entry->connector, site);
      if (settled) station.delivered.push_back(*entry);
    }
    add(station, std::move(move));
  }

  /// The first link of the path that the message is too large for.
  std::optional<SiteLinkId> too_small(const std::vector<std::uint32_t>& edges) const {
    if (!session_.query().size) return std::nullopt;
    for (std::uint32_t edge : edges) {
      const std::optional<SiteLinkId> link = topology().link_of_edge(edge);
      if (!link) continue;
      const Size* limit =
          topology().organization().site_link(*link).get<Size>(Property::max_message_size);
      if (limit != nullptr && limit->bytes && *limit->bytes < *session_.query().size) return link;
    }
    return std::nullopt;
  }

  /// The source server of a connector in a site, the first by name.
  std::optional<ServerId> source_in(ConnectorId id, std::uint32_t site) const {
    const Organization& organization = topology().organization();
    std::optional<ServerId> first;
    for (const ServerReference& source : organization.connector(id).sources) {
      if (!source.server || topology().spot_of(*source.server) != Spot{false, site}) continue;
      if (!first || less_ignoring_case(organization.server(*source.server).name(),
                                       organization.server(*first).name())) {
        first = source.server;
      }
    }
    return first;
  }

  /// Over a routing group connector; into the routing group of Exchange 2007 to the site of its
  /// target server.
  Move over_link(std::uint32_t edge) const {
    const GroupLink& link = topology().group_links()[edge];
    Move move;
    move.across = link.connector;
    move.group_cost = link.cost;
    move.to = {true, link.to};
    if (link.to == topology().modern_group()) move.to = {false, arrival_site(link)};
    move.nodes = {move.to};
    move.edges = {kNone};
    return move;
  }

  /// The site where a routing group connector ends: the first by name of those of its target
  /// servers; where none is known, the first with servers.
  std::uint32_t arrival_site(const GroupLink& link) const {
    const auto rank = [&](std::uint32_t s) { return topology().rank_of_site(s); };
    if (!link.target_sites.empty()) return *std::ranges::min_element(link.target_sites, {}, rank);
    for (const Place& place : topology().places()) {
      if (place.kind == PlaceKind::site) return place.index;
    }
    return topology().unknown_site();
  }

  /// Over a connector with connected routing groups into the cheapest of these.
  std::optional<Move> over_connected_group(Spot at, ConnectorId id) const {
    std::optional<std::uint32_t> best;
    for (std::uint32_t edge : topology().links_from(at.index)) {
      const GroupLink& link = topology().group_links()[edge];
      if (link.connector != id || session_.query().down.holds(id)) continue;
      if (!best || link.cost < topology().group_links()[*best].cost) best = edge;
    }
    if (!best) return std::nullopt;
    return over_link(*best);
  }

  static void fail(Station& station) {
    station.failure = Verdict::unreachable;
    station.reason =
        station.at.legacy
            ? "no path leads there, so that the message waits in the queue for "
              "messages with an unreachable destination"
            : "no path leads there, so that the message waits in the Unreachable queue";
  }

  Session& session_;
  std::optional<Spot> fixed_;
};

/// Places and the stations that were made for them.
class Map {
 public:
  /// The station of the place, or `kNone`.
  [[nodiscard]] std::uint32_t find(Spot spot) const {
    const auto it = known_.find({spot.legacy, spot.index});
    return it == known_.end() ? kNone : it->second;
  }
  void add(Spot spot, std::uint32_t station) { known_[{spot.legacy, spot.index}] = station; }

 private:
  std::map<std::pair<bool, std::uint32_t>, std::uint32_t> known_;
};

/// Whether a station is where the message ends for its main part, though a move leads on: the end
/// of a settled path.
bool ends_with(const Station& station) {
  return !station.delivered.empty() && station.choice.settled;
}

/// Whether any station can be reached from itself.
bool has_cycle(const Walk& walk, const std::vector<std::vector<std::uint32_t>>& next) {
  enum class State : std::uint8_t { fresh, open, done };
  std::vector<State> states(walk.stations.size(), State::fresh);
  std::vector<std::pair<std::uint32_t, std::size_t>> open = {{0, 0}};
  states[0] = State::open;
  while (!open.empty()) {
    auto& [station, position] = open.back();
    if (position == next[station].size()) {
      states[station] = State::done;
      open.pop_back();
      continue;
    }
    const std::uint32_t target = next[station][position++];
    if (states[target] == State::open) return true;
    if (states[target] != State::fresh) continue;
    states[target] = State::open;
    open.emplace_back(target, 0);
  }
  return false;
}

Walk follow(Session& session, Stations& made, Spot from, std::optional<ServerId> server,
            std::optional<Spot> fixed) {
  Guide guide(session, fixed);
  const auto station_of = [&](Spot at, std::optional<ServerId> decides) -> const Station* {
    const Station* known = made.find(at, decides);
    return known != nullptr ? known : &made.add(guide.station(at, decides));
  };
  Walk walk;
  Map map;
  std::vector<std::vector<std::uint32_t>> next;
  walk.stations.push_back(station_of(from, server));
  map.add(from, 0);
  // A place decides in the same way each time, so that each is a station once.
  for (std::uint32_t i = 0; i < walk.stations.size(); ++i) {
    next.emplace_back();
    if (ends_with(*walk.stations[i])) continue;
    for (const Move& move : walk.stations[i]->moves) {
      std::uint32_t station = map.find(move.to);
      if (station == kNone) {
        station = static_cast<std::uint32_t>(walk.stations.size());
        map.add(move.to, station);
        walk.stations.push_back(station_of(move.to, move.server));
      }
      next[i].push_back(station);
    }
  }
  walk.loop = has_cycle(walk, next);
  std::vector<bool> seen(walk.stations.size(), false);
  std::uint32_t station = 0;
  while (!seen[station]) {
    seen[station] = true;
    walk.main.push_back(station);
    const bool delivers = !walk.stations[station]->delivered.empty();
    if (delivers || next[station].empty()) return walk;
    station = next[station].front();
  }
  walk.main_loops = true;
  return walk;
}

}  // namespace

const Station* Stations::find(Spot at, std::optional<ServerId> server) const {
  const auto found = known_.find({at.legacy, at.index, server});
  return found == known_.end() ? nullptr : found->second.get();
}

const Station& Stations::add(Station station) {
  const Key key{station.at.legacy, station.at.index, station.server};
  return *known_.emplace(key, std::make_unique<const Station>(std::move(station))).first->second;
}

Walk walk(Session& session, Stations& stations, Spot from, std::optional<ServerId> server) {
  return follow(session, stations, from, server, std::nullopt);
}

Walk walk_to(Session& session, Stations& stations, Spot from, Spot to) {
  return follow(session, stations, from, std::nullopt, to);
}

}  // namespace connlint
