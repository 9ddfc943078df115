#include "linter/routing/routing_model.h"

#include <algorithm>
#include <mutex>

#include <fmt/format.h>

#include "linter/model/wording.h"
#include "linter/routing/selection/answer.h"
#include "linter/routing/selection/selection.h"
#include "linter/routing/selection/walk.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The server that a question starts from, where it names one.
std::optional<ServerId> server_of(Place place) {
  if (place.kind != PlaceKind::server) return std::nullopt;
  return static_cast<ServerId>(place.index);
}

/// Reads a point that the sources leave open the other way; adds what that changes.
void add_alternative(const Landscape& landscape, const Query& query, Spot from, Reading reading,
                     std::string_view why, Route& route) {
  PathCache cache;
  Session session(landscape, query, reading, cache);
  Outcomes other = answer_of(session, walk(session, from, server_of(query.from)));
  if (other.verdict == route.verdict && other.answer.connectors == route.answer.connectors) return;
  // Where neither reading delivers, the first one stands.
  if (other.verdict != Verdict::routed && route.verdict != Verdict::routed) return;
  if (other.verdict != Verdict::routed) {
    other.answer.reason = fmt::format("{}: {}", word_of(other.verdict), other.answer.reason);
  }
  other.answer.reason = fmt::format("{}: {}", why, other.answer.reason);
  route.alternatives.push_back(std::move(other.answer));
}

/// Every connector, not looked at, for one and the same reason.
std::vector<Candidate> not_evaluated(const Landscape& landscape, std::string_view why) {
  std::vector<Candidate> candidates;
  const Organization& organization = landscape.topology.organization();
  for (std::size_t i = 0; i < organization.connectors.size(); ++i) {
    if (!landscape.routed_connectors[i].takes_mail) continue;
    candidates.push_back({.connector = static_cast<ConnectorId>(i),
                          .name = std::string(organization.connectors[i].name()),
                          .space = {},
                          .outcome = Outcome::not_evaluated,
                          .detail = std::string(why)});
  }
  std::ranges::sort(candidates, {}, [&](const Candidate& candidate) {
    return landscape.topology.rank_of(candidate.connector);
  });
  return candidates;
}

/// The accepted domain of the organisation that an SMTP address lies in, or null.
const AcceptedDomain* accepted_domain_of(const Organization& organization, const Address& address) {
  for (const AcceptedDomain& domain : organization.accepted_domains) {
    if (equals_ignoring_case(domain.name(), address.domain)) return &domain;
  }
  return nullptr;
}

/// What a reader must know of the organisation and the address.
void add_notes(const Landscape& landscape, const Query& query, Route& route) {
  std::string& reason = route.answer.reason;
  const bool sites = std::ranges::count(route.answer.path, PlaceKind::site, &PlaceName::kind) > 1;
  if (sites && landscape.topology.links_assumed()) {
    reason +=
        "; no input tells the site links, so that all sites count as joined by one link of "
        "the default cost 100";
  }
  if (!query.address.encapsulation.empty()) reason += "; " + query.address.encapsulation;
  if (query.address.type != "SMTP") return;
  const AcceptedDomain* domain =
      accepted_domain_of(landscape.topology.organization(), query.address);
  if (domain == nullptr || !equals_ignoring_case(domain->text(Property::type), "authoritative")) {
    return;
  }
  reason += fmt::format(
      "; '{}' is an authoritative accepted domain, so that the directory is asked first: "
      "recipients "
      "that it knows are internal, others are returned",
      query.address.domain);
}

/// The route of an address that is routed at all, from a place that routes.
Route route_from(const Landscape& landscape, const Query& query, Spot from) {
  Route route;
  PathCache cache;
  Session session(landscape, query, {}, cache);
  const Walk way = walk(session, from, server_of(query.from));
  Outcomes outcomes = answer_of(session, way);
  route.verdict = outcomes.verdict;
  route.answer = std::move(outcomes.answer);
  route.plan = std::move(outcomes.plan);
  route.queue_point = std::move(outcomes.queue_point);
  if (query.detail == Detail::trace) route.candidates = candidates_of(session, way);
  if (session.bare_domains_mattered) {
    add_alternative(
        landscape, query, from, {.bare_domains = true},
        "where '*.' and a domain take the domain itself in Exchange 2000/2003, too, which "
        "no source tells",
        route);
  }
  if (session.legacy_cost_mattered) {
    add_alternative(landscape, query, from, {.legacy_cost_first = true},
                    "where Exchange 2007 compares the cost of routing group connectors and address "
                    "space before it prefers its own routing group",
                    route);
  }
  if (!route.alternatives.empty()) route.verdict = Verdict::model_dependent;
  return route;
}

template <class Objects>
void add_named(const Objects& objects, std::string_view name, PlaceKind kind,
               std::vector<Place>& places) {
  for (std::uint32_t i = 0; i < objects.size(); ++i) {
    if (equals_ignoring_case(objects[i].name(), name)) places.push_back({kind, i});
  }
}

/// `: did you mean 'Berlin'?`, or nothing.
std::string suggestion(std::string_view name, const std::vector<std::string>& known) {
  const std::vector<std::string_view> words(known.begin(), known.end());
  const std::optional<std::string_view> near = nearest(name, words);
  return near ? fmt::format(": did you mean '{}'?", *near) : std::string();
}

template <class Objects>
void add_names(const Objects& objects, std::vector<std::string>& names) {
  for (const auto& object : objects) names.emplace_back(object.name());
}

