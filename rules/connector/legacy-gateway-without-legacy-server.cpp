#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_host.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

bool is_legacy_kind(const Connector& connector) {
  return connector.kind == ConnectorKind::x400 || connector.kind == ConnectorKind::gateway;
}

/// The address types on connectors that Exchange 2007 and later host.
std::set<std::string> modern_types(const Organization& organization) {
  std::set<std::string> types;
  for (const Connector& connector : enabled_connectors(organization)) {
    if (connector.host != Host::modern) continue;
    for (const AddressSpace& space : connector.address_spaces()) types.insert(upper(space.type));
  }
  return types;
}

/// The types that are gone with the connector, by name.
std::vector<std::string> own_types(const Connector& connector,
                                   const std::set<std::string>& modern) {
  std::set<std::string> own;
  for (const AddressSpace& space : connector.address_spaces()) {
    const std::string type = upper(space.type);
    if (!modern.contains(type)) own.insert(type);
  }
  return {own.begin(), own.end()};
}

/// Whether the connector names a server that the inputs do not hold, which CL203 reports.
bool names_unknown_server(const Connector& connector) {
  return hosting_servers(connector).empty() && (!connector.sources.empty() || connector.home_mta);
}

void report_dead(const Connector& connector, Sink& out) {
  out.report(connector,
             "{} is left although no server of Exchange 2000/2003 hosts it, and later versions "
             "cannot run it: its mail is returned or stays in the queue",
             described(connector));
}

void report_dependence(const Organization& organization, const Connector& connector,
                       const std::set<std::string>& modern, Sink& out) {
  const std::vector<std::string> types = own_types(connector, modern);
  const std::string lost =
      types.empty() ? std::string()
                    : fmt::format(", and with it the only connector for {}", listed(types));
  const Server& server = organization.server(hosting_servers(connector).front());
  Finding& finding =
      out.report(connector, "{} runs on Exchange 2000/2003 only: it goes when server '{}' goes{}",
                 described(connector), server.name(), lost);
  finding.severity = Severity::info;
  finding.also(server.where, "server '{}' is {}", server.name(), version_text(server));
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (!holds_modern_server(organization)) {
    return out.not_applicable("the inputs hold no server of Exchange 2007 or later");
  }
  const std::set<std::string> modern = modern_types(organization);
  const bool legacy_left = shows_legacy(organization);
  for (const Connector& connector : organization.connectors) {
    if (!is_legacy_kind(connector) || names_unknown_server(connector)) continue;
    const std::vector<ServerId> hosts = hosting_servers(connector);
    const bool on_legacy = std::ranges::any_of(hosts, [&](ServerId id) {
      return counts_as_legacy(organization, organization.server(id));
    });
    const bool on_modern = std::ranges::any_of(hosts, [&](ServerId id) {
      return counts_as_modern(organization, organization.server(id));
    });
    if (on_legacy) {
      report_dependence(organization, connector, modern, out);
    } else if (on_modern || (hosts.empty() && !legacy_left)) {
      report_dead(connector, out);
    }
  }
}

}  // namespace

Rule legacy_gateway_without_legacy_server() {
  return {.code = "CL254",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence | Profile::decommission_2003,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources =
              "ExBPA 2b519ade; TechNet aa996109; "
              R"(MSDN bb851552, "Migrating from the Exchange 2000 Sample Gateway")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
