#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/server_kind.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
  const Organization& organization = in.organization;
  const std::vector<std::string> allowed = in.options.texts("allowed");
  const Candidates candidates(organization);
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || !carries_types(connector)) continue;
    if (connector.host != Host::modern || connector.sources.size() != 1) continue;
    const ServerReference& source = connector.sources.front();
    if (!source.server) continue;
    const bool is_allowed = std::ranges::any_of(allowed, [&](std::string_view name) {
      return equals_ignoring_case(name, connector.name());
    });
    const Server& server = organization.server(*source.server);
    const std::size_t count = candidates_for(connector, server, candidates);
    if (is_allowed || count < 2) continue;
    Finding& finding = out.report(
        source.name.where, subject_of(organization, connector),
        fmt::format("{} sends from '{}' alone, though {} servers could: while it is down, mail for "
                    "the connector waits",
                    described(connector), *source.name, count));
    finding.detail = name_of(Property::source_servers);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::source_servers},
    Need{.kind = ObjectKind::server, .property = Property::roles}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {
    "New-ForeignConnector",
    R"(Exchange Server help, "Connector selection in external message routing")",
    R"(TechNet dd638103, "Upgrade from Exchange 2003 Transport")"};
constexpr std::array kOptions = {
    OptionInfo{.name = "allowed",
               .type = OptionInfo::Type::texts,
               .default_value = "",
               .summary = "names of connectors that may have one source server"}};

}  // namespace

extern const Rule single_source_server;
const Rule single_source_server = {
    .info = {.code = "CL246",
             .name = "single-source-server",
             .severity = Severity::info,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary =
                 "A connector has one source server only, though others could share its work",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .options = kOptions,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
