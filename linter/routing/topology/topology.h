// Where servers and connectors are, and how places are joined: Active Directory sites and their
// links, routing groups and their connectors. Knows nothing of addresses.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/model/organization.h"
#include "linter/routing/route.h"
#include "linter/routing/topology/graph.h"

namespace connlint {

/// The number of an object in its list.
template <class Id>
std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

/// A node of routing: a site of Exchange 2007 and later, or a routing group of Exchange 2000/2003.
struct Spot {
  bool legacy = false;
  std::uint32_t index = 0;

  friend bool operator==(const Spot&, const Spot&) = default;
};

/// Where a connector sends from.
struct Placement {
  /// Hosted on Exchange 2000/2003.
  bool legacy = false;
  /// Modern: the sites of its source servers. Empty where none is known.
  std::vector<std::uint32_t> sites;
  /// Legacy: its routing group, or `kNone` where it is not known.
  std::uint32_t group = kNone;

  [[nodiscard]] bool known() const { return legacy ? group != kNone : !sites.empty(); }
};

/// A one-way connection between routing groups: a routing group connector, or an SMTP or X.400
/// connector with connected routing groups.
struct GroupLink {
  ConnectorId connector{};
  std::uint32_t from = kNone;
  std::uint32_t to = kNone;
  std::int64_t cost = 1;
  std::optional<std::uint64_t> limit;
  /// Sites of the servers at its ends that are in the routing group of Exchange 2007.
  std::vector<std::uint32_t> source_sites, target_sites;
};

/// Built once from an organisation, which must outlive it. Time and memory grow with the number of
/// objects (and n log n for the order of names).
class Topology {
 public:
  explicit Topology(const Organization& organization);
  explicit Topology(const Organization&&) = delete;

  [[nodiscard]] const Organization& organization() const { return organization_; }

  /// The site that stands for servers whose site no input tells.
  [[nodiscard]] std::uint32_t unknown_site() const { return site_count_ - 1; }
  /// The group that stands for servers whose routing group no input tells.
  [[nodiscard]] std::uint32_t unknown_group() const { return modern_group() - 1; }
  /// The node of the one routing group of Exchange 2007 and later.
  [[nodiscard]] std::uint32_t modern_group() const { return group_count_ - 1; }

  /// Where mail of a server is routed: nothing for Edge Transport servers, and where no server of
  /// the site has the Transport service.
  [[nodiscard]] std::optional<Spot> spot_of(ServerId id) const;
  /// The same for any place; nothing for a site whose servers all lack the Transport service.
  [[nodiscard]] std::optional<Spot> spot_of(Place place) const;
  /// Whether mail is routed, sent and stopped on a server: it has the Transport service, or may
  /// have it, and is no Edge Transport server.
  [[nodiscard]] bool routes(ServerId id) const { return sends_[index_of(id)]; }
  /// The site that a server of Exchange 2007 or later is in, be it the unknown one.
  [[nodiscard]] std::uint32_t site_of(ServerId id) const;
  /// The servers of Exchange 2007 and later in a site that lack the Transport service.
  [[nodiscard]] const std::vector<ServerId>& idle_servers_in(std::uint32_t site) const {
    return idle_servers_[site];
  }
  [[nodiscard]] PlaceName name_of(Spot spot) const;
  [[nodiscard]] const Placement& placement_of(ConnectorId id) const {
    return placements_[static_cast<std::size_t>(id)];
  }
  /// The servers of Exchange 2007 and later in a site that have, or may have, the Transport
  /// service.
  [[nodiscard]] const std::vector<ServerId>& servers_in_site(std::uint32_t site) const {
    return site_servers_[site];
  }
  [[nodiscard]] const std::vector<ServerId>& servers_in_group(std::uint32_t group) const {
    return group_servers_[group];
  }
  /// Whether mail that passes must stop there: a hub site with a transport server.
  [[nodiscard]] bool is_hub(std::uint32_t site) const { return hubs_[site]; }
  /// Whether no input tells the site links, so that one of the default cost joins all sites.
  [[nodiscard]] bool links_assumed() const { return links_assumed_; }
  /// The IP site links of which no input tells all sites (a list that was cut off): they join
  /// nothing, and what they may join is not cut off.
  [[nodiscard]] const std::vector<SiteLinkId>& open_links() const { return open_links_; }
  /// Every site and routing group that has servers which route mail; where no server is known the
  /// place where the connectors are. Sites first, each by name.
  [[nodiscard]] std::vector<Place> places() const;

