#include "linter/engine/rule.h"
#include "linter/facts/modern_group.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  // A group of 2007 under another name is one finding, not one for each of its servers.
  const auto renamed = renamed_modern_group(in.organization);
  for (const Server& server : in.organization.servers) {
    if (!is_modern(server.generation) || !server.routing_group) continue;
    const RoutingGroup& group = in.organization.routing_group(*server.routing_group);
    if (group.modern || server.routing_group == renamed) continue;
    out.report(server, Property::routing_group,
               "server '{}', {}, is in routing group '{}' instead of that of Exchange 2007: it was "
               "moved by hand, which is not supported and breaks routing",
               server.name(), version_text(server),
               display_name(in.organization, *server.routing_group));
  }
}

}  // namespace

Rule modern_server_outside_routing_group() {
  return {.code = "CL303",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::server, Property::routing_group}},
          .sources = R"(ExBPA 56c3a9d0; TechNet dd638103, "Upgrade from Exchange 2003 Transport")",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
