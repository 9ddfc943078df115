#include "linter/routing/graph.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace connlint {
namespace {

auto key_of(const PathLabel& label) { return std::tie(label.cost, label.second, label.hops); }

struct Waiting {
  std::int64_t cost;
  std::int64_t second;
  std::uint32_t hops;
  std::uint32_t node;
};
/// Makes the standard heap hand out the nearest node first; of equal ones the transit nodes, which
/// have the higher numbers, so that all that lead to a station are known when it is settled.
struct Farther {
  bool operator()(const Waiting& a, const Waiting& b) const {
    return std::tie(a.cost, a.second, a.hops, b.node) > std::tie(b.cost, b.second, b.hops, a.node);
  }
};

/// The order of paths that end at one node and are equal in cost and hops.
bool ends_better(const Graph& graph, const PathLabel& a, const PathLabel& b) {
  const auto rank = [&](std::uint32_t node) { return node == kNone ? kNone : graph.rank_of(node); };
  return std::make_tuple(rank(a.previous), a.edge) < std::make_tuple(rank(b.previous), b.edge);
}

}  // namespace

Graph::Graph(std::uint32_t nodes, std::uint32_t first_transit, std::vector<GraphEdge> edges,
             std::vector<std::uint32_t> ranks)
    : nodes_(nodes),
      first_transit_(first_transit),
      edges_(std::move(edges)),
      begins_(nodes + std::size_t{1}, 0),
      ranks_(std::move(ranks)) {
  std::ranges::stable_sort(edges_, {}, &GraphEdge::from);
  for (const GraphEdge& edge : edges_) ++begins_[edge.from + std::size_t{1}];
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

std::vector<PathLabel> least_paths(const Graph& graph, std::span<const PathStart> starts,
                                   const std::vector<bool>& closed) {
  std::vector<PathLabel> best(graph.node_count());
  std::vector<bool> settled(graph.node_count(), false);
  std::priority_queue<Waiting, std::vector<Waiting>, Farther> waiting;
  const auto offer = [&](std::uint32_t node, const PathLabel& label) {
    PathLabel& known = best[node];
    const bool nearer = key_of(label) < key_of(known);
    if (nearer) waiting.push({label.cost, label.second, label.hops, node});
    if (nearer || (key_of(label) == key_of(known) && ends_better(graph, label, known))) {
      known = label;
    }
  };
  for (const PathStart& start : starts) offer(start.node, start.label);
  while (!waiting.empty()) {
    const std::uint32_t node = waiting.top().node;
    waiting.pop();
    if (settled[node]) continue;
    settled[node] = true;
    const PathLabel& here = best[node];
    const bool transit = graph.is_transit(node);
    for (const GraphEdge& edge : graph.edges_of(node)) {
      if (settled[edge.to] || (!closed.empty() && closed[edge.label])) continue;
      offer(edge.to, {.cost = here.cost + edge.cost,
                      .second = here.second,
                      .hops = here.hops + edge.hops,
                      .previous = transit ? here.previous : node,
                      .edge = transit ? here.edge : edge.label});
    }
  }
  return best;
}

}  // namespace connlint