/// The objects of that name, added to `ids`; whether there is any.
template <class Id, class Objects>
bool take_named(const Objects& objects, std::string_view name, std::vector<Id>& ids) {
  const std::size_t before = ids.size();
  for (std::size_t i = 0; i < objects.size(); ++i) {
    if (equals_ignoring_case(objects[i].name(), name)) ids.push_back(static_cast<Id>(i));
  }
  return ids.size() > before;
}

template <class Id>
void sort_once(std::vector<Id>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

struct RoutingModel::Lazy {
  std::once_flag once;
  std::unique_ptr<const Landscape> landscape;
  std::once_flag losses_once;
  std::vector<SpaceLoss> losses;
};

RoutingModel::RoutingModel(const Organization& organization)
    : organization_(organization), lazy_(std::make_unique<Lazy>()) {}
RoutingModel::~RoutingModel() = default;
RoutingModel::RoutingModel(RoutingModel&&) noexcept = default;

const Landscape& RoutingModel::landscape() const {
  std::call_once(lazy_->once,
                 [&] { lazy_->landscape = std::make_unique<const Landscape>(organization_); });
  return *lazy_->landscape;
}

const Topology& RoutingModel::topology() const { return landscape().topology; }

const std::vector<RoutedConnector>& RoutingModel::routed_connectors() const {
  return landscape().routed_connectors;
}

const std::vector<SpaceLoss>& RoutingModel::lost_spaces() const {
  std::call_once(lazy_->losses_once, [&] { lazy_->losses = find_lost_spaces(); });
  return lazy_->losses;
}

std::vector<Place> RoutingModel::places() const { return landscape().topology.places(); }

Result<std::vector<Place>> RoutingModel::places_named(std::string_view name) const {
  std::vector<Place> places;
  add_named(organization_.servers, name, PlaceKind::server, places);
  add_named(organization_.sites, name, PlaceKind::site, places);
  const Topology& topology = landscape().topology;
  for (std::uint32_t i = 0; i < organization_.routing_groups.size(); ++i) {
    const RoutingGroup& group = organization_.routing_groups[i];
    const std::string qualified = group.administrative_group + "\\" + std::string(group.name());
    const bool named =
        equals_ignoring_case(group.name(), name) || equals_ignoring_case(qualified, name);
    if (named && !group.modern) places.push_back({PlaceKind::routing_group, i});
  }
  std::erase_if(places, [&](const Place& place) { return !topology.spot_of(place); });
  if (!places.empty()) return places;
  std::vector<std::string> known;
  add_names(organization_.servers, known);
  add_names(organization_.sites, known);
  add_names(organization_.routing_groups, known);
  return Error{fmt::format("no server, site or routing group that routes mail is named '{}'{}",
                           name, suggestion(name, known))};
}

PlaceName RoutingModel::name_of(Place place) const {
  const Topology& topology = landscape().topology;
  if (place.kind == PlaceKind::server) {
    return {PlaceKind::server, std::string(organization_.servers.at(place.index).name())};
  }
  return topology.name_of({place.kind == PlaceKind::routing_group, place.index});
}

Result<Down> RoutingModel::down_named(std::span<const std::string> names) const {
  Down down;
  for (const std::string& name : names) {
    bool found = take_named(organization_.connectors, name, down.connectors);
    found = take_named(organization_.servers, name, down.servers) || found;
    found = take_named(organization_.site_links, name, down.links) || found;
    if (found) continue;
    std::vector<std::string> known;
    add_names(organization_.connectors, known);
    add_names(organization_.servers, known);
    add_names(organization_.site_links, known);
    return Error{fmt::format("no connector, server or site link is named '{}'{}", name,
                             suggestion(name, known))};
  }
  sort_once(down.connectors);
  sort_once(down.servers);
  sort_once(down.links);
  return down;
}

std::string_view RoutingModel::default_domain() const {
  for (const AcceptedDomain& domain : organization_.accepted_domains) {
    if (domain.flag(Property::default_).value_or(false)) return domain.name();
  }
  return {};
}

Route RoutingModel::route(const Query& query) const {
  const Landscape& all = landscape();
  const std::optional<Spot> from = all.topology.spot_of(query.from);
  Route route;
  if (!query.address.refusal.empty()) {
    route.verdict = Verdict::ndr;
    route.answer.reason = query.address.refusal;
  } else if (!from) {
    route.verdict = Verdict::unreachable;
    route.answer.reason = "the place does not route mail for the organisation";
  } else {
    route = route_from(all, query, *from);
    add_notes(all, query, route);
  }
  if (route.candidates.empty() && query.detail == Detail::trace) {
    route.candidates = not_evaluated(all, route.answer.reason);
  }
  route.from = name_of(query.from);
  return route;
}

InternalRoute RoutingModel::route_to(Place from, Place to, std::optional<std::uint64_t> size,
                                     const Down& down) const {
  const Landscape& all = landscape();
  const std::optional<Spot> start = all.topology.spot_of(from);
  const std::optional<Spot> end = all.topology.spot_of(to);
  InternalRoute result;
  if (!start || !end) {
    result.reason = "the place does not route mail for the organisation";
    return result;
  }
  const Query query{
      .address = {}, .from = from, .size = size, .down = down, .detail = Detail::answer};
  PathCache cache;
  Session session(all, query, {}, cache);
  return internal_route_of(session, walk_to(session, *start, *end));
}

}  // namespace connlint
