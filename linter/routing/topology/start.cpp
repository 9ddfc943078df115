#include "linter/routing/topology/start.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "linter/model/wording.h"

namespace connlint {
namespace {

/// The nearest site with servers that route mail, by cost, hops and name.
std::optional<std::uint32_t> nearest_routing_site(const Topology& topology, std::uint32_t from) {
  const std::vector<PathLabel> paths = topology.paths_from_site(from);
  std::optional<std::uint32_t> best;
  const auto key = [&](std::uint32_t site) {
    return std::make_tuple(paths[site].cost, paths[site].hops, topology.rank_of_site(site));
  };
  for (std::uint32_t site = 0; site < topology.unknown_site(); ++site) {
    if (topology.servers_in_site(site).empty() || !paths[site].reached()) continue;
    if (!best || key(site) < key(*best)) best = site;
  }
  return best;
}

/// Whether the servers of a site hand mail to other sites: Client Access servers of Exchange 2013
/// and later.
bool is_front(const Topology& topology, std::uint32_t site) {
  return std::ranges::any_of(topology.idle_servers_in(site), [&](ServerId id) {
    const Server& server = topology.organization().server(id);
    return server.has_role(Role::client_access) && server.generation >= Generation::exchange_2013;
  });
}

Start start_of_idle_site(const Topology& topology, std::uint32_t site) {
  const std::string name = quoted(topology.name_of({false, site}).name);
  if (is_stranded(topology, site)) {
    return {.spot = {},
            .server = {},
            .reason = fmt::format("site {} has mailbox servers of Exchange 2007/2010 and no Hub "
                                  "Transport server: nobody there routes mail, and mail for its "
                                  "mailboxes waits in the Unreachable queue (event 5007)",
                                  name)};
  }
  const std::optional<std::uint32_t> near =
      is_front(topology, site) ? nearest_routing_site(topology, site) : std::nullopt;
  if (!near) {
    return {.spot = {},
            .server = {},
            .reason = fmt::format("no server in site {} has a role that routes mail", name)};
  }
  return {.spot = Spot{false, *near},
          .server = {},
          .reason = fmt::format("site {} has Client Access servers alone, which hand mail to the "
                                "nearest site with a Mailbox server, {}",
                                name, quoted(topology.name_of({false, *near}).name))};
}

}  // namespace

bool is_stranded(const Topology& topology, std::uint32_t site) {
  if (!topology.servers_in_site(site).empty()) return false;
  return std::ranges::any_of(topology.idle_servers_in(site), [&](ServerId id) {
    return topology.organization().server(id).has_role(Role::mailbox);
  });
}

Start start_of(const Topology& topology, Place place) {
  if (place.kind == PlaceKind::routing_group) {
    return {.spot = topology.spot_of(place), .server = {}, .reason = {}};
  }
  if (place.kind == PlaceKind::server) {
    const auto id = static_cast<ServerId>(place.index);
    if (topology.routes(id)) return {.spot = topology.spot_of(id), .server = id, .reason = {}};
    if (const std::optional<Spot> spot = topology.spot_of(id)) {
      return {.spot = spot, .server = {}, .reason = {}};
    }
    return start_of_idle_site(topology, topology.site_of(id));
  }
  const std::optional<Spot> spot = topology.spot_of(place);
  if (spot) return {.spot = spot, .server = {}, .reason = {}};
  return start_of_idle_site(topology, place.index);
}

}  // namespace connlint
