// Exchange 2000/2003 (and 5.5): the closest space, what the message may not use, the least cost
// over the whole path; equal costs share the load.
#include <algorithm>

#include "linter/model/wording.h"
#include "linter/routing/selection/selection.h"

namespace connlint {
namespace {

bool is_oldest(const Topology& topology, std::uint32_t group, std::optional<ServerId> server) {
  const auto oldest = [&](ServerId id) {
    return topology.organization().server(id).generation == Generation::exchange_55;
  };
  if (server) return oldest(*server);
  const std::vector<ServerId>& members = topology.servers_in_group(group);
  return !members.empty() && std::ranges::all_of(members, oldest);
}

/// Gives an entry its distance from the group, or makes it unreachable.
void measure(Session& session, std::uint32_t group, Entry& entry) {
  const Topology& topology = session.topology();
  const Placement& placement = topology.placement_of(entry.connector);
  if (!placement.known() && placement.legacy) return;
  const std::uint32_t node = placement.legacy ? placement.group : topology.modern_group();
  const PathLabel& path = session.group_paths(group)[node];
  entry.goal = Spot{placement.legacy, placement.legacy ? placement.group : kNone};
  if (!path.reached() || (session.routes_around() && session.is_down(entry.connector))) {
    entry.outcome = Outcome::unreachable;
    return;
  }
  entry.distance = {.total = path.cost,
                    .group = path.cost,
                    .site = 0,
                    .hops = path.hops,
                    .nearness = node == group ? 1 : 2};
}

/// What becomes of mail that no connector takes.
void fail_legacy(const Session& session, Choice& choice) {
  const bool smtp = session.query().address.type == "SMTP";
  const auto too_small = [](const Entry& entry) { return entry.outcome == Outcome::too_small; };
  choice.failure = Verdict::ndr;
  if (std::ranges::any_of(choice.entries, too_small)) {
    choice.reason =
        "the message is larger than every connector takes whose address space matches, "
        "so that it is returned with an NDR";
  } else if (smtp && !session.landscape().spaces.carries("SMTP")) {
    choice.virtual_server = true;
    choice.reason =
        "no connector of the organisation has an SMTP address space, so that the SMTP "
        "virtual server of the sending server delivers by itself";
  } else {
    choice.reason =
        "no connector in scope has an address space that matches, so that the message "
        "is returned with an NDR (5.0.0)";
  }
}

void set_unreachable(const Session& session, Choice& choice,
                     const std::vector<std::uint32_t>& closest) {
  std::vector<std::string> names;
  names.reserve(closest.size());
  for (std::uint32_t i : closest) {
    names.emplace_back(
        session.topology().organization().connector(choice.entries[i].connector).name());
  }
  std::ranges::sort(names);
  choice.failure = Verdict::unreachable;
  choice.reason = "the message stays queued for " + listed(names) +
                  ", which cannot be reached: a less specific address space never takes its place";
}

/// Makes the cheapest entries that can be reached the winners: all of them, since equals share the
/// load.
void take_cheapest(const Session& session, Choice& choice,
                   const std::vector<std::uint32_t>& closest) {
  std::vector<Entry>& entries = choice.entries;
  std::vector<std::uint32_t> usable;
  for (std::uint32_t i : closest) {
    if (entries[i].goal && entries[i].outcome == Outcome::not_evaluated) usable.push_back(i);
  }
  // One of which no input tells the place is taken only where there is no other.
  if (usable.empty() && closest.size() == 1 && !entries[closest.front()].goal) usable = closest;
  if (usable.empty()) return set_unreachable(session, choice, closest);
  const auto cost = [&](std::uint32_t i) { return entries[i].cost(); };
  const std::int64_t least = cost(*std::ranges::min_element(usable, {}, cost));
  for (std::uint32_t i : usable) {
    if (cost(i) == least) {
      choice.winners.push_back(i);
    } else {
      entries[i].outcome = Outcome::higher_cost;
    }
  }
  std::ranges::sort(choice.winners, [&](std::uint32_t a, std::uint32_t b) {
    return before_by_name(session, entries[a].connector, entries[b].connector);
  });
  for (std::uint32_t i : choice.winners) {
    entries[i].outcome = choice.winners.size() > 1 ? Outcome::tied : Outcome::chosen;
  }
}

}  // namespace

// The steps that look at a connector by itself. A restriction makes it absent; one of another scope
// is not seen at all (KB 287058); a disabled connector of Exchange 2007 stays, since Exchange 2003
// does not know the setting (ExBPA c7fabf2c).
Outcome filter_legacy(const Session& session, const Entry& entry, std::uint32_t group) {
  const RoutedConnector& routed =
      session.landscape().routed_connectors[static_cast<std::size_t>(entry.connector)];
  const Placement& placement = session.topology().placement_of(entry.connector);
  if (session.query().size && routed.limit && *routed.limit < *session.query().size) {
    return Outcome::too_small;
  }
  const bool scoped = routed.scope == Scope::site || routed.scope == Scope::routing_group;
  if (!scoped) return Outcome::not_evaluated;
  const bool here = placement.legacy && (placement.group == group || placement.group == kNone);
  return here ? Outcome::not_evaluated : Outcome::out_of_scope;
}

Choice choose_legacy(Session& session, std::uint32_t group, std::optional<ServerId> server) {
  const bool oldest = is_oldest(session.topology(), group, server);
  Choice choice;
  choice.at = {true, group};
  choice.entries =
      session.matched(oldest ? MatchProfile::oldest : MatchProfile::legacy, Width::all);
  choice.bare_domains_mattered =
      session.bare_domains_matter(oldest ? MatchProfile::oldest : MatchProfile::legacy);
  for (Entry& entry : choice.entries) entry.outcome = filter_legacy(session, entry, group);
  const std::vector<std::uint32_t> closest = keep_closest(choice.entries);
  if (closest.empty()) {
    fail_legacy(session, choice);
    return choice;
  }
  choice.closest = closest.front();
  for (std::uint32_t i : closest) measure(session, group, choice.entries[i]);
  take_cheapest(session, choice, closest);
  return choice;
}

}  // namespace connlint
