#include "linter/routing/route_search.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "linter/model/wording.h"
#include "linter/routing/selection/selection_edge.h"
#include "linter/routing/topology/start.h"

namespace connlint {
namespace {

void append(std::string& text, std::string_view clause) {
  if (clause.empty()) return;
  text += text.empty() ? "" : "; ";
  text += clause;
}

/// Whether any place on the way made a choice of which `mattered` holds.
bool any_choice(const Walk& walk, bool Choice::*mattered) {
  return std::ranges::any_of(walk.stations,
                             [&](const Station* station) { return station->choice.*mattered; });
}

constexpr std::string_view kReturned =
    "the directory does not hold it, so that the message is returned with an NDR (5.1.1)";

}  // namespace

RouteSearch::RouteSearch(const Landscape& landscape, const Query& query)
    : landscape_(landscape),
      query_(query),
      resolution_(landscape.recipients.resolve(query.address)) {}

RouteSearch::Asked& RouteSearch::asked(Readings reading) {
  std::unique_ptr<Asked>& one = asked_[reading];
  if (!one) {
    one = std::make_unique<Asked>(landscape_, query_,
                                  Reading{.bare_domains = reading == Readings::bare_domains,
                                          .legacy_cost_first = reading == Readings::legacy_cost});
  }
  return *one;
}

Route RouteSearch::route(Place from) {
  Route route = answer_from(from);
  if (route.candidates.empty() && query_.detail == Detail::trace) {
    route.candidates = not_evaluated(route.verdict == Verdict::internal
                                         ? "addresses of the organisation are looked up before "
                                           "connectors are compared"
                                         : std::string_view(route.answer.reason));
  }
  const Topology& topology = landscape_.topology;
  route.from = from.kind == PlaceKind::server
                   ? PlaceName{PlaceKind::server,
                               std::string(topology.organization().servers[from.index].name())}
                   : topology.name_of({from.kind == PlaceKind::routing_group, from.index});
  return route;
}

Route RouteSearch::answer_from(Place from) {
  Route route;
  if (!query_.address.refusal.empty()) {
    route.verdict = Verdict::ndr;
    route.answer.reason = query_.address.refusal;
    return route;
  }
  const Organization& organization = landscape_.topology.organization();
  if (from.kind == PlaceKind::server &&
      organization.servers[from.index].has_role(Role::edge_transport)) {
    return from_edge(static_cast<ServerId>(from.index));
  }
  const Start start = start_of(landscape_.topology, from);
  if (!start.spot) {
    route.verdict = Verdict::unreachable;
    route.answer.reason =
        start.reason.empty() ? "the place does not route mail for the organisation" : start.reason;
    return route;
  }
  route = from_inside(from, *start.spot, start.server);
  append(route.answer.reason, start.reason);
  add_notes(route);
  return route;
}

Route RouteSearch::from_inside(Place from, Spot spot, std::optional<ServerId> server) {
  using Kind = Resolution::Kind;
  Route route;
  switch (resolution_.kind) {
    case Kind::routed:
      route = by_connectors(spot, server);
      append(route.answer.reason, resolution_.reason);
      return route;
    case Kind::forwarded: return forwarded(from);
    case Kind::returned:
      route.verdict = Verdict::ndr;
      route.answer.reason = resolution_.reason;
      return route;
    case Kind::inside:
      route.verdict = Verdict::internal;
      route.answer.reason = resolution_.reason;
      route.not_found = {
          .verdict = Verdict::ndr, .connectors = {}, .reason = std::string(kReturned)};
      return route;
    case Kind::relayed: {
      Route outside = by_connectors(spot, server);
      route.verdict = Verdict::internal;
      route.answer.reason = resolution_.reason;
      route.not_found = {.verdict = outside.verdict,
                         .connectors = std::move(outside.answer.connectors),
                         .reason = std::move(outside.answer.reason)};
      route.candidates = std::move(outside.candidates);
      return route;
    }
    case Kind::open: break;
  }
  route = by_connectors(spot, server);
  append(route.answer.reason, resolution_.reason);
  Answer inside;
  inside.reason =
      resolution_.reason +
      ": were it authoritative or an internal relay domain, recipients of the directory would be "
      "delivered inside the organisation";
  route.alternatives.insert(route.alternatives.begin(), std::move(inside));
  route.verdict = Verdict::model_dependent;
  return route;
}

Route RouteSearch::forwarded(Place from) {
  Route route;
  if (!follows_targets_) {
    route.verdict = Verdict::loop;
    route.answer.reason = resolution_.reason + ", which is that of another recipient with a target";
    return route;
  }
  if (!forward_) {
    forward_query_ = std::make_unique<Query>(query_);
    forward_query_->address = *resolution_.target;
    forward_ = std::make_unique<RouteSearch>(landscape_, *forward_query_);
    forward_->follows_targets_ = false;
  }
  route = forward_->answer_from(from);
  route.answer.reason = resolution_.reason + ": " + route.answer.reason;
  return route;
}

/// The route of an address that is routed at all, from a place that routes.
Route RouteSearch::by_connectors(Spot spot, std::optional<ServerId> server) {
  Route route;
  Asked& first = asked(as_documented);
  const Walk way = walk(first.session, first.stations, spot, server);
  Outcomes outcomes = answer_of(first.session, way);
  route.verdict = outcomes.verdict;
  route.answer = std::move(outcomes.answer);
  route.plan = std::move(outcomes.plan);
  route.queue_point = std::move(outcomes.queue_point);
  if (query_.detail != Detail::answer) route.candidates = candidates_of(first.session, way);
  if (any_choice(way, &Choice::bare_domains_mattered)) {
    add_alternative(
        bare_domains,
        "where '*.' and a domain take the domain itself in Exchange 2000/2003, too, which "
        "no source tells",
        spot, server, route);
  }
  if (any_choice(way, &Choice::legacy_cost_mattered)) {
    add_alternative(legacy_cost,
                    "where Exchange 2007 compares the cost of routing group connectors and address "
                    "space before it prefers its own routing group",
                    spot, server, route);
  }
  if (!route.alternatives.empty()) route.verdict = Verdict::model_dependent;
  return route;
}

/// Reads a point that the sources leave open the other way; adds what that changes.
void RouteSearch::add_alternative(Readings reading, std::string_view why, Spot from,
                                  std::optional<ServerId> server, Route& route) {
  Asked& other_way = asked(reading);
  Outcomes other =
      answer_of(other_way.session, walk(other_way.session, other_way.stations, from, server));
  if (other.verdict == route.verdict && other.answer.connectors == route.answer.connectors) return;
  // Where neither reading delivers, the first one stands.
  if (other.verdict != Verdict::routed && route.verdict != Verdict::routed) return;
  if (other.verdict != Verdict::routed) {
    other.answer.reason = fmt::format("{}: {}", word_of(other.verdict), other.answer.reason);
  }
  other.answer.reason = fmt::format("{}: {}", why, other.answer.reason);
  route.alternatives.push_back(std::move(other.answer));
}

Outcomes RouteSearch::edge_outcomes(const Choice& choice, ServerId edge) const {
  const Organization& organization = landscape_.topology.organization();
  Outcomes outcomes;
  if (choice.winners.empty()) {
    outcomes.verdict = choice.failure;
    outcomes.answer.reason = choice.reason;
    return outcomes;
  }
  const Entry& entry = choice.entries[choice.winners.front()];
  const Connector& connector = organization.connector(entry.connector);
  const AddressSpace& space =
      connector.address_spaces()[landscape_.spaces.entries()[entry.space].space];
  const std::string name(organization.server(edge).name());
  outcomes.verdict = Verdict::routed;
  outcomes.answer.connectors = {entry.connector};
  outcomes.answer.path = {{PlaceKind::server, name}};
  outcomes.answer.stops = {name};
  outcomes.answer.cost = Costs{.total = entry.space_cost,
                               .address_space = entry.space_cost,
                               .path = 0,
                               .legacy = {},
                               .site = {}};
  const bool mark = space.address == "--";
  outcomes.answer.reason =
      mark ? fmt::format(
                 "{} stands for the authoritative and internal relay domains, of which "
                 "{} is one, and {} is chosen for it",
                 quoted(to_text(space)), quoted(query_.address.domain), described(connector))
           : fmt::format(
                 "{} is the closest address space of Edge Transport server {} that can be "
                 "used, and {} is chosen for it",
                 quoted(to_text(space)), quoted(name), described(connector));
  return outcomes;
}

Route RouteSearch::from_edge(ServerId edge) {
  Session& session = asked(as_documented).session;
  const AcceptedDomains& accepted = landscape_.recipients.accepted();
  EdgeChoice chosen = choose_on_edge(session, accepted, edge, false);
  Outcomes outcomes = edge_outcomes(chosen.choice, edge);
  Route route;
  route.verdict = outcomes.verdict;
  route.answer = std::move(outcomes.answer);
  route.candidates = std::move(chosen.candidates);
  append(route.answer.reason, query_.address.encapsulation);
  if (!chosen.mark_is_open) return route;
  const EdgeChoice other = choose_on_edge(session, accepted, edge, true);
  Outcomes marked = edge_outcomes(other.choice, edge);
  if (marked.answer.connectors == route.answer.connectors) return route;
  marked.answer.reason = fmt::format(
      "where {}: {}",
      accepted.known()
          ? "'--' stands for what an accepted domain with a wildcard takes, too, which no source "
            "tells"
          : "the domain is an accepted one, which no input tells",
      marked.answer.reason);
  route.alternatives.push_back(std::move(marked.answer));
  route.verdict = Verdict::model_dependent;
  return route;
}

/// What a reader must know of the organisation and the address.
void RouteSearch::add_notes(Route& route) const {
  std::string& reason = route.answer.reason;
  const bool sites = std::ranges::count(route.answer.path, PlaceKind::site, &PlaceName::kind) > 1;
  if (sites && landscape_.topology.links_assumed()) {
    reason +=
        "; no input tells the site links, so that all sites count as joined by one link of "
        "the default cost 100";
  }
  append(reason, query_.address.encapsulation);
}

/// Every connector, not looked at, for one and the same reason.
std::vector<Candidate> RouteSearch::not_evaluated(std::string_view why) const {
  std::vector<Candidate> candidates;
  const Organization& organization = landscape_.topology.organization();
  for (std::size_t i = 0; i < organization.connectors.size(); ++i) {
    if (!landscape_.routed_connectors[i].takes_mail) continue;
    candidates.push_back({.connector = static_cast<ConnectorId>(i),
                          .name = std::string(organization.connectors[i].name()),
                          .space = {},
                          .outcome = Outcome::not_evaluated,
                          .detail = std::string(why)});
  }
  std::ranges::sort(candidates, {}, [&](const Candidate& candidate) {
    return landscape_.topology.rank_of(candidate.connector);
  });
  return candidates;
}

}  // namespace connlint
