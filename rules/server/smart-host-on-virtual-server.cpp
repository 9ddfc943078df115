#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

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
    Finding& finding = out.report(
        hosts.front().where, subject_of(server),
        fmt::format("an SMTP virtual server of '{}' has the smart host {}: it takes all mail that "
                    "leaves the server, also that for other servers of the organisation",
                    server.name(), listed(names)));
    finding.detail = name_of(Property::virtual_server_smart_hosts);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"ExBPA 8e853999", "ExBPA 56103632"};

}  // namespace

extern const Rule smart_host_on_virtual_server;
const Rule smart_host_on_virtual_server = {
    .info = {.code = "CL305",
             .name = "smart-host-on-virtual-server",
             .severity = Severity::warning,
             .confidence = Confidence::recommended,
             .subject = "server",
             .summary = "An SMTP virtual server of Exchange 2000/2003 has a smart host",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2000,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
