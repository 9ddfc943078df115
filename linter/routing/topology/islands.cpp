#include "linter/routing/topology/islands.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "linter/routing/topology/site_joins.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Sets of nodes that grow together.
class Sets {
 public:
  explicit Sets(std::size_t nodes) : parents_(nodes) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }

  std::uint32_t find(std::uint32_t node) {
    while (parents_[node] != node) {
      parents_[node] = parents_[parents_[node]];
      node = parents_[node];
    }
    return node;
  }
  void join(std::uint32_t a, std::uint32_t b) { parents_[find(a)] = find(b); }

 private:
  std::vector<std::uint32_t> parents_;
};

/// The largest one first, the others by name; the places of each by name.
std::vector<Island> ordered(const Topology& topology, std::map<std::uint32_t, Island>&& islands) {
  const auto name = [&](const Place& place) {
    return topology.name_of({place.kind == PlaceKind::routing_group, place.index}).name;
  };
  std::vector<Island> out;
  for (auto& [root, island] : islands) {
    std::ranges::sort(island.places, LessIgnoringCase(), name);
    out.push_back(std::move(island));
  }
  const auto first_name = [&](const Island& island) {
    return island.places.empty() ? std::string() : name(island.places.front());
  };
  std::ranges::sort(out, LessIgnoringCase(), first_name);
  const auto larger = [](const Island& a, const Island& b) {
    return std::pair(!a.modern, b.servers) < std::pair(!b.modern, a.servers);
  };
  const auto main = std::ranges::min_element(out, larger);
  if (main != out.end()) std::rotate(out.begin(), main, main + 1);
  return out;
}

/// Whether any server of Exchange 2007 or later routes mail.
bool has_modern_servers(const Topology& topology) {
  return std::ranges::any_of(topology.places(), [&](const Place& place) {
    return place.kind == PlaceKind::site && !topology.servers_in_site(place.index).empty();
  });
}

/// The strongly connected component of each node (Tarjan's algorithm, without recursion).
class Components {
 public:
  explicit Components(const Graph& graph)
      : graph_(graph),
        order_(graph.node_count(), kNone),
        low_(graph.node_count(), kNone),
        component_(graph.node_count(), kNone) {
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      if (order_[node] == kNone) visit(node);
    }
  }

  [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const {
    return component_[a] == component_[b];
  }

 private:
  struct Frame {
    std::uint32_t node = 0;
    std::size_t edge = 0;
  };

  void open(std::uint32_t node, std::vector<Frame>& frames) {
    order_[node] = low_[node] = next_++;
    stack_.push_back(node);
    frames.push_back({node, 0});
  }

  void visit(std::uint32_t start) {
    std::vector<Frame> frames;
    open(start, frames);
    while (!frames.empty()) {
      Frame& frame = frames.back();
      const auto edges = graph_.edges_of(frame.node);
      if (frame.edge < edges.size()) {
        const std::uint32_t to = edges[frame.edge++].to;
        if (order_[to] == kNone) {
          open(to, frames);
        } else if (component_[to] == kNone) {
          low_[frame.node] = std::min(low_[frame.node], order_[to]);
        }
        continue;
      }
      const std::uint32_t node = frame.node;
      frames.pop_back();
      if (!frames.empty()) {
        low_[frames.back().node] = std::min(low_[frames.back().node], low_[node]);
      }
      if (low_[node] == order_[node]) close(node);
    }
  }

  void close(std::uint32_t root) {
    std::uint32_t node = kNone;
    do {
      node = stack_.back();
      stack_.pop_back();
      component_[node] = root;
    } while (node != root);
  }

  const Graph& graph_;
  std::uint32_t next_ = 0;
  std::vector<std::uint32_t> order_, low_, component_;
  std::vector<std::uint32_t> stack_;
};

}  // namespace

