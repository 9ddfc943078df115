// Exchange 2007 and 2010 beside Exchange 2000/2003: routing group cost before site cost.
#include <algorithm>
#include <tuple>

#include "linter/routing/selection/selection.h"

namespace connlint {
namespace {

/// The first routing group connector on the way to a group.
std::uint32_t first_link(const std::vector<PathLabel>& paths, std::uint32_t group,
                         std::uint32_t modern) {
  std::uint32_t node = group;
  while (paths[node].previous != modern) node = paths[node].previous;
  return paths[node].edge;
}

/// 0 where the server hosts the source of the connector, 1 where its site does, else 2.
int nearness(const Topology& topology, const GroupLink& link, std::uint32_t site,
             std::optional<ServerId> server) {
  const Connector& connector = topology.organization().connector(link.connector);
  const auto is = [&](const ServerReference& source) { return server && source.server == server; };
  if (std::ranges::any_of(connector.sources, is)) return 0;
  const bool here = std::ranges::find(link.source_sites, site) != link.source_sites.end();
  return here || link.source_sites.empty() ? 1 : 2;
}

auto key_of(const Entry& entry) {
  return std::make_tuple(entry.distance.group + entry.space_cost, entry.distance.site);
}

}  // namespace

void measure_legacy_hosted(Session& session, std::uint32_t site, std::optional<ServerId> server,
                           std::vector<Entry>& entries) {
  const Topology& topology = session.topology();
  const std::vector<PathLabel>& paths = session.paths_into_groups(site);
  for (Entry& entry : entries) {
    if (entry.outcome != Outcome::not_evaluated || !is_legacy_hosted(session, entry)) continue;
    const std::uint32_t group = topology.placement_of(entry.connector).group;
    if (group == kNone) continue;
    if (group == topology.modern_group() || !paths[group].reached()) {
      entry.outcome = Outcome::ignored;
      continue;
    }
    const PathLabel& path = paths[group];
    const GroupLink& link =
        topology.group_links()[first_link(paths, group, topology.modern_group())];
    entry.goal = Spot{true, group};
    entry.distance = {.total = path.cost + path.second,
                      .group = path.cost,
                      .site = path.second,
                      .hops = path.hops,
                      .nearness = nearness(topology, link, site, server)};
  }
}

std::uint32_t best_legacy_hosted(const Session& session, std::vector<Entry>& entries,
                                 const std::vector<std::uint32_t>& among) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    const Entry& first = entries[a];
    const Entry& second = entries[b];
    if (key_of(first) != key_of(second)) return key_of(first) < key_of(second);
    if (first.distance.nearness != second.distance.nearness) {
      return first.distance.nearness < second.distance.nearness;
    }
    return before_by_name(session, first.connector, second.connector);
  };
  const std::uint32_t best = *std::ranges::min_element(among, before);
  for (std::uint32_t i : among) {
    if (i == best) continue;
    Entry& entry = entries[i];
    if (key_of(entry) != key_of(entries[best])) {
      entry.outcome = Outcome::higher_cost;
    } else if (entry.distance.nearness != entries[best].distance.nearness) {
      entry.outcome = Outcome::farther;
    } else {
      entry.outcome = Outcome::later_name;
    }
  }
  return best;
}

}  // namespace connlint
