#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Server& server : organization.servers) {
    if (!counts_as_modern(organization, server) || server.site) continue;
    if (server.has_role(Role::edge_transport)) continue;
    if (server.flag(Property::deleted).value_or(false)) continue;
    if (!server.states_nothing(Property::site) || !server.roles) {
      unknown.add(std::string(server.name()));
      continue;
    }
    out.report(server.place_of(Property::site), subject_of(server),
               fmt::format("server '{}' is in no Active Directory site, so that routing cannot use "
                           "it and mail for it stays in the queue",
                           server.name()));
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the sites, or the roles, of these servers are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::server, .property = Property::site}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    "event 5005",
    "Exchange 2013 help, \"Planning to use Active Directory sites for routing mail\""};

}  // namespace

extern const Rule server_without_site;
const Rule server_without_site = {
    .info = {.code = "CL301",
             .name = "server-without-site",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "server",
             .summary = "A server of Exchange 2007 or later is in no Active Directory site",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
