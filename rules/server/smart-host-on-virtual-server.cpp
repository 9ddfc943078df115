#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  if (!in.organization.coverage.has(ObjectKind::server, Property::virtual_server_smart_hosts)) {
    return out.not_applicable("the inputs hold no SMTP virtual server with a smart host");
  }
  for (const Server& server : in.organization.servers) {
    const Names& hosts = server.names(Property::virtual_server_smart_hosts);
    if (hosts.empty()) continue;
    std::vector<std::string> names;
    for (const Located<std::string>& host : hosts) names.push_back(*host);
    out.report(hosts.front().where, server,
               "an SMTP virtual server of '{}' has the smart host {}: it takes all mail that "
               "leaves the server, also that for other servers of the organisation",
               server.name(), listed(names))
        .detail = name_of(Property::virtual_server_smart_hosts);
  }
}

}  // namespace

Rule smart_host_on_virtual_server() {
  return {.code = "CL305",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::server}},
          .sources = "ExBPA 8e853999; ExBPA 56103632",
          .from = Generation::exchange_2000,
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
