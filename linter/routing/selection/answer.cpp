#include "linter/routing/selection/answer.h"

#include <algorithm>

#include <fmt/format.h>

#include "linter/model/wording.h"

namespace connlint {
namespace {

/// All connectors by which the message can leave, by name.
std::vector<Entry> exits_of(const Session& session, const Walk& walk) {
  std::vector<Entry> exits;
  for (const Station* station : walk.stations) {
    exits.insert(exits.end(), station->delivered.begin(), station->delivered.end());
  }
  const auto rank = [&](const Entry& entry) { return session.topology().rank_of(entry.connector); };
  std::ranges::stable_sort(exits, {}, rank);
  const auto same = [](const Entry& a, const Entry& b) { return a.connector == b.connector; };
  exits.erase(std::unique(exits.begin(), exits.end(), same), exits.end());
  return exits;
}

bool holds(const std::vector<Entry>& entries, ConnectorId id) {
  return std::ranges::find(entries, id, &Entry::connector) != entries.end();
}

/// The moves of the main part, in order.
std::vector<const Move*> moves_of(const Walk& walk) {
  std::vector<const Move*> moves;
  for (std::size_t i = 0; i < walk.main.size(); ++i) {
    const Station& station = *walk.stations[walk.main[i]];
    const bool last = i + 1 == walk.main.size();
    // The last station moves on only at the end of a settled path, or into a place that was there
    // before.
    const bool moves_on =
        !last || (!station.delivered.empty() && station.choice.settled) || walk.main_loops;
    if (!station.moves.empty() && moves_on) moves.push_back(&station.moves.front());
  }
  return moves;
}

std::optional<Costs> costs_of(const Walk& walk, const Entry& exit) {
  if (!exit.goal) return std::nullopt;
  Costs costs;
  costs.address_space = exit.space_cost;
  std::int64_t site = 0;
  std::int64_t group = 0;
  for (const Move* move : moves_of(walk)) {
    site += move->site_cost;
    group += move->group_cost;
  }
  costs.path = site + group;
  costs.total = costs.path + costs.address_space;
  const std::vector<Spot> places = places_of(walk);
  if (std::ranges::any_of(places, &Spot::legacy) && !std::ranges::all_of(places, &Spot::legacy)) {
    costs.legacy = group + exit.space_cost;
    costs.site = site;
  }
  return costs;
}

std::vector<PlaceName> names_of(const Topology& topology, const std::vector<Spot>& spots) {
  std::vector<PlaceName> names;
  names.reserve(spots.size());
  for (const Spot& spot : spots) names.push_back(topology.name_of(spot));
  return names;
}

/// Hub sites, bridgeheads and the destination.
std::vector<std::string> stops_of(const Topology& topology, const Walk& walk) {
  std::vector<std::string> stops;
  for (const Move* move : moves_of(walk)) {
    for (const Spot& hub : move->hubs) stops.push_back(topology.name_of(hub).name);
    stops.push_back(topology.name_of(move->to).name);
  }
  if (stops.empty()) stops.push_back(topology.name_of(walk.stations.front()->at).name);
  // A place where parts of a way meet is one stop.
  std::vector<std::string> once;
  for (std::string& stop : stops) {
    if (std::ranges::find(once, stop) == once.end()) once.push_back(std::move(stop));
  }
  return once;
}

/// `A, B, C`.
std::string path_text(const std::vector<PlaceName>& path) {
  std::string text;
  for (const PlaceName& place : path) text += (text.empty() ? "" : ", ") + place.name;
  return text;
}

std::string loop_reason(const Walk& walk, const std::vector<PlaceName>& path) {
  if (!walk.main_loops) {
    return "part of the shared load comes back to a place that has handled it, and loops until the "
           "servers return it with an NDR";
  }
  return fmt::format(
      "the message comes back to a place that has handled it: {}; it loops until the servers "
      "return "
      "it with an NDR",
      path_text(path));
}

/// What a reader must know of the connector that takes the mail.
void add_notes(const Session& session, const Entry& entry, std::string& reason) {
  const Connector& connector = session.topology().organization().connector(entry.connector);
  const RoutedConnector& routed =
      session.landscape().routed_connectors[static_cast<std::size_t>(entry.connector)];
  const bool legacy = is_legacy_hosted(session, entry);
  if (!legacy && !connector.states(Property::enabled)) {
    reason += "; no input tells whether it is enabled, so that it counts as enabled";
  }
  if (session.query().size && !connector.states(Property::max_message_size)) {
    reason += "; no input tells its size limit, so that it takes any size";
  }
  if (entry.match.undocumented) {
    reason += "; how address spaces of this form are compared is not documented";
  }
  if (!entry.goal) reason += "; " + unknown_goal_text(session, entry);
  if (legacy && routed.restricted) {
    reason +=
        "; it has restrictions on senders, priorities or times, which are not looked at, and which "
        "Exchange 2007 does not look at either when it chooses";
  }
  if (session.query().address.type == "X400" ||
      session.landscape().spaces.entries()[entry.space].pattern.type() != "X400") {
    return;
  }
  reason +=
      "; no connector of its own type takes the address, so that Exchange 5.5 tries it as X.400, "
      "which can loop (Q262112)";
}

std::string chosen_reason(const Session& session, const std::vector<Entry>& exits) {
  const Entry& first = exits.front();
  const SpaceEntry& space = session.landscape().spaces.entries()[first.space];
  const Connector& connector = session.topology().organization().connector(first.connector);
  std::string reason = fmt::format("{} is the closest address space",
                                   quoted(to_text(connector.address_spaces()[space.space])));
  if (exits.size() > 1) {
    reason += ", and the load is shared among connectors of equal cost";
  } else {
    reason += fmt::format(" that can be used, and {} is chosen for it", described(connector));
  }
  add_notes(session, first, reason);
  return reason;
}

/// Whether a server is known to be down.
bool up(const Session& session, const Spot& spot) {
  const std::vector<ServerId>& servers = spot.legacy
                                             ? session.topology().servers_in_group(spot.index)
                                             : session.topology().servers_in_site(spot.index);
  return servers.empty() ||
         !std::ranges::all_of(servers, [&](ServerId id) { return session.query().down.holds(id); });
}

/// The places between two stops, and whether each can be entered.
struct Leg {
  std::vector<Spot> spots;
  std::vector<bool> open;
};

/// The legs of a walk: from each stop, the places up to the next one.
std::vector<Leg> legs_of(const Session& session, const Walk& walk) {
  std::vector<Leg> legs;
  for (const Move* move : moves_of(walk)) {
    bool open = !move->across || !session.query().down.holds(*move->across);
    Leg leg;
    for (std::size_t i = 0; i < move->nodes.size(); ++i) {
      const std::optional<SiteLinkId> link =
          move->edges[i] == kNone ? std::nullopt : session.topology().link_of_edge(move->edges[i]);
      if (link && session.query().down.holds(*link)) open = false;
      leg.spots.push_back(move->nodes[i]);
      leg.open.push_back(open);
      if (std::ranges::find(move->hubs, move->nodes[i]) == move->hubs.end()) continue;
      legs.push_back(std::move(leg));
      leg = {};
    }
    if (!leg.spots.empty()) legs.push_back(std::move(leg));
  }
  return legs;
}

/// Exchange 2007 and later: where mail waits, since the next stop cannot be reached: at the nearest
/// place before it that can (queue at the point of failure). Empty where nothing is in the way.
std::string queue_point_of(const Session& session, const Walk& walk,
                           const std::vector<Entry>& exits) {
  if (session.query().down.empty()) return {};
  Spot waits = walk.stations.front()->at;
  for (const Leg& leg : legs_of(session, walk)) {
    if (leg.open.back() && up(session, leg.spots.back())) {
      waits = leg.spots.back();
      continue;
    }
    for (std::size_t i = leg.spots.size() - 1; i > 0; --i) {
      if (!leg.open[i - 1] || !up(session, leg.spots[i - 1])) continue;
      waits = leg.spots[i - 1];
      break;
    }
    return session.topology().name_of(waits).name;
  }
  const auto down = [&](const Entry& entry) { return session.is_down(entry.connector); };
  const bool blocked = !exits.empty() && std::ranges::all_of(exits, down);
  return blocked ? session.topology().name_of(waits).name : std::string();
}

/// What the start meant to do, where the message leaves by other connectors.
std::optional<Answer> plan_of(Session& session, const Walk& walk, const std::vector<Entry>& exits) {
  const Station& start = *walk.stations.front();
  Answer plan;
  bool differs = false;
  for (std::uint32_t winner : start.choice.winners) {
    const Entry& entry = start.choice.entries[winner];
    plan.connectors.push_back(entry.connector);
    const bool handed =
        std::ranges::find(start.handed_over, entry.connector) != start.handed_over.end();
    differs = differs || (!handed && !holds(exits, entry.connector));
  }
  if (!differs) return std::nullopt;
  const Entry& first = start.choice.entries[start.choice.winners.front()];
  std::vector<Spot> spots = {start.at};
  if (first.goal && start.at.legacy) {
    const Topology& topology = session.topology();
    const std::uint32_t node = first.goal->legacy ? first.goal->index : topology.modern_group();
    for (std::uint32_t group : Topology::nodes_of(session.group_paths(start.at.index), node)) {
      if (group != topology.modern_group()) spots.push_back({true, group});
    }
    const std::vector<std::uint32_t>& sites = topology.placement_of(first.connector).sites;
    if (!first.goal->legacy && !sites.empty()) spots.push_back({false, sites.front()});
  } else if (first.goal && !first.goal->legacy) {
    const auto& paths = session.site_paths(start.at.index);
    for (std::uint32_t site : Topology::nodes_of(paths, first.goal->index)) {
      spots.push_back({false, site});
    }
  } else if (first.goal) {
    spots.push_back(*first.goal);
  }
  plan.path = names_of(session.topology(), spots);
  Costs costs;
  costs.total = first.cost();
  costs.address_space = first.space_cost;
  costs.path = first.distance.total;
  plan.cost = costs;
  plan.reason = fmt::format("the choice of {}", session.topology().name_of(start.at).name);
  return plan;
}

std::string connector_names(const Session& session, const std::vector<ConnectorId>& ids) {
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (ConnectorId id : ids) {
    names.emplace_back(session.topology().organization().connector(id).name());
  }
  return listed(names);
}

void add_plan_note(const Session& session, const Answer& plan, std::string& reason) {
  reason += fmt::format(
      "; the first place planned {}, but each place that handles the message decides again",
      connector_names(session, plan.connectors));
}

/// A connector that the first place planned, and by which the message does not leave.
void show_as_planned(const Session& session, const Walk& walk, Candidate& candidate) {
  const Station& last = *walk.stations[walk.main.back()];
  const auto later = std::ranges::find(last.choice.entries, candidate.connector, &Entry::connector);
  const bool seen = later != last.choice.entries.end();
  candidate.outcome = seen ? later->outcome : Outcome::no_match;
  candidate.detail =
      fmt::format("planned by {}, but {} decides again: {}",
                  session.topology().name_of(walk.stations.front()->at).name,
                  session.topology().name_of(last.at).name,
                  seen ? detail_of(session, last.choice, *later)
                       : std::string("by its rules none of the address spaces matches"));
}

/// A connector by which the message leaves, at the start or elsewhere.
void show_as_exit(const Session& session, const Station& station, const Station& start,
                  const Entry& exit, std::size_t exits, Candidate& candidate) {
  const bool planned = candidate.outcome == Outcome::chosen || candidate.outcome == Outcome::tied;
  candidate.outcome = exits > 1 ? Outcome::tied : Outcome::chosen;
  const SpaceEntry& space = session.landscape().spaces.entries()[exit.space];
  candidate.space = to_text(
      session.topology().organization().connector(exit.connector).address_spaces()[space.space]);
  if (planned || station.at == start.at) return;
  candidate.detail = fmt::format("{} decides again and takes it (seen from {}: {})",
                                 session.topology().name_of(station.at).name,
                                 session.topology().name_of(start.at).name, candidate.detail);
}

}  // namespace

std::vector<Spot> places_of(const Walk& walk) {
  std::vector<Spot> spots = {walk.stations.front()->at};
  for (const Move* move : moves_of(walk)) {
    spots.insert(spots.end(), move->nodes.begin(), move->nodes.end());
  }
  return spots;
}

Outcomes answer_of(Session& session, const Walk& walk) {
  const Topology& topology = session.topology();
  Outcomes outcomes;
  Answer& answer = outcomes.answer;
  answer.path = names_of(topology, places_of(walk));
  const Station& last = *walk.stations[walk.main.back()];
  const std::vector<Entry> exits = exits_of(session, walk);
  if (walk.loop) {
    outcomes.verdict = Verdict::loop;
    answer.reason = loop_reason(walk, answer.path);
    outcomes.plan = plan_of(session, walk, {});
    return outcomes;
  }
  if (exits.empty() && !last.choice.virtual_server) {
    outcomes.verdict = last.failure.value_or(Verdict::unreachable);
    answer.reason = last.reason;
    if (walk.main.size() == 1) {
      answer.path.clear();
      return outcomes;
    }
    outcomes.plan = plan_of(session, walk, exits);
    answer.reason = fmt::format("at {}: {}", topology.name_of(last.at).name, last.reason);
    return outcomes;
  }
  outcomes.verdict = Verdict::routed;
  answer.stops = stops_of(topology, walk);
  if (exits.empty()) {
    answer.reason = last.choice.reason;
    return outcomes;
  }
  for (const Entry& exit : exits) answer.connectors.push_back(exit.connector);
  answer.cost = costs_of(walk, last.delivered.empty() ? exits.front() : last.delivered.front());
  answer.reason = chosen_reason(session, exits);
  outcomes.plan = plan_of(session, walk, exits);
  if (outcomes.plan) add_plan_note(session, *outcomes.plan, answer.reason);
  outcomes.queue_point = queue_point_of(session, walk, exits);
  if (!outcomes.queue_point.empty()) {
    answer.reason += fmt::format(
        "; with what is taken as down the message waits in {} and takes no other connector",
        outcomes.queue_point);
  }
  return outcomes;
}

InternalRoute internal_route_of(const Session& session, const Walk& walk) {
  InternalRoute route;
  const Station& last = *walk.stations[walk.main.back()];
  route.path = names_of(session.topology(), places_of(walk));
  if (walk.loop) {
    route.verdict = Verdict::loop;
    route.reason = loop_reason(walk, route.path);
    return route;
  }
  if (last.failure) {
    route.verdict = *last.failure;
    route.reason = last.reason;
    return route;
  }
  route.verdict = Verdict::routed;
  route.stops = stops_of(session.topology(), walk);
  for (const Move* move : moves_of(walk)) {
    route.site_cost += move->site_cost;
    route.group_cost += move->group_cost;
  }
  route.queue_point = queue_point_of(session, walk, {});
  return route;
}

std::vector<Candidate> candidates_of(const Session& session, const Walk& walk) {
  const Station& start = *walk.stations.front();
  const bool all = session.query().detail == Detail::trace;
  std::vector<Candidate> candidates =
      all ? candidates_of(session, start.choice) : matching_candidates_of(session, start.choice);
  const std::vector<Entry> exits = exits_of(session, walk);
  if (walk.loop || exits.empty()) return candidates;
  const auto of = [&](ConnectorId id) -> Candidate& {
    const auto found = std::ranges::find(candidates, id, &Candidate::connector);
    if (found != candidates.end()) return *found;
    // Another place takes it by rules by which it does not match here.
    candidates.push_back(candidate_without_space(session, start.choice, id));
    return candidates.back();
  };
  for (std::uint32_t winner : start.choice.winners) {
    const ConnectorId id = start.choice.entries[winner].connector;
    if (!holds(exits, id)) show_as_planned(session, walk, of(id));
  }
  for (const Station* each : walk.stations) {
    const Station& station = *each;
    for (const Entry& exit : station.delivered) {
      show_as_exit(session, station, start, exit, exits.size(), of(exit.connector));
    }
    for (ConnectorId id : station.handed_over) {
      of(id).outcome = Outcome::chosen;
      of(id).detail = fmt::format(
          "chosen by {}; hands the message to a connected routing group, which decides again",
          session.topology().name_of(station.at).name);
    }
  }
  std::ranges::sort(candidates, {}, [&](const Candidate& candidate) {
    return session.topology().rank_of(candidate.connector);
  });
  return candidates;
}

}  // namespace connlint
