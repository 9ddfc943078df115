#include "linter/routing/selection/selection.h"

#include <algorithm>

#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/server_kind.h"

namespace connlint {
namespace {

bool suppressed_everywhere(const Organization& organization) {
  bool any = false;
  for (const Server& server : organization.servers) {
    if (!counts_as_legacy(organization, server)) continue;
    if (!server.flag(Property::suppress_link_state).value_or(false)) return false;
    any = true;
  }
  return any;
}

/// Whether all of the servers are known and down.
bool all_down(const Down& down, const std::vector<ServerReference>& servers) {
  return !servers.empty() && std::ranges::all_of(servers, [&](const ServerReference& reference) {
    return reference.server && down.holds(*reference.server);
  });
}

std::vector<ConnectorId> with_unknown_spaces(const Organization& organization) {
  std::vector<ConnectorId> ids;
  for (std::size_t i = 0; i < organization.connectors.size(); ++i) {
    const Connector& connector = organization.connectors[i];
    if (!carries_types(connector) || connector.states(Property::address_spaces)) continue;
    ids.push_back(static_cast<ConnectorId>(i));
  }
  return ids;
}

}  // namespace

Landscape::Landscape(const Organization& organization)
    : topology(organization),
      routed_connectors(routed_connectors_of(organization)),
      spaces(organization, routed_connectors),
      recipients(organization),
      unknown_spaces(with_unknown_spaces(organization)),
      link_state_suppressed(suppressed_everywhere(organization)) {}

void PathCache::trim() {
  constexpr std::size_t kKept = 16;
  for (auto* paths : {&sites, &groups, &into_groups}) {
    if (paths->size() > kKept) paths->clear();
  }
}

Session::Session(const Landscape& landscape, const Query& query, Reading reading, PathCache& cache)
    : landscape_(landscape), query_(query), reading_(reading), cache_(cache) {
  cache_.trim();
}

const std::vector<Entry>& Session::matched(MatchProfile profile, Width width) {
  const auto [it, added] = matched_.try_emplace({profile, width});
  std::vector<Entry>& entries = it->second;
  if (!added) return entries;
  for (const SpaceHit& hit : landscape_.spaces.hits(query_.address, profile, width)) {
    const SpaceEntry& space = landscape_.spaces.entries()[hit.entry];
    if (profile != MatchProfile::modern && hit.match.bare_domain) {
      bare_domains_[static_cast<std::size_t>(profile)] = true;
      if (!reading_.bare_domains) continue;
    }
    const bool ignored = profile == MatchProfile::modern && space.dropped;
    const Entry entry{.connector = space.connector,
                      .space = hit.entry,
                      .match = hit.match,
                      .space_cost = space.cost,
                      .outcome = ignored ? Outcome::ignored : Outcome::not_evaluated,
                      .goal = {},
                      .distance = {}};
    if (entries.empty() || entries.back().connector != entry.connector) {
      entries.push_back(entry);
      continue;
    }
    Entry& known = entries.back();
    const bool usable = known.outcome == Outcome::ignored && !ignored;
    const bool closer = hit.match.specificity > known.match.specificity;
    const bool cheaper =
        hit.match.specificity == known.match.specificity && space.cost < known.space_cost;
    if (usable || (!ignored && (closer || cheaper))) known = entry;
  }
  return entries;
}

void Session::enter() {
  cache_.trim();
  near_site_ = kNone;
}

void Session::look_near(std::uint32_t site, std::span<const PathGoal> goals) {
  if (goals.empty() || cache_.sites.contains(site)) return;
  near_site_ = site;
  near_paths_ = topology().paths_from_site(site, goals);
}

const std::vector<PathLabel>& Session::site_paths(std::uint32_t site) {
  if (site == near_site_) return near_paths_;
  const auto [it, added] = cache_.sites.try_emplace(site);
  if (added) it->second = topology().paths_from_site(site);
  return it->second;
}

std::vector<bool> Session::closed_links(bool around_down) const {
  const std::vector<GroupLink>& links = topology().group_links();
  std::vector<bool> closed(links.size(), false);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const bool small = query_.size && links[i].limit && *links[i].limit < *query_.size;
    closed[i] = small || (around_down && is_down(links[i]));
  }
  return closed;
}

