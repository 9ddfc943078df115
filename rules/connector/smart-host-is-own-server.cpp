#include <algorithm>
#include <unordered_map>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/server_kind.h"
#include "linter/facts/smart_host.h"

namespace connlint::rules {
namespace {

/// Servers by name and FQDN, in lower case.
using ServerIndex = std::unordered_map<std::string, ServerId>;

ServerIndex index_of(const Organization& organization) {
  ServerIndex index;
  for (std::size_t i = 0; i < organization.servers.size(); ++i) {
    const Server& server = organization.servers[i];
    if (server.has_role(Role::edge_transport)) continue;
    const auto id = static_cast<ServerId>(i);
    index.emplace(lower(server.name()), id);
    const std::string_view fqdn = server.text(Property::fqdn);
    if (!fqdn.empty()) index.emplace(lower(fqdn), id);
  }
  return index;
}

bool is_source(const Connector& connector, ServerId id) {
  return std::ranges::any_of(connector.sources,
                             [&](const ServerReference& source) { return source.server == id; });
}

void check_connector(const Organization& organization, const Connector& connector,
                     const ServerIndex& index, Sink& out) {
  for (const Located<std::string>& text : connector.names(Property::smart_hosts)) {
    const auto found = index.find(lower(smart_host_of(*text).host));
    if (found == index.end()) continue;
    const Server& server = organization.server(found->second);
    const std::string_view consequence =
        is_source(connector, found->second)
            ? "a source server of the connector itself, so that mail loops"
            : "a server of the organisation, which routes the mail over the same connector again";
    out.report(text.where, connector, "{} has the smart host '{}', {}", described(connector), *text,
               consequence)
        .also(server.where, "server '{}' is an Exchange server", server.name())
        .detail = *text;
  }
}

void check(const Context& in, Sink& out) {
  const ServerIndex index = index_of(in.organization);
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!speaks_smtp(connector) || connector.flag(Property::dns_routing) == true) continue;
    // From outside in, and from routing group to routing group, that is how mail goes.
    if (edge_source_of(in.organization, connector) == EdgeSource::yes) continue;
    if (!connector.names(Property::connected_routing_groups).empty()) continue;
    check_connector(in.organization, connector, index, out);
  }
}

}  // namespace

Rule smart_host_is_own_server() {
  return {.code = "CL209",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::smart_hosts}, {ObjectKind::server}},
          .sources = "New-SendConnector; Connector selection (Exchange 2016)",
          .check = check};
}

}  // namespace connlint::rules
