#include "linter/routing/topology/topology.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "linter/facts/server_kind.h"
#include "linter/facts/source_server.h"
#include "linter/routing/topology/site_joins.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The cost of a site link where none is stated: the default of Active Directory.
constexpr std::int64_t kDefaultLinkCost = 100;
std::uint32_t small(std::size_t number) { return static_cast<std::uint32_t>(number); }

/// The place of each object in the order of their names: without regard to case, then with it.
template <class Objects>
std::vector<std::uint32_t> name_ranks(const Objects& objects) {
  std::vector<std::tuple<std::string, std::string_view, std::uint32_t>> order;
  order.reserve(objects.size());
  for (const auto& object : objects) {
    order.emplace_back(lower(object.name()), object.name(), small(order.size()));
  }
  std::ranges::sort(order);
  std::vector<std::uint32_t> ranks(objects.size());
  for (std::uint32_t i = 0; i < ranks.size(); ++i) ranks[std::get<2>(order[i])] = i;
  return ranks;
}

}  // namespace

Topology::Topology(const Organization& organization)
    : organization_(organization),
      site_count_(small(organization.sites.size()) + 1),
      group_count_(small(organization.routing_groups.size()) + 2),
      site_servers_(site_count_),
      idle_servers_(site_count_),
      group_servers_(group_count_),
      hubs_(site_count_, false),
      connector_ranks_(name_ranks(organization.connectors)) {
  name_groups();
  place_servers();
  find_single_places();
  build_site_graph();
  place_connectors();
  collect_group_links();
  build_group_graph();
}

std::int64_t Topology::sane_cost(std::int64_t cost) {
  // No sum of such costs overflows; the products stop at 99999.
  constexpr std::int64_t kHighest = 1'000'000'000;
  return std::clamp<std::int64_t>(cost, 0, kHighest);
}

void Topology::name_groups() {
  const auto& groups = organization_.routing_groups;
  std::unordered_map<std::string, std::uint32_t> uses;
  for (const RoutingGroup& group : groups) ++uses[lower(group.name())];
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const RoutingGroup& group = groups[i];
    const std::string qualified = group.administrative_group + "\\" + std::string(group.name());
    const bool shared = uses[lower(group.name())] > 1 && !group.administrative_group.empty();
    group_names_.push_back(shared ? qualified : std::string(group.name()));
    const std::uint32_t node = node_of(static_cast<RoutingGroupId>(i));
    for (const std::string& name : {lower(group.name()), lower(qualified)}) {
      const auto [it, added] = groups_by_name_.emplace(name, node);
      if (!added && it->second != node) it->second = kNone;
    }
  }
}

std::uint32_t Topology::node_of(RoutingGroupId id) const {
  return organization_.routing_group(id).modern ? modern_group() : small(index_of(id));
}

std::uint32_t Topology::group_named(std::string_view name) const {
  const auto found = groups_by_name_.find(lower(name));
  return found == groups_by_name_.end() ? kNone : found->second;
}

Spot Topology::place(const Server& server) const {
  if (counts_as_legacy(organization_, server)) {
    if (server.routing_group) return {true, node_of(*server.routing_group)};
    return {true, unknown_group()};
  }
  return {false, server.site ? small(index_of(*server.site)) : unknown_site()};
}

Spot Topology::place_of(const Server& server) const {
  // A server whose site or group is not told is in the only one there is.
  Spot spot = place(server);
  if (!spot.legacy) {
    if (spot.index == unknown_site() && organization_.sites.size() == 1) spot.index = 0;
    return spot;
  }
  if (spot.index == modern_group()) spot.index = unknown_group();
  if (spot.index != unknown_group()) return spot;
  const auto legacy = [](const RoutingGroup& group) { return !group.modern; };
  const auto& groups = organization_.routing_groups;
  if (std::ranges::count_if(groups, legacy) == 1) {
    spot.index =
        small(static_cast<std::size_t>(std::ranges::find_if(groups, legacy) - groups.begin()));
  }
  return spot;
}

