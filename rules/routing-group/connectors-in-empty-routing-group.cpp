#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// Whether a server may be in any group, since the inputs do not tell.
bool any_group_unknown(const Organization& organization) {
  return std::ranges::any_of(organization.servers, [](const Server& server) {
    return !server.routing_group && !is_modern(server.generation);
  });
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const bool any_unknown = any_group_unknown(organization);
  Unjudged unknown;
  for (std::size_t i = 0; i < organization.routing_groups.size(); ++i) {
    const auto id = static_cast<RoutingGroupId>(i);
    const RoutingGroup& group = organization.routing_groups[i];
    if (group.modern || group.implied || !group.servers.empty() || group.connectors.empty()) {
      continue;
    }
    if (any_unknown) {
      unknown.add(display_name(organization, id));
      continue;
    }
    std::vector<std::string> names;
    for (ConnectorId connector : group.connectors) {
      names.emplace_back(organization.connector(connector).name());
    }
    Finding& finding = out.report(
        group.where, subject_of(group),
        fmt::format("routing group '{}' has no servers but holds connectors ({}): others keep them "
                    "in their link state and may route mail to them",
                    display_name(organization, id), listed(names)));
    finding.related.push_back(
        {"a connector of the group", organization.connector(group.connectors.front()).where});
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("whether these routing groups have servers is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::routing_group, .property = {}},
    Need{.kind = ObjectKind::server, .property = Property::routing_group},
    Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 1> kSources = {"KB 914255"};

}  // namespace

extern const Rule connectors_in_empty_routing_group;
const Rule connectors_in_empty_routing_group = {
    .info = {.code = "CL410",
             .name = "connectors-in-empty-routing-group",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "routing-group",
             .summary = "A routing group without servers still holds connectors",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2000,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
