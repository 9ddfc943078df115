#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Server& server : organization.servers) {
    if (!is_legacy(server.generation) || !server.routing_group) continue;
    if (!organization.routing_group(*server.routing_group).modern) continue;
    Finding& finding = out.report(
        server.place_of(Property::routing_group), subject_of(server),
        fmt::format("server '{}', {}, is in the routing group of Exchange 2007, which is not "
                    "supported: servers there route by Active Directory sites, which it does not "
                    "know",
                    server.name(), version_text(server)));
    finding.detail = name_of(Property::routing_group);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::server, .property = Property::routing_group}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    "TechNet aa998186, \"Planning for Coexistence\"", "System Center, Exchange 2010 rule e74793f5"};

}  // namespace

extern const Rule legacy_server_in_modern_routing_group;
const Rule legacy_server_in_modern_routing_group = {
    .info = {.code = "CL302",
             .name = "legacy-server-in-modern-routing-group",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "server",
             .summary = "A server of Exchange 2000/2003 is in the routing group of Exchange 2007",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2000,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