void Topology::place_servers() {
  for (std::size_t i = 0; i < organization_.servers.size(); ++i) {
    const Server& server = organization_.servers[i];
    const auto id = static_cast<ServerId>(i);
    const bool edge = server.has_role(Role::edge_transport);
    sends_.push_back(!edge && !lacks_transport(organization_, server));
    if (edge) {
      server_spots_.emplace_back();
      continue;
    }
    const Spot spot = place_of(server);
    server_spots_.emplace_back(spot);
    auto& members = !sends_.back() ? idle_servers_[spot.index]
                    : spot.legacy  ? group_servers_[spot.index]
                                   : site_servers_[spot.index];
    members.push_back(id);
  }
  for (std::uint32_t i = 0; i < organization_.sites.size(); ++i) {
    const bool hub = organization_.sites[i].flag(Property::hub).value_or(false);
    hubs_[i] = hub && !site_servers_[i].empty();
  }
  // A server without the Transport service is where another one of its site routes for it.
  for (std::size_t i = 0; i < server_spots_.size(); ++i) {
    if (sends_[i] || !server_spots_[i]) continue;
    if (site_servers_[server_spots_[i]->index].empty()) server_spots_[i].reset();
  }
}

void Topology::find_single_places() {
  const auto only = [](const std::vector<std::vector<ServerId>>& members, std::uint32_t otherwise) {
    std::uint32_t found = kNone;
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      if (members[i].empty()) continue;
      if (found != kNone) return kNone;
      found = i;
    }
    return found == kNone ? otherwise : found;
  };
  const std::size_t sites = organization_.sites.size();
  single_site_ = only(site_servers_, sites == 0 ? unknown_site() : sites == 1 ? 0 : kNone);
  std::uint32_t group = unknown_group();
  std::size_t groups = 0;
  for (std::uint32_t i = 0; i < organization_.routing_groups.size(); ++i) {
    if (organization_.routing_groups[i].modern) continue;
    ++groups;
    group = i;
  }
  single_group_ = only(group_servers_, groups <= 1 ? group : kNone);
}

void Topology::build_site_graph() {
  const auto& links = organization_.site_links;
  const std::vector<std::uint32_t> link_ranks = name_ranks(links);
  edge_links_.resize(links.size() + 1);
  std::uint32_t nodes = site_count_;
  std::vector<GraphEdge> edges;
  // A link of many sites is a node of its own, so that it takes as many edges as it joins sites.
  const auto join_all = [&](const std::vector<std::uint32_t>& sites, std::int64_t cost,
                            std::uint32_t label) {
    if (sites.size() == 2) {
      edges.push_back({sites[0], sites[1], cost, 1, label});
      edges.push_back({sites[1], sites[0], cost, 1, label});
    } else if (sites.size() > 2) {
      for (std::uint32_t site : sites) {
        edges.push_back({site, nodes, cost, 1, label});
        edges.push_back({nodes, site, 0, 0, label});
      }
      ++nodes;
    }
  };
  for (std::size_t i = 0; i < links.size(); ++i) {
    edge_links_[link_ranks[i]] = static_cast<SiteLinkId>(i);
    // Exchange uses IP links only.
    if (is_smtp_link(links[i])) continue;
    if (!links[i].states(Property::sites)) open_links_.push_back(static_cast<SiteLinkId>(i));
    std::vector<std::uint32_t> sites;
    for (SiteId id : links[i].sites) sites.push_back(small(index_of(id)));
    std::ranges::sort(sites);
    sites.erase(std::unique(sites.begin(), sites.end()), sites.end());
    const std::int64_t cost =
        links[i]
            .number(Property::exchange_cost)
            .value_or(links[i].number(Property::cost).value_or(kDefaultLinkCost));
    join_all(sites, sane_cost(cost), link_ranks[i]);
  }
  links_assumed_ = links.empty() && !organization_.coverage.has(ObjectKind::site_link) &&
                   organization_.sites.size() > 1;
  if (links_assumed_) {
    std::vector<std::uint32_t> all(organization_.sites.size());
    std::iota(all.begin(), all.end(), 0U);
    join_all(all, kDefaultLinkCost, small(links.size()));
  }
  std::vector<std::uint32_t> ranks = name_ranks(organization_.sites);
  ranks.push_back(unknown_site());
  site_graph_ = Graph(nodes, site_count_, std::move(edges), std::move(ranks));
}

void Topology::build_group_graph() {
  std::vector<GraphEdge> edges;
  edges.reserve(group_links_.size());
  for (std::uint32_t i = 0; i < group_links_.size(); ++i) {
    const GroupLink& link = group_links_[i];
    edges.push_back({link.from, link.to, link.cost, 1, i});
  }
  std::vector<std::uint32_t> ranks = name_ranks(organization_.routing_groups);
  ranks.push_back(unknown_group());
  ranks.push_back(modern_group());
  group_graph_ = Graph(group_count_, group_count_, std::move(edges), std::move(ranks));
}