std::vector<Island> site_islands(const Topology& topology) {
  const Organization& organization = topology.organization();
  Sets sets(organization.sites.size());
  // A link of which not all sites are known may join any of them.
  for (std::uint32_t i = 1; i < organization.sites.size() && !topology.open_links().empty(); ++i) {
    sets.join(0, i);
  }
  for (const SiteLink& link : organization.site_links) {
    // Exchange uses IP links only.
    if (is_smtp_link(link)) continue;
    for (SiteId site : link.sites) {
      sets.join(static_cast<std::uint32_t>(link.sites.front()), static_cast<std::uint32_t>(site));
    }
  }
  std::map<std::uint32_t, Island> islands;
  for (std::uint32_t i = 0; i < organization.sites.size(); ++i) {
    const std::size_t servers = topology.servers_in_site(i).size();
    if (servers == 0) continue;
    Island& island = islands[sets.find(i)];
    island.places.push_back({PlaceKind::site, i});
    island.servers += servers;
  }
  return ordered(topology, std::move(islands));
}

std::vector<Island> group_islands(const Topology& topology, Joints joints) {
  Sets sets(topology.group_graph().node_count());
  const std::uint32_t modern = topology.modern_group();
  for (const GroupLink& link : topology.group_links()) {
    const bool carries = joints == Joints::all || (link.from != modern && link.to != modern);
    if (carries) sets.join(link.from, link.to);
  }
  std::map<std::uint32_t, Island> islands;
  for (std::uint32_t i = 0; i < topology.unknown_group(); ++i) {
    const std::size_t servers = topology.servers_in_group(i).size();
    if (servers == 0) continue;
    Island& island = islands[sets.find(i)];
    island.places.push_back({PlaceKind::routing_group, i});
    island.servers += servers;
  }
  if (joints == Joints::all && has_modern_servers(topology)) {
    islands[sets.find(modern)].modern = true;
  }
  return ordered(topology, std::move(islands));
}

std::vector<GroupLink> one_way_links(const Topology& topology) {
  const Components components(topology.group_graph());
  std::set<std::pair<std::uint32_t, std::uint32_t>> known;
  std::vector<GroupLink> links;
  for (const GroupLink& link : topology.group_links()) {
    if (components.same(link.from, link.to)) continue;
    if (!holds_servers(topology, link.from) || !holds_servers(topology, link.to)) continue;
    if (known.emplace(link.from, link.to).second) links.push_back(link);
  }
  return links;
}

std::string group_name(const Topology& topology, std::uint32_t group) {
  if (group != topology.modern_group()) return topology.name_of({true, group}).name;
  const auto& groups = topology.organization().routing_groups;
  const auto found = std::ranges::find(groups, true, &RoutingGroup::modern);
  return found == groups.end() ? "Exchange Routing Group (DWBGZMFD01QNBJR)"
                               : std::string(found->name());
}

std::vector<std::string> names_of(const Topology& topology, const Island& island) {
  std::vector<std::string> names;
  for (const Place& place : island.places) {
    names.push_back(topology.name_of({place.kind == PlaceKind::routing_group, place.index}).name);
  }
  return names;
}

bool holds_servers(const Topology& topology, std::uint32_t group) {
  if (group == topology.modern_group()) return has_modern_servers(topology);
  return group < topology.unknown_group() && !topology.servers_in_group(group).empty();
}

bool tells_group_links(const Organization& organization) {
  return organization.coverage.all_connector_kinds ||
         std::ranges::any_of(organization.connectors, [](const Connector& connector) {
           return connector.kind == ConnectorKind::routing_group;
         });
}

std::vector<std::string> loose_group_connectors(const Topology& topology) {
  std::set<ConnectorId> joined;
  for (const GroupLink& link : topology.group_links()) joined.insert(link.connector);
  std::vector<std::string> names;
  const auto& connectors = topology.organization().connectors;
  for (std::size_t i = 0; i < connectors.size(); ++i) {
    if (connectors[i].kind != ConnectorKind::routing_group) continue;
    if (!joined.contains(static_cast<ConnectorId>(i))) names.emplace_back(connectors[i].name());
  }
  std::ranges::sort(names, LessIgnoringCase());
  return names;
}

}  // namespace connlint
