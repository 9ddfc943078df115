// Which sites and which routing groups hang together, and which connections have no way back.
// Knows nothing of addresses.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/model/organization.h"
#include "linter/routing/route.h"
#include "linter/routing/topology/topology.h"

namespace connlint {

/// Places with servers that are joined to each other, in whatever direction, and to no other ones.
struct Island {
  /// Holds the routing group of Exchange 2007, which is none of `places`.
  bool modern = false;
  /// Sites or routing groups with servers, by name.
  std::vector<Place> places;
  std::size_t servers = 0;
};

/// The sites with servers of Exchange 2007 and later that route mail, as site links join them. The
/// first one has the most servers; the others follow by name. Sites that no input names are left
/// out. One island where `Topology::open_links` says that not all links are known.
std::vector<Island> site_islands(const Topology& topology);

/// What counts as joining routing groups.
enum class Joints : std::uint8_t {
  all,         ///< Through the routing group of Exchange 2007 too.
  link_state,  ///< What carries link state: not through the routing group of Exchange 2007.
};
/// The routing groups with servers, as routing group connectors and connectors with connected
/// routing groups join them. The first one holds the routing group of Exchange 2007 (with
/// `Joints::link_state` no one does), else the most servers; the others follow by name.
std::vector<Island> group_islands(const Topology& topology, Joints joints);

/// The connections between two routing groups with servers of which no way leads back: one for
/// each pair of groups, the first by the name of the connector.
std::vector<GroupLink> one_way_links(const Topology& topology);

/// The name of a node of the routing groups, that of the group of Exchange 2007 too.
std::string group_name(const Topology& topology, std::uint32_t group);
/// The names of the places of an island, in its order.
std::vector<std::string> names_of(const Topology& topology, const Island& island);
/// Whether servers are known in a node of the routing groups.
bool holds_servers(const Topology& topology, std::uint32_t group);

/// Whether the inputs tell how routing groups are joined: they hold a routing group connector, or
/// the connectors of every kind.
bool tells_group_links(const Organization& organization);
/// The routing group connectors of which one end is not known, by name.
std::vector<std::string> loose_group_connectors(const Topology& topology);

}  // namespace connlint
