#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// The source servers of a connector without the Transport service.
struct Idle {
  std::vector<std::string> names;
  /// Whether a source server may send: it has the service, or may have it.
  bool other = false;
};

Idle idle_sources_of(const Organization& organization, const Connector& connector) {
  Idle idle;
  for (const ServerReference& reference : connector.sources) {
    const bool none =
        reference.server && !is_legacy(organization.server(*reference.server).generation) &&
        transport_role_of(organization.server(*reference.server)) == TransportRole::no;
    if (none) {
      idle.names.push_back(*reference.name);
    } else {
      idle.other = true;
    }
  }
  return idle;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || !has_source_servers(connector)) continue;
    const Idle idle = idle_sources_of(organization, connector);
    if (idle.names.empty()) continue;
    Finding& finding = out.report(
        connector.place_of(Property::source_servers), subject_of(organization, connector),
        fmt::format("{} has {} as source, without a role that sends mail: {}", described(connector),
                    listed(idle.names),
                    idle.other ? "only the other source servers carry its mail"
                               : "nobody carries its mail"));
    if (idle.other) finding.severity = Severity::warning;
    finding.detail = name_of(Property::source_servers);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::source_servers},
    Need{.kind = ObjectKind::server, .property = Property::roles}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"New-SendConnector",
                                                      R"(Exchange Server help, "Mail routing")"};

}  // namespace

extern const Rule source_server_without_transport_role;
const Rule source_server_without_transport_role = {
    .info = {.code = "CL249",
             .name = "source-server-without-transport-role",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A source server of a connector has no role that sends mail",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
