// Where connectors are, and which of them join routing groups.
#include <algorithm>
#include <utility>

#include "linter/routing/topology/topology.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// `Second Routing Group;10`: the name and the cost, 1 where none is stated.
std::pair<std::string_view, std::int64_t> connected_group(std::string_view text) {
  const std::size_t separator = text.rfind(';');
  if (separator == std::string_view::npos) return {trim(text), 1};
  const std::optional<std::int64_t> cost = parse_integer(trim(text.substr(separator + 1)));
  if (!cost) return {trim(text), 1};
  return {trim(text.substr(0, separator)), *cost};
}

std::optional<std::uint64_t> limit_of(const Object& object) {
  const Size* size = object.get<Size>(Property::max_message_size);
  return size == nullptr || size->unlimited ? std::nullopt : size->bytes;
}

bool hosts_address_spaces(ConnectorKind kind) {
  return kind == ConnectorKind::smtp || kind == ConnectorKind::x400 ||
         kind == ConnectorKind::gateway;
}

}  // namespace

bool Topology::is_legacy_hosted(const Connector& connector) const {
  if (connector.host != Host::unknown) return connector.host == Host::legacy;
  if (connector.home) return !organization_.routing_group(*connector.home).modern;
  return hosts_address_spaces(connector.kind);
}

std::optional<std::uint32_t> Topology::site_of_edge(std::string_view name) const {
  for (const Object& object : organization_.others) {
    if (object.object_kind() != ObjectKind::edge_subscription) continue;
    if (!equals_ignoring_case(object.name(), name.substr(0, name.find('.')))) continue;
    for (std::uint32_t i = 0; i < organization_.sites.size(); ++i) {
      if (equals_ignoring_case(organization_.sites[i].name(), object.text(Property::site)))
        return i;
    }
  }
  return std::nullopt;
}

std::vector<std::uint32_t> Topology::sites_of(
    const std::vector<ServerReference>& references) const {
  std::vector<std::uint32_t> sites;
  for (const ServerReference& reference : references) {
    const bool known = reference.server.has_value();
    const bool edge =
        known && organization_.server(*reference.server).has_role(Role::edge_transport);
    if (known && !edge && !routes(*reference.server)) continue;
    const std::optional<Spot> spot =
        known ? server_spots_[index_of(*reference.server)] : std::nullopt;
    if (spot && !spot->legacy) sites.push_back(spot->index);
    if (spot) continue;
    // Mail for an Edge server goes to the site that subscribes to it.
    const Server* server = known ? &organization_.server(*reference.server) : nullptr;
    if (server != nullptr && server->site) {
      sites.push_back(static_cast<std::uint32_t>(index_of(*server->site)));
    } else if (const auto site = site_of_edge(*reference.name)) {
      sites.push_back(*site);
    }
  }
  std::ranges::sort(sites);
  sites.erase(std::unique(sites.begin(), sites.end()), sites.end());
  return sites;
}

std::uint32_t Topology::group_of(const std::vector<ServerReference>& references) const {
  std::uint32_t group = kNone;
  for (const ServerReference& reference : references) {
    if (!reference.server) continue;
    const std::optional<Spot> spot = server_spots_[index_of(*reference.server)];
    if (spot) group = std::min(group, spot->legacy ? spot->index : modern_group());
  }
  return group;
}

Placement Topology::place(const Connector& connector) const {
  std::vector<ServerReference> sources = connector.sources;
  if (sources.empty() && connector.home_mta) sources.push_back(*connector.home_mta);
  Placement placement{.legacy = is_legacy_hosted(connector), .sites = {}, .group = kNone};
  if (placement.legacy) {
    if (connector.home) placement.group = node_of(*connector.home);
    if (placement.group == kNone || placement.group == modern_group()) {
      placement.group = group_of(sources);
    }
    if (placement.group == kNone || placement.group == modern_group()) {
      placement.group = single_group_;
    }
    return placement;
  }
  placement.sites = sites_of(sources);
  if (placement.sites.empty() && single_site_ != kNone) placement.sites = {single_site_};
  return placement;
}

void Topology::place_connectors() {
  placements_.reserve(organization_.connectors.size());
  for (const Connector& connector : organization_.connectors) {
    placements_.push_back(place(connector));
  }
}

void Topology::add_routing_group_connector(ConnectorId id) {
  const Connector& connector = organization_.connector(id);
  GroupLink link{.connector = id,
                 .from = connector.home ? node_of(*connector.home) : group_of(connector.sources),
                 .to = connector.target ? node_of(*connector.target) : group_of(connector.targets),
                 .cost = sane_cost(connector.number(Property::cost).value_or(1)),
                 .limit = limit_of(connector),
                 .source_sites = sites_of(connector.sources),
                 .target_sites = sites_of(connector.targets)};
  if (link.from == kNone || link.to == kNone || link.from == link.to) return;
  group_links_.push_back(std::move(link));
}

void Topology::add_connected_groups(ConnectorId id) {
  const Connector& connector = organization_.connector(id);
  const Placement& placement = placements_[index_of(id)];
  // Event 5028: such a connector does not join the routing group of Exchange 2007.
  if (!placement.legacy || placement.group == kNone) return;
  for (const Located<std::string>& text : connector.names(Property::connected_routing_groups)) {
    const auto [name, cost] = connected_group(*text);
    const std::uint32_t to = group_named(name);
    if (to == kNone || to == modern_group() || to == placement.group) continue;
    group_links_.push_back({.connector = id,
                            .from = placement.group,
                            .to = to,
                            .cost = sane_cost(cost),
                            .limit = limit_of(connector),
                            .source_sites = {},
                            .target_sites = {}});
  }
}

void Topology::collect_group_links() {
  for (std::size_t i = 0; i < organization_.connectors.size(); ++i) {
    const auto id = static_cast<ConnectorId>(i);
    if (organization_.connectors[i].kind == ConnectorKind::routing_group) {
      add_routing_group_connector(id);
    } else if (hosts_address_spaces(organization_.connectors[i].kind)) {
      add_connected_groups(id);
    }
  }
  std::ranges::stable_sort(group_links_, {},
                           [&](const GroupLink& link) { return rank_of(link.connector); });
}

}  // namespace connlint