std::uint32_t Topology::site_of(ServerId id) const {
  const Spot spot = place_of(organization_.server(id));
  return spot.legacy ? unknown_site() : spot.index;
}

std::optional<Spot> Topology::spot_of(ServerId id) const { return server_spots_[index_of(id)]; }

std::optional<Spot> Topology::spot_of(Place place) const {
  switch (place.kind) {
    case PlaceKind::server: return spot_of(static_cast<ServerId>(place.index));
    case PlaceKind::site:
      if (site_servers_[place.index].empty() && !idle_servers_[place.index].empty()) {
        return std::nullopt;
      }
      return Spot{false, place.index};
    case PlaceKind::routing_group:
      if (place.index < organization_.routing_groups.size() &&
          organization_.routing_groups[place.index].modern) {
        return std::nullopt;
      }
      return Spot{true, place.index};
  }
  return std::nullopt;
}

PlaceName Topology::name_of(Spot spot) const {
  if (spot.legacy) {
    const bool known = spot.index < group_names_.size();
    return {PlaceKind::routing_group,
            known ? group_names_[spot.index] : std::string("(unknown routing group)")};
  }
  const bool known = spot.index < organization_.sites.size();
  return {PlaceKind::site, known ? std::string(organization_.sites[spot.index].name())
                                 : std::string("(unknown site)")};
}

std::vector<Place> Topology::places() const {
  std::vector<Place> sites;
  std::vector<Place> groups;
  for (std::uint32_t i = 0; i < site_count_; ++i) {
    if (!site_servers_[i].empty()) sites.push_back({PlaceKind::site, i});
  }
  for (std::uint32_t i = 0; i < group_count_; ++i) {
    if (!group_servers_[i].empty()) groups.push_back({PlaceKind::routing_group, i});
  }
  const bool known =
      std::ranges::any_of(idle_servers_, [](const auto& ids) { return !ids.empty(); });
  const bool only_edge = !organization_.servers.empty() &&
                         std::ranges::all_of(organization_.servers, [](const Server& server) {
                           return server.has_role(Role::edge_transport);
                         });
  if (sites.empty() && groups.empty() && !known && !only_edge) {
    const auto legacy = [](const Placement& placement) { return placement.legacy; };
    const bool only_legacy = !placements_.empty() && std::ranges::all_of(placements_, legacy);
    if (only_legacy && single_group_ != kNone) {
      groups.push_back({PlaceKind::routing_group, single_group_});
    } else {
      sites.push_back({PlaceKind::site, single_site_ == kNone ? unknown_site() : single_site_});
    }
  }
  std::ranges::sort(sites, {}, [&](const Place& p) { return site_graph_.rank_of(p.index); });
  std::ranges::sort(groups, {}, [&](const Place& p) { return group_graph_.rank_of(p.index); });
  sites.insert(sites.end(), groups.begin(), groups.end());
  return sites;
}

std::vector<PathLabel> Topology::paths_from_site(std::uint32_t site) const {
  const PathStart start{.node = site, .label = {.cost = 0}};
  return least_paths(site_graph_, std::span(&start, 1));
}

std::vector<PathLabel> Topology::paths_from_site(std::uint32_t site,
                                                 std::span<const PathGoal> goals) const {
  const PathStart start{.node = site, .label = {.cost = 0}};
  return least_paths_to(site_graph_, std::span(&start, 1), goals);
}

std::optional<SiteLinkId> Topology::link_of_edge(std::uint32_t edge) const {
  return edge < edge_links_.size() ? edge_links_[edge] : std::nullopt;
}

std::vector<std::uint32_t> Topology::links_from(std::uint32_t group) const {
  std::vector<std::uint32_t> links;
  for (const GraphEdge& edge : group_graph_.edges_of(group)) links.push_back(edge.label);
  return links;
}

std::vector<std::uint32_t> Topology::nodes_of(const std::vector<PathLabel>& labels,
                                              std::uint32_t to) {
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t node = to; labels[node].previous != kNone; node = labels[node].previous) {
    nodes.push_back(node);
  }
  std::ranges::reverse(nodes);
  return nodes;
}

std::vector<std::uint32_t> Topology::edges_of(const std::vector<PathLabel>& labels,
                                              std::uint32_t to) {
  std::vector<std::uint32_t> edges;
  for (std::uint32_t node = to; labels[node].previous != kNone; node = labels[node].previous) {
    edges.push_back(labels[node].edge);
  }
  std::ranges::reverse(edges);
  return edges;
}

}  // namespace connlint
