#include "linter/engine/rule.h"
#include "linter/routing/topology/islands.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Topology& topology = in.routing.topology();
  const std::vector<GroupLink> links = one_way_links(topology);
  if (links.empty()) return;
  const std::vector<std::string> loose = loose_group_connectors(topology);
  if (!loose.empty()) {
    out.not_judged("no input tells both ends of the routing group connectors {}", listed(loose));
    return;
  }
  for (const GroupLink& link : links) {
    const Connector& connector = in.organization.connector(link.connector);
    out.report(connector,
               "{} leads from routing group {} to {}, and no way leads back: mail from there, "
               "replies and non-delivery reports among it, waits until it expires",
               described(connector), quoted(group_name(topology, link.from)),
               quoted(group_name(topology, link.to)));
  }
}

}  // namespace

Rule one_way_routing_group_connector() {
  return {.code = "CL402",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "Message Routing in a Coexistence Environment; TechNet aa998186",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
