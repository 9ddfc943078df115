#include "linter/facts/server_kind.h"

#include <algorithm>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// Whether the server is in the routing group of Exchange 2007; nothing where its group is unknown.
std::optional<bool> in_modern_group(const Organization& organization, const Server& server) {
  if (!server.routing_group) return std::nullopt;
  return organization.routing_group(*server.routing_group).modern;
}

bool is_edge(const Server& server) { return server.has_role(Role::edge_transport); }

/// The name without its DNS domain.
std::string_view host_label(std::string_view name) { return name.substr(0, name.find('.')); }

}  // namespace

bool counts_as_modern(const Organization& organization, const Server& server) {
  if (server.generation != Generation::unknown) return is_modern(server.generation);
  return server.roles.value_or(0) != 0 || in_modern_group(organization, server).value_or(false);
}

bool counts_as_legacy(const Organization& organization, const Server& server) {
  if (server.generation != Generation::unknown) return is_legacy(server.generation);
  return server.roles.value_or(0) == 0 && !in_modern_group(organization, server).value_or(true);
}

bool holds_modern_server(const Organization& organization) {
  return std::ranges::any_of(organization.servers, [&](const Server& server) {
    return counts_as_modern(organization, server);
  });
}

bool shows_legacy(const Organization& organization) {
  const auto legacy = [&](const Server& server) { return counts_as_legacy(organization, server); };
  return std::ranges::any_of(organization.servers, legacy) ||
         std::ranges::any_of(organization.routing_groups,
                             [](const RoutingGroup& group) { return !group.modern; });
}

bool is_edge_object(const Organization& organization, const Connector& connector) {
  // AD LDS names its configuration partition by a GUID: CN=Configuration,CN={...}.
  const std::string_view dn = connector.text(Property::dn);
  if (find_ignoring_case(dn, "CN=Configuration,CN={") != std::string_view::npos) return true;
  return !organization.servers.empty() && std::ranges::all_of(organization.servers, is_edge);
}

EdgeSource edge_source_of(const Organization& organization, const Connector& connector) {
  if (is_edge_object(organization, connector)) return EdgeSource::yes;
  EdgeSource source = connector.sources.empty() ? EdgeSource::unknown : EdgeSource::no;
  for (const ServerReference& reference : connector.sources) {
    if (is_subscribed_edge(organization, *reference.name)) return EdgeSource::yes;
    if (!reference.server) {
      source = EdgeSource::unknown;
      continue;
    }
    const Server& server = organization.server(*reference.server);
    if (is_edge(server)) return EdgeSource::yes;
    if (!server.roles && !counts_as_legacy(organization, server)) source = EdgeSource::unknown;
  }
  return source;
}

bool is_subscribed_edge(const Organization& organization, std::string_view name) {
  return std::ranges::any_of(organization.others, [&](const Object& object) {
    return object.object_kind() == ObjectKind::edge_subscription &&
           equals_ignoring_case(host_label(object.name()), host_label(name));
  });
}

}  // namespace connlint