const std::vector<PathLabel>& Session::group_paths(std::uint32_t group) {
  const auto [it, added] = cache_.groups.try_emplace(group);
  if (!added) return it->second;
  const PathStart start{.node = group, .label = {.cost = 0}};
  it->second =
      least_paths(topology().group_graph(), std::span(&start, 1), closed_links(routes_around()));
  return it->second;
}

const std::vector<PathLabel>& Session::paths_into_groups(std::uint32_t site) {
  const auto [it, added] = cache_.into_groups.try_emplace(site);
  if (!added) return it->second;
  const std::vector<GroupLink>& links = topology().group_links();
  // Exchange 2007 does not use link state: what is down changes nothing.
  std::vector<bool> closed = closed_links(false);
  std::vector<PathStart> starts;
  const std::uint32_t modern = topology().modern_group();
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    if (links[i].to == modern) closed[i] = true;
    if (links[i].from != modern || closed[i]) continue;
    PathLabel label{.cost = links[i].cost, .second = 0, .hops = 1, .previous = modern, .edge = i};
    if (!links[i].source_sites.empty()) {
      const std::optional<std::uint32_t> source = nearest_site(site, links[i].source_sites);
      if (!source) continue;
      label.second = site_paths(site)[*source].cost;
    }
    starts.push_back({links[i].to, label});
  }
  it->second = least_paths(topology().group_graph(), starts, closed);
  return it->second;
}

std::optional<std::uint32_t> Session::nearest_site(std::uint32_t from,
                                                   const std::vector<std::uint32_t>& sites) {
  if (std::ranges::find(sites, from) != sites.end()) return from;
  const std::vector<PathLabel>& paths = site_paths(from);
  std::optional<std::uint32_t> best;
  const auto key = [&](std::uint32_t site) {
    return std::make_tuple(paths[site].cost, paths[site].hops, topology().rank_of_site(site));
  };
  for (std::uint32_t site : sites) {
    if (paths[site].reached() && (!best || key(site) < key(*best))) best = site;
  }
  return best;
}

bool Session::is_down(ConnectorId id) const {
  if (query_.down.empty()) return false;
  const Connector& connector = topology().organization().connector(id);
  if (query_.down.holds(id) || all_down(query_.down, connector.sources)) return true;
  return connector.sources.empty() && connector.home_mta &&
         all_down(query_.down, {*connector.home_mta});
}

bool Session::is_down(const GroupLink& link) const {
  if (query_.down.empty()) return false;
  const Connector& connector = topology().organization().connector(link.connector);
  if (is_down(link.connector) || all_down(query_.down, connector.targets)) return true;
  if (!connector.sources.empty() || link.from == topology().modern_group()) return false;
  // Without source servers any server of the group sends.
  const std::vector<ServerId>& members = topology().servers_in_group(link.from);
  return !members.empty() &&
         std::ranges::all_of(members, [&](ServerId server) { return query_.down.holds(server); });
}

std::vector<std::uint32_t> keep_closest(std::vector<Entry>& entries) {
  std::uint64_t closest = 0;
  std::vector<std::uint32_t> kept;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].outcome != Outcome::not_evaluated) continue;
    if (kept.empty() || entries[i].match.specificity > closest) {
      closest = entries[i].match.specificity;
    }
    kept.push_back(i);
  }
  std::vector<std::uint32_t> winners;
  for (std::uint32_t i : kept) {
    if (entries[i].match.specificity == closest) {
      winners.push_back(i);
    } else {
      entries[i].outcome = Outcome::less_specific;
    }
  }
  return winners;
}

bool is_too_small(const Session& session, const RoutedConnector& routed) {
  return routed.limit && *routed.limit < session.query().size.value_or(1);
}

bool is_legacy_hosted(const Session& session, const Entry& entry) {
  return session.topology().placement_of(entry.connector).legacy;
}

bool before_by_name(const Session& session, ConnectorId a, ConnectorId b) {
  return session.topology().rank_of(a) < session.topology().rank_of(b);
}

}  // namespace connlint
