#include <cstddef>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/facts/source_server.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

/// How many servers could be source servers beside each other.
struct Candidates {
  explicit Candidates(const Organization& organization) : by_site(organization.sites.size()) {
    for (const Server& server : organization.servers) {
      if (server.has_role(Role::edge_transport)) ++edges;
      if (server.has_role(Role::edge_transport) || is_legacy(server.generation)) continue;
      if (transport_role_of(server) != TransportRole::yes) continue;
      ++all;
      if (server.site) ++by_site[static_cast<std::size_t>(*server.site)];
    }
  }
  std::size_t all = 0;
  std::size_t edges = 0;
  std::vector<std::size_t> by_site;
};

/// How many servers could be the source of the connector, whose only source is `server`: of
/// Exchange 2007 and 2010 and for scoped connectors those of its site, else all.
std::size_t candidates_for(const Connector& connector, const Server& server,
                           const Candidates& candidates) {
  if (server.has_role(Role::edge_transport)) return candidates.edges;
  const bool one_site =
      connector.scope == Scope::site || server.generation <= Generation::exchange_2010;
  if (!one_site) return candidates.all;
  return server.site ? candidates.by_site[static_cast<std::size_t>(*server.site)] : 0;
}

void check(const Context& in, Sink& out) {
  const Candidates candidates(in.organization);
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!carries_types(connector)) continue;
    if (connector.host != Host::modern || connector.sources.size() != 1) continue;
    const ServerReference& source = connector.sources.front();
    if (!source.server) continue;
    const Server& server = in.organization.server(*source.server);
    const std::size_t count = candidates_for(connector, server, candidates);
    if (count < 2 || in.options.lists("allowed", connector.name())) continue;
    out.report(source.name.where, connector,
               "{} sends from '{}' alone, though {} servers could: while it is down, mail for the "
               "connector waits",
               described(connector), *source.name, count)
        .detail = name_of(Property::source_servers);
  }
}

}  // namespace

Rule single_source_server() {
  return {.code = "CL246",
          .severity = Severity::info,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::source_servers},
                    {ObjectKind::server, Property::roles}},
          .sources =
              "New-ForeignConnector; "
              R"(Exchange Server help, "Connector selection in external message routing"; )"
              R"(TechNet dd638103, "Upgrade from Exchange 2003 Transport")",
          .options = {{.name = "allowed",
                       .type = OptionInfo::Type::texts,
                       .default_value = "",
                       .summary = "names of connectors that may have one source server"}},
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
