#include "linter/routing/topology/graph.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace connlint {
namespace {

/// Whether a path is better than another one by what edges add up to.
bool is_nearer(const PathLabel& a, const PathLabel& b) {
  if (a.cost != b.cost) return a.cost < b.cost;
  if (a.second != b.second) return a.second < b.second;
  return a.hops < b.hops;
}

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

/// What the nodes that are looked for cost beyond their paths.
struct Extras {
  /// By node; empty where all nodes are looked for.
  std::vector<std::int64_t> of_node;
  std::int64_t least = PathLabel::kUnreached;
};

Extras extras_of(const Graph& graph, std::span<const PathGoal> goals) {
  Extras extras;
  if (goals.empty()) return extras;
  extras.of_node.assign(graph.node_count(), PathLabel::kUnreached);
  for (const PathGoal& goal : goals) {
    std::int64_t& extra = extras.of_node[goal.node];
    extra = std::min(extra, goal.extra);
    extras.least = std::min(extras.least, goal.extra);
  }
  return extras;
}

/// Dijkstra's search, nearest nodes first.
class PathSearch {
 public:
  PathSearch(const Graph& graph, const std::vector<bool>& closed)
      : graph_(graph),
        closed_(closed),
        best_(graph.node_count()),
        waiting_(Farther(), with_room_for(graph.node_count())) {}

  void offer(std::uint32_t node, const PathLabel& label) {
    PathLabel& known = best_[node];
    if (label.cost > bound_ || is_nearer(known, label)) return;
    const bool nearer = is_nearer(label, known);
    if (nearer) waiting_.push({label.cost, label.second, label.hops, node});
    if (nearer || ends_better(graph_, label, known)) known = label;
  }

  /// Goes on until no node is left that could be a goal as good as the best one.
  void run(const Extras& extras) {
    while (!waiting_.empty() && waiting_.top().cost <= bound_) {
      const Waiting next = waiting_.top();
      waiting_.pop();
      const PathLabel here = best_[next.node];
      // A nearer path was found since this one was put in the queue.
      if (here.cost != next.cost || here.second != next.second || here.hops != next.hops) continue;
      if (!extras.of_node.empty() && extras.of_node[next.node] != PathLabel::kUnreached) {
        bound_ = std::min(bound_, here.cost + extras.of_node[next.node] - extras.least);
      }
      expand(next.node, here);
    }
  }

  /// The nodes that were reached, without those beyond the best goals.
  std::vector<PathLabel> take() {
    if (bound_ == PathLabel::kUnreached) return std::move(best_);
    for (PathLabel& label : best_) {
      if (label.cost > bound_) label = {};
    }
    return std::move(best_);
  }

 private:
  static std::vector<Waiting> with_room_for(std::size_t nodes) {
    std::vector<Waiting> storage;
    storage.reserve(nodes);
    return storage;
  }

  void expand(std::uint32_t node, const PathLabel& here) {
    const bool transit = graph_.is_transit(node);
    for (const GraphEdge& edge : graph_.edges_of(node)) {
      if (!closed_.empty() && closed_[edge.label]) continue;
      offer(edge.to, {.cost = here.cost + edge.cost,
                      .second = here.second,
                      .hops = here.hops + edge.hops,
                      .previous = transit ? here.previous : node,
                      .edge = transit ? here.edge : edge.label});
    }
  }

  const Graph& graph_;
  const std::vector<bool>& closed_;
  std::vector<PathLabel> best_;
  std::priority_queue<Waiting, std::vector<Waiting>, Farther> waiting_;
  /// What a path to a goal that is as good as the best one costs at most.
  std::int64_t bound_ = PathLabel::kUnreached;
};

std::vector<PathLabel> search(const Graph& graph, std::span<const PathStart> starts,
                              const std::vector<bool>& closed, std::span<const PathGoal> goals) {
  PathSearch paths(graph, closed);
  for (const PathStart& start : starts) paths.offer(start.node, start.label);
  paths.run(extras_of(graph, goals));
  return paths.take();
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
  return search(graph, starts, closed, {});
}

std::vector<PathLabel> least_paths_to(const Graph& graph, std::span<const PathStart> starts,
                                      std::span<const PathGoal> goals) {
  return search(graph, starts, {}, goals);
}

}  // namespace connlint
