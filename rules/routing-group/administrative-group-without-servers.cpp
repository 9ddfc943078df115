#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
  const Organization& organization = in.organization;
  std::set<std::string, LessIgnoringCase> with_servers;
  for (const Server& server : organization.servers) {
    if (!server.states(Property::dn)) {
      return out.not_judged("the administrative groups of some servers are not known");
    }
    with_servers.emplace(administrative_group_of(server.text(Property::dn)));
  }
  for (const RoutingGroup& group : organization.routing_groups) {
    const std::string& holder = group.administrative_group;
    if (group.modern || group.implied || holder.empty()) continue;
    if (!with_servers.insert(holder).second) continue;
    out.report(
        group.where, subject_of(group),
        fmt::format("administrative group '{}' holds routing group '{}' but no servers: where "
                    "it has no container 'Servers', its link state does not reach others",
                    holder, group.name()));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::routing_group, .property = {}},
                               Need{.kind = ObjectKind::server, .property = Property::dn}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"ExBPA cc65af09", "KB 318491"};

}  // namespace

extern const Rule administrative_group_without_servers;
const Rule administrative_group_without_servers = {
    .info = {.code = "CL416",
             .name = "administrative-group-without-servers",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "routing-group",
             .summary = "An administrative group holds routing groups but no servers",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2000,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
