#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const auto connectors = enabled_connectors(organization, ConnectorKind::routing_group);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::routing_group));
  Unjudged unknown;
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    if (!connector.states(Property::target_servers)) unknown.add(std::string(connector.name()));
    if (!connector.states_nothing(Property::target_servers)) continue;
    Finding& finding = out.report(
        connector.place_of(Property::target_servers), subject_of(organization, connector),
        fmt::format("{} has no target server, so that no mail leaves over it",
                    described(connector)));
    finding.detail = name_of(Property::target_servers);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the target servers of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {
    "System Manager help, \"Install a Routing Group Connector\"", "TechNet aa996150",
    "New-RoutingGroupConnector"};

}  // namespace

extern const Rule routing_group_connector_without_target;
const Rule routing_group_connector_without_target = {
    .info = {.code = "CL407",
             .name = "routing-group-connector-without-target",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "routing-group",
             .summary = "A routing group connector has no target server",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
