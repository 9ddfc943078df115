#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/routing/topology/islands.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const Topology& topology = in.routing.topology();
  const std::vector<GroupLink> links = one_way_links(topology);
  if (links.empty()) return;
  const std::vector<std::string> loose = loose_group_connectors(topology);
  if (!loose.empty()) {
    out.not_judged("no input tells both ends of the routing group connectors " + listed(loose));
    return;
  }
  for (const GroupLink& link : links) {
    const Connector& connector = organization.connector(link.connector);
    out.report(connector.where, subject_of(organization, connector),
               fmt::format("{} leads from routing group {} to {}, and no way leads back: mail from "
                           "there, replies and non-delivery reports among it, waits until it "
                           "expires",
                           described(connector), quoted(group_name(topology, link.from)),
                           quoted(group_name(topology, link.to))));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    "Message Routing in a Coexistence Environment", "TechNet aa998186"};

}  // namespace

extern const Rule one_way_routing_group_connector;
const Rule one_way_routing_group_connector = {
    .info = {.code = "CL402",
             .name = "one-way-routing-group-connector",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "Mail reaches a routing group that no connector leads out of, back to "
                        "where it came from",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
