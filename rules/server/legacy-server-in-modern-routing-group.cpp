#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Server& server : in.organization.servers) {
    if (!is_legacy(server.generation) || !server.routing_group) continue;
    if (!in.organization.routing_group(*server.routing_group).modern) continue;
    out.report(server, Property::routing_group,
               "server '{}', {}, is in the routing group of Exchange 2007, which is not supported: "
               "servers there route by Active Directory sites, which it does not know",
               server.name(), version_text(server));
  }
}

}  // namespace

Rule legacy_server_in_modern_routing_group() {
  return {.code = "CL302",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::server, Property::routing_group}},
          .sources = R"(TechNet aa998186, "Planning for Coexistence"; )"
                     "System Center, Exchange 2010 rule e74793f5",
          .from = Generation::exchange_2000,
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
