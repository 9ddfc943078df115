// Least-cost paths in a graph of numbered nodes. Knows nothing of mail.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace connlint {

/// A node or an edge that is not there.
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// A one-way edge. Several edges may join the same two nodes.
struct GraphEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  /// 0 or more.
  std::int64_t cost = 0;
  /// The number of hops that it counts.
  std::uint32_t hops = 1;
  /// What it stands for, as the caller numbers it: of equal paths the one with the lower number is
  /// taken.
  std::uint32_t label = 0;
};

/// The best known path to a node.
struct PathLabel {
  static constexpr std::int64_t kUnreached = std::numeric_limits<std::int64_t>::max();
  std::int64_t cost = kUnreached;
  /// A second cost, compared where the first ones are equal; edges do not add to it.
  std::int64_t second = 0;
  std::uint32_t hops = 0;
  /// The node before this one (never a transit node), and the edge that leads from it.
  std::uint32_t previous = kNone;
  std::uint32_t edge = kNone;

  [[nodiscard]] bool reached() const { return cost != kUnreached; }
};

/// Where a search begins.
struct PathStart {
  std::uint32_t node = 0;
  PathLabel label;
};

/// A node that is looked for, and what reaching it costs beyond the path.
struct PathGoal {
  std::uint32_t node = 0;
  std::int64_t extra = 0;
};

/// An immutable directed graph. Nodes from `first_transit` on stand between the others (a link that
/// joins many nodes) and are no stations of a path.
class Graph {
 public:
  Graph() = default;
  /// `ranks` orders the nodes by name; it holds one number for each node before `first_transit`.
  Graph(std::uint32_t nodes, std::uint32_t first_transit, std::vector<GraphEdge> edges,
        std::vector<std::uint32_t> ranks);

  [[nodiscard]] std::uint32_t node_count() const { return nodes_; }
  [[nodiscard]] std::span<const GraphEdge> edges_of(std::uint32_t node) const {
    return std::span(edges_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
  }
  [[nodiscard]] bool is_transit(std::uint32_t node) const { return node >= first_transit_; }
  [[nodiscard]] std::uint32_t rank_of(std::uint32_t node) const { return ranks_[node]; }

 private:
  std::uint32_t nodes_ = 0;
  std::uint32_t first_transit_ = 0;
  std::vector<GraphEdge> edges_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ranks_;
};

/// The best path from the starts to every node: least cost, then least second cost, then fewest
/// hops; of equal ones, looking from the destination backwards, the lowest rank of the node before,
/// then the lowest label of the edge. `closed` marks labels of edges that are not used; empty for
/// none.
std::vector<PathLabel> least_paths(const Graph& graph, std::span<const PathStart> starts,
                                   const std::vector<bool>& closed = {});

/// The same, but only as far as the best goals: nodes where no goal as good as the best one, with
/// its extra cost, can be are left unreached.
std::vector<PathLabel> least_paths_to(const Graph& graph, std::span<const PathStart> starts,
                                      std::span<const PathGoal> goals);

}  // namespace connlint
