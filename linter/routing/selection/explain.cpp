// What decided about a connector, in words.
#include <algorithm>

#include <fmt/format.h>

#include "linter/model/wording.h"
#include "linter/routing/selection/selection.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

std::string name_of(const Session& session, const Entry& entry) {
  return quoted(session.topology().organization().connector(entry.connector).name());
}

/// `cost 15 (site links 5, address space 10)`.
std::string cost_text(const Entry& entry) {
  if (!entry.goal) return fmt::format("address space cost {}", entry.space_cost);
  std::string parts;
  if (entry.distance.group != 0) {
    parts += fmt::format("routing group connectors {}, ", entry.distance.group);
  }
  if (entry.distance.site != 0) parts += fmt::format("site links {}, ", entry.distance.site);
  if (parts.empty()) return fmt::format("cost {}", entry.cost());
  return fmt::format("cost {} ({}address space {})", entry.cost(), parts, entry.space_cost);
}

std::string scope_text(const Session& session, const Entry& entry) {
  const Placement& placement = session.topology().placement_of(entry.connector);
  if (placement.legacy) {
    const std::string group =
        placement.group == kNone
            ? std::string("its routing group")
            : "routing group " + quoted(session.topology().name_of({true, placement.group}).name);
    return "scoped to " + group;
  }
  std::vector<std::string> sites;
  for (std::uint32_t site : placement.sites) {
    sites.push_back(session.topology().name_of({false, site}).name);
  }
  return sites.empty() ? std::string("scoped to its site") : "scoped to site " + listed(sites);
}

std::string ignored_text(const Session& session, const Entry& entry) {
  const RoutedConnector& routed =
      session.landscape().routed_connectors[static_cast<std::size_t>(entry.connector)];
  if (routed.dropped != Dropped::no) return std::string(text_of(routed.dropped));
  if (session.landscape().spaces.entries()[entry.space].dropped) {
    return std::string(text_of(routed.non_smtp));
  }
  return is_legacy_hosted(session, entry)
             ? "no routing group connector leads from Exchange 2007 to its source servers (event "
               "5016)"
             : "no site link path leads to its source servers (event 5016)";
}

std::string closer_text(const Session& session, const Choice& choice) {
  if (!choice.closest) return "another address space is closer";
  const SpaceEntry& space =
      session.landscape().spaces.entries()[choice.entries[*choice.closest].space];
  const Connector& connector = session.topology().organization().connector(space.connector);
  return fmt::format("{} of {} is closer", quoted(to_text(connector.address_spaces()[space.space])),
                     quoted(connector.name()));
}

/// The distance of an entry that lost its place by nearness.
std::string farther_text(const Session& session, const Entry& entry, const Entry& winner) {
  if (is_legacy_hosted(session, entry) && !is_legacy_hosted(session, winner)) {
    return fmt::format(
        "{}; hosted on Exchange 2000/2003, and Exchange 2007 stays in its own routing group while "
        "it "
        "can",
        cost_text(entry));
  }
  if (entry.distance.nearness == winner.distance.nearness) {
    return fmt::format("{}, and {} hops away", cost_text(entry), entry.distance.hops);
  }
  return fmt::format(
      "{}, but {}", cost_text(entry),
      entry.distance.nearness == 1 ? "on another server of the site" : "in another site");
}

std::string size_text(std::uint64_t bytes) {
  Size size;
  size.bytes = bytes;
  return to_text(size);
}

std::string no_match_text(const Session& session, const Entry& entry) {
  const Spaces& spaces =
      session.topology().organization().connector(entry.connector).address_spaces();
  if (spaces.empty()) return "it has no address space";
  const std::string& type = session.query().address.type;
  const bool carries = std::ranges::any_of(
      spaces, [&](const AddressSpace& space) { return equals_ignoring_case(space.type, type); });
  return carries ? "none of its address spaces matches"
                 : fmt::format("none of its address spaces is of type {}", type);
}

std::string chosen_text(const Session& session, const Entry& entry) {
  std::string text = entry.outcome == Outcome::tied
                         ? cost_text(entry) + ", among equals that share the load"
                         : cost_text(entry);
  if (entry.match.undocumented) {
    text += "; how patterns of this type are compared is not documented";
  }
  if (!entry.goal) text += "; " + unknown_goal_text(session, entry);
  return text;
}

}  // namespace

