#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/modern_group.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  // A group of 2007 under another name is one finding, not one for each of its servers.
  const auto renamed = renamed_modern_group(organization);
  for (const Server& server : organization.servers) {
    if (!is_modern(server.generation) || !server.routing_group) continue;
    const RoutingGroup& group = organization.routing_group(*server.routing_group);
    if (group.modern || server.routing_group == renamed) continue;
    Finding& finding = out.report(
        server.place_of(Property::routing_group), subject_of(server),
        fmt::format("server '{}', {}, is in routing group '{}' instead of that of Exchange 2007: "
                    "it was moved by hand, which is not supported and breaks routing",
                    server.name(), version_text(server),
                    display_name(organization, *server.routing_group)));
    finding.detail = name_of(Property::routing_group);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::server, .property = Property::routing_group}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    "ExBPA 56c3a9d0", "TechNet dd638103, \"Upgrade from Exchange 2003 Transport\""};

}  // namespace

extern const Rule modern_server_outside_routing_group;
const Rule modern_server_outside_routing_group = {
    .info = {.code = "CL303",
             .name = "modern-server-outside-routing-group",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "server",
             .summary = "A server of Exchange 2007 or later is in a routing group of older servers",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
