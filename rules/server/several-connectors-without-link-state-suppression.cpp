#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/routing/topology/islands.h"

namespace connlint::rules {
namespace {

/// The connectors that lead from the routing group of Exchange 2007 to older ones, by name.
std::vector<const Connector*> leaving(const Organization& organization, const Topology& topology) {
  std::vector<const Connector*> connectors;
  for (const GroupLink& link : topology.group_links()) {
    if (link.from == topology.modern_group()) {
      connectors.push_back(&organization.connector(link.connector));
    }
  }
  return connectors;
}

std::size_t legacy_groups(const Topology& topology) {
  std::size_t count = 0;
  for (const Island& island : group_islands(topology, Joints::link_state)) {
    count += island.places.size();
  }
  return count;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const Topology& topology = in.routing.topology();
  const std::vector<const Connector*> connectors = leaving(organization, topology);
  if (connectors.size() < 2 || legacy_groups(topology) < 2) {
    out.not_applicable(
        "the inputs do not show several routing group connectors from Exchange 2007 to several "
        "routing groups");
    return;
  }
  std::vector<std::string> names;
  for (const Connector* connector : connectors) names.emplace_back(connector->name());
  Unjudged unknown;
  for (const Server& server : organization.servers) {
    if (!counts_as_legacy(organization, server)) continue;
    if (server.flag(Property::deleted).value_or(false)) continue;
    const std::optional<bool> suppressed = server.flag(Property::suppress_link_state);
    if (!suppressed) unknown.add(std::string(server.name()));
    if (suppressed != false) continue;
    Finding& finding = out.report(
        server.place_of(Property::suppress_link_state), subject_of(server),
        fmt::format("{} does not suppress link state changes, and {} lead from Exchange 2007 to "
                    "older routing groups: where one of them is down, mail can loop between the "
                    "worlds, since Exchange 2007 does not know it",
                    described(ObjectKind::server, server.name()), listed(names)));
    for (const Connector* connector : connectors) {
      finding.related.push_back(
          {fmt::format("{} leads to an older routing group", described(*connector)),
           connector->where});
    }
  }
  if (!unknown.empty()) {
    out.not_judged(
        unknown.text("no export shows whether SuppressStateChanges is set in the registry (declare "
                     "`suppress_link_state`) on"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    "How to Suppress Link State Updates", "Message Routing in a Coexistence Environment"};

}  // namespace

extern const Rule several_connectors_without_link_state_suppression;
const Rule several_connectors_without_link_state_suppression = {
    .info = {.code = "CL404",
             .name = "several-connectors-without-link-state-suppression",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "server",
             .summary = "Several routing group connectors join Exchange 2007 to older routing "
                        "groups, and a server of Exchange 2000/2003 does not suppress link state "
                        "changes",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