  /// The site paths from a site to all others.
  [[nodiscard]] std::vector<PathLabel> paths_from_site(std::uint32_t site) const;
  /// The same as far as the best of the goals, which are sites; see `least_paths_to`.
  [[nodiscard]] std::vector<PathLabel> paths_from_site(std::uint32_t site,
                                                       std::span<const PathGoal> goals) const;
  /// The site link of a path's edge, or nothing for the assumed one.
  [[nodiscard]] std::optional<SiteLinkId> link_of_edge(std::uint32_t edge) const;

  [[nodiscard]] const std::vector<GroupLink>& group_links() const { return group_links_; }
  /// Indexes into `group_links` of the links that leave a group.
  [[nodiscard]] std::vector<std::uint32_t> links_from(std::uint32_t group) const;
  [[nodiscard]] const Graph& group_graph() const { return group_graph_; }
  /// The nodes of a path, without its start, up to and including `to`.
  static std::vector<std::uint32_t> nodes_of(const std::vector<PathLabel>& labels,
                                             std::uint32_t to);
  /// The edges of a path in the order in which they are travelled.
  static std::vector<std::uint32_t> edges_of(const std::vector<PathLabel>& labels,
                                             std::uint32_t to);
  /// By name: the rank of a site among all.
  [[nodiscard]] std::uint32_t rank_of_site(std::uint32_t site) const {
    return site_graph_.rank_of(site);
  }
  /// By name: the rank of a connector among all.
  [[nodiscard]] std::uint32_t rank_of(ConnectorId id) const {
    return connector_ranks_[static_cast<std::size_t>(id)];
  }

 private:
  /// A stated cost, within bounds.
  static std::int64_t sane_cost(std::int64_t cost);
  void name_groups();
  void place_servers();
  void find_single_places();
  void build_site_graph();
  void place_connectors();
  void collect_group_links();
  void build_group_graph();
  void add_routing_group_connector(ConnectorId id);
  void add_connected_groups(ConnectorId id);
  [[nodiscard]] Spot place(const Server& server) const;
  [[nodiscard]] Spot place_of(const Server& server) const;
  [[nodiscard]] Placement place(const Connector& connector) const;
  [[nodiscard]] bool is_legacy_hosted(const Connector& connector) const;
  [[nodiscard]] std::uint32_t node_of(RoutingGroupId id) const;
  [[nodiscard]] std::optional<std::uint32_t> site_of_edge(std::string_view name) const;
  /// The sites of those servers that are of Exchange 2007 and later and route mail, each once, in
  /// order.
  [[nodiscard]] std::vector<std::uint32_t> sites_of(
      const std::vector<ServerReference>& references) const;
  /// The routing group of the first of those servers that is known, or `kNone`.
  [[nodiscard]] std::uint32_t group_of(const std::vector<ServerReference>& references) const;
  [[nodiscard]] std::uint32_t group_named(std::string_view name) const;

  const Organization& organization_;
  std::uint32_t site_count_ = 0;
  std::uint32_t group_count_ = 0;
  bool links_assumed_ = false;
  /// The only site and the only group of Exchange 2000/2003 where connectors can be, or `kNone`.
  std::uint32_t single_site_ = kNone;
  std::uint32_t single_group_ = kNone;
  std::vector<std::string> group_names_;
  /// Group names in lower case, with and without administrative group; `kNone` where several share
  /// one.
  std::unordered_map<std::string, std::uint32_t> groups_by_name_;
  std::vector<std::optional<Spot>> server_spots_;
  std::vector<bool> sends_;
  std::vector<std::vector<ServerId>> site_servers_;
  /// By site.
  std::vector<std::vector<ServerId>> idle_servers_;
  std::vector<SiteLinkId> open_links_;
  std::vector<std::vector<ServerId>> group_servers_;
  std::vector<bool> hubs_;
  std::vector<Placement> placements_;
  std::vector<std::uint32_t> connector_ranks_;
  Graph site_graph_;
  std::vector<std::optional<SiteLinkId>> edge_links_;
  std::vector<GroupLink> group_links_;
  Graph group_graph_;
};

}  // namespace connlint
