#include "linter/routing/selection/selection_edge.h"

#include <algorithm>

#include <fmt/format.h>

#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/routing/address/space_syntax.h"

namespace connlint {
namespace {

/// Whether the connector is one of the Edge Transport server's own: it sends from there, or it
/// comes from the configuration of an Edge Transport server, whose connectors name no source
/// server.
bool is_own(const Organization& organization, const Connector& connector, ServerId edge) {
  if (connector.sources.empty()) return is_edge_object(organization, connector);
  return std::ranges::any_of(connector.sources,
                             [&](const ServerReference& source) { return source.server == edge; });
}

/// The match of `--`, which stands for the authoritative and internal relay domains
/// (New-SendConnector): as close as the domain itself.
struct Mark {
  bool takes = false;
  bool open = false;
};

Mark mark_of(const AcceptedDomains& accepted, const Address& address) {
  if (address.type != "SMTP") return {};
  if (!accepted.known()) return {.takes = false, .open = true};
  const AcceptedMatch match = accepted.of(address.domain);
  switch (match.role()) {
    case DomainRole::authoritative:
    case DomainRole::internal_relay: break;
    case DomainRole::unknown: return {.takes = false, .open = true};
    case DomainRole::foreign:
    case DomainRole::external_relay: return {};
  }
  return {.takes = match.exact, .open = !match.exact};
}

/// The places in the space index of the `--` of own connectors.
std::vector<std::uint32_t> marks_of(const Landscape& landscape, ServerId edge) {
  const Organization& organization = landscape.topology.organization();
  std::vector<std::uint32_t> found;
  const std::vector<SpaceEntry>& entries = landscape.spaces.entries();
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].pattern.form() != SpacePattern::Form::nothing) continue;
    const Connector& connector = organization.connector(entries[i].connector);
    if (!is_accepted_domains_mark(connector.address_spaces()[entries[i].space])) continue;
    if (is_own(organization, connector, edge)) found.push_back(i);
  }
  return found;
}

Outcome filter(const Session& session, const Entry& entry) {
  const RoutedConnector& routed =
      session.landscape().routed_connectors[static_cast<std::size_t>(entry.connector)];
  if (routed.dropped != Dropped::no || entry.outcome == Outcome::ignored) return Outcome::ignored;
  if (is_too_small(session, routed)) return Outcome::too_small;
  return routed.disabled ? Outcome::disabled : Outcome::not_evaluated;
}

/// Adds the spaces `--`, keeping one entry for each connector in the order of connectors.
void add_marks(const Session& session, ServerId edge, std::vector<Entry>& entries) {
  for (std::uint32_t mark : marks_of(session.landscape(), edge)) {
    const SpaceEntry& space = session.landscape().spaces.entries()[mark];
    Entry entry;
    entry.connector = space.connector;
    entry.space = mark;
    entry.space_cost = space.cost;
    entry.match = exact_match(session.query().address.domain);
    const auto at = std::ranges::lower_bound(entries, entry.connector, {}, &Entry::connector);
    if (at == entries.end() || at->connector != entry.connector) {
      entries.insert(at, entry);
    } else if (at->match.specificity < entry.match.specificity) {
      *at = entry;
    }
  }
}

/// The least cost, then the first name, among the closest.
std::uint32_t best_of(const Session& session, std::vector<Entry>& entries,
                      const std::vector<std::uint32_t>& closest) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (entries[a].cost() != entries[b].cost()) return entries[a].cost() < entries[b].cost();
    return before_by_name(session, entries[a].connector, entries[b].connector);
  };
  const std::uint32_t best = *std::ranges::min_element(closest, before);
  for (std::uint32_t i : closest) {
    if (i == best) continue;
    entries[i].outcome =
        entries[i].cost() == entries[best].cost() ? Outcome::later_name : Outcome::higher_cost;
  }
  entries[best].outcome = Outcome::chosen;
  return best;
}

void fail(const Session& session, Choice& choice) {
  const auto too_small = [](const Entry& entry) { return entry.outcome == Outcome::too_small; };
  const bool smtp = session.query().address.type == "SMTP";
  if (std::ranges::any_of(choice.entries, too_small)) {
    choice.failure = Verdict::ndr;
    choice.reason =
        "the message is larger than every connector takes whose address space matches, so that it "
        "is returned with an NDR";
    return;
  }
  choice.failure = smtp ? Verdict::unreachable : Verdict::ndr;
  choice.reason =
      smtp ? "no connector of the Edge Transport server that can be used has an address space that "
             "matches, so that the message waits in the Unreachable queue"
           : "an Edge Transport server routes SMTP alone, so that the message is returned with an "
             "NDR";
}

std::vector<Candidate> candidates_on_edge(const Session& session, const Choice& choice,
                                          ServerId edge) {
  const Organization& organization = session.topology().organization();
  std::vector<Candidate> candidates = candidates_of(session, choice);
  for (Candidate& candidate : candidates) {
    if (is_own(organization, organization.connector(candidate.connector), edge)) continue;
    candidate.outcome = Outcome::out_of_scope;
    candidate.detail = fmt::format("not one of the connectors of Edge Transport server {}",
                                   quoted(organization.server(edge).name()));
  }
  return candidates;
}

}  // namespace

EdgeChoice choose_on_edge(Session& session, const AcceptedDomains& accepted, ServerId edge,
                          bool mark_takes) {
  const Organization& organization = session.topology().organization();
  EdgeChoice found;
  Choice& choice = found.choice;
  choice.at = {false, session.topology().unknown_site()};
  choice.entries = session.matched(MatchProfile::modern, Width::all);
  std::erase_if(choice.entries, [&](const Entry& entry) {
    return !is_own(organization, organization.connector(entry.connector), edge);
  });
  const Mark mark = mark_of(accepted, session.query().address);
  found.mark_is_open = mark.open && !marks_of(session.landscape(), edge).empty();
  if (mark.takes || (mark.open && mark_takes)) add_marks(session, edge, choice.entries);
  for (Entry& entry : choice.entries) {
    entry.outcome = filter(session, entry);
    entry.goal = choice.at;
  }
  const std::vector<std::uint32_t> closest = keep_closest(choice.entries);
  if (closest.empty()) {
    fail(session, choice);
  } else {
    choice.closest = closest.front();
    choice.winners = {best_of(session, choice.entries, closest)};
  }
  if (session.query().detail != Detail::answer) {
    found.candidates = candidates_on_edge(session, choice, edge);
  }
  return found;
}

}  // namespace connlint
