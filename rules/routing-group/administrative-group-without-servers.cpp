#include <set>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

/// The administrative group that a server's distinguished name lies in, or empty.
std::string_view administrative_group_of(std::string_view dn) {
  constexpr std::string_view kServers = ",CN=Servers,CN=";
  const std::size_t at = find_ignoring_case(dn, kServers);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = dn.substr(at + kServers.size());
  return rest.substr(0, rest.find(','));
}

void check(const Context& in, Sink& out) {
  std::set<std::string, LessIgnoringCase> with_servers;
  for (const Server& server : in.organization.servers) {
    if (!server.states(Property::dn)) {
      return out.not_judged("the administrative groups of some servers are not known");
    }
    with_servers.emplace(administrative_group_of(server.text(Property::dn)));
  }
  for (const RoutingGroup& group : in.organization.routing_groups) {
    const std::string& holder = group.administrative_group;
    if (group.modern || group.implied || holder.empty()) continue;
    if (!with_servers.insert(holder).second) continue;
    out.report(group,
               "administrative group '{}' holds routing group '{}' but no servers: where it has no "
               "container 'Servers', its link state does not reach others",
               holder, group.name());
  }
}

}  // namespace

Rule administrative_group_without_servers() {
  return {.code = "CL416",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::routing_group}, {ObjectKind::server, Property::dn}},
          .sources = "ExBPA cc65af09; KB 318491",
          .from = Generation::exchange_2000,
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
