#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Server& server : in.organization.servers) {
    if (!counts_as_modern(in.organization, server) || server.site) continue;
    if (server.has_role(Role::edge_transport)) continue;
    if (server.flag(Property::deleted).value_or(false)) continue;
    if (!server.states_nothing(Property::site) || !server.roles) {
      unknown.add(server.name());
      continue;
    }
    out.report(server.place_of(Property::site), server,
               "server '{}' is in no Active Directory site, so that routing cannot use it and mail "
               "for it stays in the queue",
               server.name());
  }
  out.not_judged(unknown, "the sites, or the roles, of these servers are not known");
}

}  // namespace

Rule server_without_site() {
  return {.code = "CL301",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::server, Property::site}},
          .sources =
              "event 5005; "
              R"(Exchange 2013 help, "Planning to use Active Directory sites for routing mail")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
