// Exchange 2007 and later: size, enabled, scope and match; the closest space; site links plus
// address space; proximity; name.
#include <algorithm>
#include <tuple>

#include "linter/routing/selection/selection.h"

namespace connlint {
namespace {

/// Whether a server hosts the connector.
bool hosts(const Organization& organization, ServerId server, ConnectorId id) {
  const Connector& connector = organization.connector(id);
  const auto is = [&](const ServerReference& reference) { return reference.server == server; };
  if (connector.sources.empty()) return connector.home_mta && is(*connector.home_mta);
  return std::ranges::any_of(connector.sources, is);
}

/// The server that decides, where the site has only one.
std::optional<ServerId> only_server(const Topology& topology, std::uint32_t site) {
  const std::vector<ServerId>& servers = topology.servers_in_site(site);
  return servers.size() == 1 ? std::optional(servers.front()) : std::nullopt;
}

/// Exchange 2016 and later compare the hops to remote sites, where older ones only tell remote from
/// near.
bool counts_hops(const Topology& topology, std::uint32_t site) {
  const std::vector<ServerId>& servers = topology.servers_in_site(site);
  return !servers.empty() && std::ranges::all_of(servers, [&](ServerId id) {
    return topology.organization().server(id).generation >= Generation::exchange_2016;
  });
}

bool in_scope(const RoutedConnector& routed, const Placement& placement, std::uint32_t site) {
  if (routed.scope != Scope::site && routed.scope != Scope::routing_group) return true;
  // All servers of Exchange 2007 are in one routing group, where no legacy connector is.
  if (placement.legacy) return false;
  // Where the place of a scoped connector is not known, it may be this one.
  return placement.sites.empty() ||
         std::ranges::find(placement.sites, site) != placement.sites.end();
}

/// Gives an entry that is hosted on Exchange 2007 or later its distance from the site.
void measure(Session& session, std::uint32_t site, std::optional<ServerId> server, Entry& entry) {
  const Placement& placement = session.topology().placement_of(entry.connector);
  if (placement.sites.empty()) return;
  const std::optional<std::uint32_t> nearest = session.nearest_site(site, placement.sites);
  if (!nearest) {
    // A link of which not all sites are known may lead there.
    if (session.topology().open_links().empty()) entry.outcome = Outcome::ignored;
    return;
  }
  entry.goal = Spot{false, *nearest};
  if (*nearest == site) {
    const bool local = server && hosts(session.topology().organization(), *server, entry.connector);
    entry.distance = {.nearness = local ? 0 : 1};
    return;
  }
  const PathLabel& path = session.site_paths(site)[*nearest];
  entry.distance = {
      .total = path.cost, .group = 0, .site = path.cost, .hops = path.hops, .nearness = 2};
}

/// The winner among entries hosted on Exchange 2007 or later, with the outcomes of the others set.
/// `decided_by_cost` becomes false where more than cost was needed.
std::uint32_t best_modern(const Session& session, std::vector<Entry>& entries,
                          const std::vector<std::uint32_t>& among, bool hops,
                          bool& decided_by_cost) {
  const auto near = [&](const Entry& entry) {
    return std::make_tuple(entry.distance.nearness, hops ? entry.distance.hops : 0U);
  };
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    const Entry& first = entries[a];
    const Entry& second = entries[b];
    if (first.cost() != second.cost()) return first.cost() < second.cost();
    if (near(first) != near(second)) return near(first) < near(second);
    return before_by_name(session, first.connector, second.connector);
  };
  const std::uint32_t best = *std::ranges::min_element(among, before);
  for (std::uint32_t i : among) {
    if (i == best) continue;
    Entry& entry = entries[i];
    if (entry.cost() != entries[best].cost()) {
      entry.outcome = Outcome::higher_cost;
      continue;
    }
    decided_by_cost = false;
    entry.outcome = near(entry) != near(entries[best]) ? Outcome::farther : Outcome::later_name;
  }
  return best;
}

/// What becomes of mail that no connector takes.
void fail_modern(const Session& session, Choice& choice) {
  const bool smtp = session.query().address.type == "SMTP";
  const auto any = [&](Outcome outcome) {
    return std::ranges::any_of(choice.entries,
                               [&](const Entry& entry) { return entry.outcome == outcome; });
  };
  if (any(Outcome::too_small)) {
    choice.failure = Verdict::ndr;
    choice.reason =
        "the message is larger than every connector takes whose address space matches, "
        "so that it is returned with an NDR";
    return;
  }
  choice.failure = smtp ? Verdict::unreachable : Verdict::ndr;
  choice.reason = choice.entries.empty() ? "no address space of any connector matches"
                                         : "no connector whose address space matches can be used";
  choice.reason += smtp ? ", so that the message waits in the Unreachable queue"
                        : ", so that the message is returned with an NDR";
}

/// The winner of both worlds: Exchange 2007 stays in its own routing group as long as it can.
std::uint32_t between_worlds(const Session& session, Choice& choice, std::uint32_t modern,
                             std::uint32_t legacy) {
  std::vector<Entry>& entries = choice.entries;
  const auto pair = [&](const Entry& entry) {
    return std::make_tuple(entry.distance.group + entry.space_cost, entry.distance.site);
  };
  const bool differs = pair(entries[legacy]) < pair(entries[modern]);
  choice.legacy_cost_mattered = differs;
  const bool stays = !differs || !session.reading().legacy_cost_first;
  entries[stays ? legacy : modern].outcome = stays ? Outcome::farther : Outcome::higher_cost;
  return stays ? modern : legacy;
}

/// Whether a connector is seen from some sites only.
bool depends_on_site(const Session& session, const Entry& entry) {
  const RoutedConnector& routed =
      session.landscape().routed_connectors[static_cast<std::size_t>(entry.connector)];
  return routed.scope == Scope::site && !is_legacy_hosted(session, entry);
}

/// The sites of the closest entries that passed the filter, as far as all of their places are
/// known.
std::vector<PathGoal> goals_of(const Session& session, const std::vector<Entry>& entries) {
  std::uint64_t closest = 0;
  for (const Entry& entry : entries) {
    if (entry.outcome == Outcome::not_evaluated) {
      closest = std::max(closest, entry.match.specificity);
    }
  }
  std::vector<PathGoal> goals;
  for (const Entry& entry : entries) {
    if (entry.outcome != Outcome::not_evaluated || entry.match.specificity != closest) continue;
    const Placement& placement = session.topology().placement_of(entry.connector);
    if (placement.sites.empty()) return {};
    for (std::uint32_t site : placement.sites) goals.push_back({site, entry.space_cost});
  }
  return goals;
}

/// Gives the entries that passed the filter their distances.
void measure(Session& session, std::uint32_t site, std::optional<ServerId> server,
             std::vector<Entry>& entries) {
  const auto legacy = [&](const Entry& entry) {
    return entry.outcome == Outcome::not_evaluated && is_legacy_hosted(session, entry);
  };
  const bool any_legacy = std::ranges::any_of(entries, legacy);
  // For the answer alone it is enough to look as far as the winner.
  if (session.query().detail == Detail::answer && !any_legacy) {
    session.look_near(site, goals_of(session, entries));
  }
  for (Entry& entry : entries) {
    if (entry.outcome != Outcome::not_evaluated || is_legacy_hosted(session, entry)) continue;
    measure(session, site, server, entry);
  }
  if (any_legacy) measure_legacy_hosted(session, site, server, entries);
}

/// Chooses among the closest entries, of which at least one has a known place.
std::uint32_t winner_among(Session& session, Choice& choice,
                           const std::vector<std::uint32_t>& closest) {
  std::vector<std::uint32_t> modern;
  std::vector<std::uint32_t> legacy;
  for (std::uint32_t i : closest) {
    if (!choice.entries[i].goal) continue;  // Its place is not known: it stays not evaluated.
    (is_legacy_hosted(session, choice.entries[i]) ? legacy : modern).push_back(i);
  }
  const bool hops = counts_hops(session.topology(), choice.at.index);
  bool by_cost = true;
  std::optional<std::uint32_t> best;
  if (!modern.empty()) best = best_modern(session, choice.entries, modern, hops, by_cost);
  const auto local_only = [&](const Entry& entry) { return depends_on_site(session, entry); };
  choice.settled = best && by_cost && std::ranges::none_of(choice.entries, local_only);
  if (legacy.empty()) return *best;
  const std::uint32_t across = best_legacy_hosted(session, choice.entries, legacy);
  if (!best) return across;
  const std::uint32_t winner = between_worlds(session, choice, *best, across);
  for (std::uint32_t i : winner == *best ? legacy : modern) {
    choice.entries[i].outcome = choice.entries[winner == *best ? across : *best].outcome;
  }
  choice.settled = choice.settled && winner == *best;
  return winner;
}

/// The choice among the connectors with spaces of a width.
Choice choose_among(Session& session, std::uint32_t site, std::optional<ServerId> server,
                    Width width) {
  Choice choice;
  choice.at = {false, site};
  choice.entries = session.matched(MatchProfile::modern, width);
  const std::optional<ServerId> decides = server ? server : only_server(session.topology(), site);
  for (Entry& entry : choice.entries) entry.outcome = filter_modern(session, entry, site);
  measure(session, site, decides, choice.entries);
  const std::vector<std::uint32_t> closest = keep_closest(choice.entries);
  if (closest.empty()) {
    fail_modern(session, choice);
    return choice;
  }
  choice.closest = closest.front();
  const auto known = [&](std::uint32_t i) { return choice.entries[i].goal.has_value(); };
  if (std::ranges::none_of(closest, known) && closest.size() > 1) {
    choice.failure = Verdict::unreachable;
    choice.reason = "several connectors match, and no input tells where their source servers are";
    return choice;
  }
  const std::uint32_t winner = std::ranges::none_of(closest, known)
                                   ? closest.front()
                                   : winner_among(session, choice, closest);
  choice.entries[winner].outcome = Outcome::chosen;
  choice.winners = {winner};
  return choice;
}

}  // namespace

Outcome filter_modern(const Session& session, const Entry& entry, std::uint32_t site) {
  const RoutedConnector& routed =
      session.landscape().routed_connectors[static_cast<std::size_t>(entry.connector)];
  const Placement& placement = session.topology().placement_of(entry.connector);
  if (routed.dropped != Dropped::no || entry.outcome == Outcome::ignored) return Outcome::ignored;
  if (is_too_small(session, routed)) return Outcome::too_small;
  if (routed.disabled) return Outcome::disabled;
  return in_scope(routed, placement, site) ? Outcome::not_evaluated : Outcome::out_of_scope;
}

Choice choose_modern(Session& session, std::uint32_t site, std::optional<ServerId> server) {
  if (session.query().detail == Detail::answer) {
    // A connector with a closer space than `*` leaves those with `*` no part in the answer.
    Choice choice = choose_among(session, site, server, Width::closer);
    if (!choice.winners.empty()) return choice;
  }
  return choose_among(session, site, server, Width::all);
}

}  // namespace connlint
