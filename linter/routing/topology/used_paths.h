// Which sites and site links the least-cost paths between servers lead through.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/model/organization.h"
#include "linter/routing/topology/topology.h"

namespace connlint {

/// The sites with servers of Exchange 2007 or later, as nodes of the topology.
std::vector<std::uint32_t> served_sites(const Topology& topology);

/// What the least-cost paths from one site to others lead through.
struct UsedPaths {
  /// By site: whether a path passes it, neither beginning nor ending there.
  std::vector<bool> passed;
  /// By site link: whether a path uses it.
  std::vector<bool> links;
};

/// The paths from a site to all `served` ones. Apart from the search for them it takes time in
/// proportion to the number of sites and links.
UsedPaths used_paths(const Topology& topology, std::uint32_t from,
                     const std::vector<std::uint32_t>& served);

}  // namespace connlint
