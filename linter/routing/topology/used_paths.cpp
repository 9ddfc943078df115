#include "linter/routing/topology/used_paths.h"

namespace connlint {
namespace {

/// Marks the link by which a node is reached.
void mark_link(const Topology& topology, const PathLabel& label, UsedPaths& used) {
  const auto link = topology.link_of_edge(label.edge);
  if (link) used.links[static_cast<std::size_t>(*link)] = true;
}

}  // namespace

std::vector<std::uint32_t> served_sites(const Topology& topology) {
  std::vector<std::uint32_t> sites;
  for (std::uint32_t site = 0; site < topology.unknown_site(); ++site) {
    if (!topology.servers_in_site(site).empty()) sites.push_back(site);
  }
  return sites;
}

UsedPaths used_paths(const Topology& topology, std::uint32_t from,
                     const std::vector<std::uint32_t>& served) {
  UsedPaths used{.passed = std::vector<bool>(topology.organization().sites.size(), false),
                 .links = std::vector<bool>(topology.organization().site_links.size(), false)};
  const std::vector<PathLabel> labels = topology.paths_from_site(from);
  for (std::uint32_t to : served) {
    if (to == from || !labels[to].reached()) continue;
    mark_link(topology, labels[to], used);
    // The paths form a tree: above a site that was passed before everything is marked.
    for (std::uint32_t node = labels[to].previous;
         node != from && node != kNone && !used.passed[node]; node = labels[node].previous) {
      used.passed[node] = true;
      mark_link(topology, labels[node], used);
    }
  }
  return used;
}

}  // namespace connlint