std::string detail_of(const Session& session, const Choice& choice, const Entry& entry) {
  const Entry* winner = choice.winners.empty() ? nullptr : &choice.entries[choice.winners.front()];
  const RoutedConnector& routed =
      session.landscape().routed_connectors[static_cast<std::size_t>(entry.connector)];
  switch (entry.outcome) {
    case Outcome::chosen:
    case Outcome::tied: return chosen_text(session, entry);
    case Outcome::disabled: return "disabled";
    case Outcome::ignored: return ignored_text(session, entry);
    case Outcome::out_of_scope: return scope_text(session, entry);
    case Outcome::too_small:
      return fmt::format("takes at most {}", size_text(routed.limit.value_or(0)));
    case Outcome::no_match: return no_match_text(session, entry);
    case Outcome::less_specific: return closer_text(session, choice);
    case Outcome::higher_cost:
      return winner == nullptr ? cost_text(entry)
                               : fmt::format("{} against {} of {}", cost_text(entry),
                                             winner->cost(), name_of(session, *winner));
    case Outcome::farther:
      return winner == nullptr ? cost_text(entry) : farther_text(session, entry, *winner);
    case Outcome::later_name:
      return winner == nullptr ? cost_text(entry)
                               : fmt::format("{}, equal to {}, whose name comes first",
                                             cost_text(entry), name_of(session, *winner));
    case Outcome::unreachable:
      return session.is_down(entry.connector) ? "taken as down"
                                              : "no path leads to its routing group";
    case Outcome::not_evaluated:
      return entry.space == kNone ? std::string("no input tells its address spaces")
                                  : unknown_goal_text(session, entry);
  }
  return {};
}

std::string unknown_goal_text(const Session& session, const Entry& entry) {
  const Topology& topology = session.topology();
  if (!topology.placement_of(entry.connector).known() || topology.open_links().empty()) {
    return "no input tells where its source servers are";
  }
  return fmt::format(
      "whether a path leads to its source servers is not known, since the sites of "
      "site link {} were cut off",
      quoted(topology.organization().site_link(topology.open_links().front()).name()));
}

namespace {

void sort_by_name(const Session& session, std::vector<Candidate>& candidates) {
  std::ranges::sort(candidates, {}, [&](const Candidate& candidate) {
    return session.topology().rank_of(candidate.connector);
  });
}

Candidate candidate_of(const Session& session, const Choice& choice, const Entry& entry) {
  const Connector& connector = session.topology().organization().connector(entry.connector);
  Candidate candidate{.connector = entry.connector,
                      .name = std::string(connector.name()),
                      .space = {},
                      .outcome = entry.outcome,
                      .detail = detail_of(session, choice, entry)};
  if (entry.space != kNone) {
    const SpaceEntry& space = session.landscape().spaces.entries()[entry.space];
    candidate.space = to_text(connector.address_spaces()[space.space]);
  }
  return candidate;
}

}  // namespace

Candidate candidate_without_space(const Session& session, const Choice& choice, ConnectorId id) {
  Entry entry;
  entry.connector = id;
  entry.space = kNone;
  entry.outcome = choice.at.legacy ? filter_legacy(session, entry, choice.at.index)
                                   : filter_modern(session, entry, choice.at.index);
  const Connector& connector = session.topology().organization().connector(id);
  const bool known = connector.states(Property::address_spaces);
  if (entry.outcome == Outcome::not_evaluated && known) entry.outcome = Outcome::no_match;
  return candidate_of(session, choice, entry);
}

std::vector<Candidate> matching_candidates_of(const Session& session, const Choice& choice) {
  std::vector<Candidate> candidates;
  for (const Entry& entry : choice.entries) {
    candidates.push_back(candidate_of(session, choice, entry));
  }
  for (ConnectorId id : session.landscape().unknown_spaces) {
    candidates.push_back(candidate_without_space(session, choice, id));
  }
  sort_by_name(session, candidates);
  return candidates;
}

std::vector<Candidate> candidates_of(const Session& session, const Choice& choice) {
  const Organization& organization = session.topology().organization();
  std::vector<Candidate> candidates;
  auto matched = choice.entries.begin();
  for (std::size_t i = 0; i < organization.connectors.size(); ++i) {
    if (!session.landscape().routed_connectors[i].takes_mail) continue;
    const auto id = static_cast<ConnectorId>(i);
    while (matched != choice.entries.end() && matched->connector < id) ++matched;
    const bool matches = matched != choice.entries.end() && matched->connector == id;
    candidates.push_back(matches ? candidate_of(session, choice, *matched)
                                 : candidate_without_space(session, choice, id));
  }
  sort_by_name(session, candidates);
  return candidates;
}

}  // namespace connlint
