#include "linter/routing/routing_model.h"

#include <algorithm>
#include <mutex>

#include <fmt/format.h>

#include "linter/model/wording.h"
#include "linter/routing/address/address_class.h"
#include "linter/routing/route_search.h"
#include "linter/routing/selection/answer.h"
#include "linter/routing/selection/selection.h"
#include "linter/routing/selection/walk.h"
#include "linter/routing/topology/start.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

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

std::vector<Place> RoutingModel::starts() const {
  const Topology& topology = landscape().topology;
  std::vector<Place> starts = topology.places();
  const auto first_group = std::ranges::find(starts, PlaceKind::routing_group, &Place::kind);
  std::vector<Place> sites(starts.begin(), first_group);
  for (std::uint32_t site = 0; site <= topology.unknown_site(); ++site) {
    if (is_stranded(topology, site)) sites.push_back({PlaceKind::site, site});
  }
  std::ranges::sort(sites, {}, [&](const Place& p) { return topology.rank_of_site(p.index); });
  sites.insert(sites.end(), first_group, starts.end());
  if (!sites.empty()) return sites;
  // An export of Edge Transport servers alone: they know nothing of sites.
  for (std::uint32_t i = 0; i < organization_.servers.size(); ++i) {
    if (organization_.servers[i].has_role(Role::edge_transport)) {
      sites.push_back({PlaceKind::server, i});
    }
  }
  return sites;
}

Result<std::vector<Place>> RoutingModel::places_named(std::string_view name) const {
  std::vector<Place> places;
  add_named(organization_.servers, name, PlaceKind::server, places);
  add_named(organization_.sites, name, PlaceKind::site, places);
  for (std::uint32_t i = 0; i < organization_.routing_groups.size(); ++i) {
    const RoutingGroup& group = organization_.routing_groups[i];
    const std::string qualified = group.administrative_group + "\\" + std::string(group.name());
    const bool named =
        equals_ignoring_case(group.name(), name) || equals_ignoring_case(qualified, name);
    if (named && !group.modern) places.push_back({PlaceKind::routing_group, i});
  }
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
  const AcceptedDomain* domain = landscape().recipients.accepted().default_domain();
  return domain == nullptr ? std::string_view() : domain->name();
}

Route RoutingModel::route(const Query& query) const {
  return RouteSearch(landscape(), query).route(query.from);
}

std::vector<Route> RoutingModel::routes(const Query& query, std::span<const Place> from) const {
  RouteSearch search(landscape(), query);
  std::vector<Route> routes;
  routes.reserve(from.size());
  for (const Place& place : from) routes.push_back(search.route(place));
  return routes;
}

std::optional<Address> RoutingModel::example_of(ConnectorId connector, std::uint32_t space) const {
  const AddressSpace& stated = organization_.connector(connector).address_spaces().at(space);
  return representative(landscape().spaces, SpacePattern(stated));
}

InternalRoute RoutingModel::route_to(Place from, Place to, std::optional<std::uint64_t> size,
                                     const Down& down) const {
  const Landscape& all = landscape();
  const Start start = start_of(all.topology, from);
  const Start end = start_of(all.topology, to);
  InternalRoute result;
  if (!start.spot || !end.spot) {
    result.reason = start.spot ? end.reason : start.reason;
    return result;
  }
  const Query query{
      .address = {}, .from = from, .size = size, .down = down, .detail = Detail::answer};
  PathCache cache;
  Session session(all, query, {}, cache);
  Stations stations;
  return internal_route_of(session, walk_to(session, stations, *start.spot, *end.spot));
}

}  // namespace connlint
