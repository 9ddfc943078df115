#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/routing/routed_connector.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (!organization.coverage.has(ObjectKind::connector, Property::connected_routing_groups)) {
    return out.not_applicable("no connector of the inputs states connected routing groups");
  }
  const std::vector<RoutedConnector>& routed = in.routing.routed_connectors();
  for (std::size_t i = 0; i < routed.size(); ++i) {
    const Connector& connector = organization.connectors[i];
    // A connector that is dropped for another reason is reported for that one.
    if (routed[i].dropped != Dropped::connected_group || routed[i].disabled) continue;
    const Names& groups = connector.names(Property::connected_routing_groups);
    Finding& finding = out.report(
        groups.front().where, subject_of(organization, connector),
        fmt::format(
            "{} joins routing groups, one of which is that of Exchange 2007: only a routing "
            "group connector can, so that Exchange 2007 and later ignore it and no "
            "mail between the groups takes it",
            described(connector)));
    finding.detail = name_of(Property::connected_routing_groups);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    "event 5028", "TechNet aa998186, \"Planning for Coexistence\""};

}  // namespace

extern const Rule connector_into_modern_routing_group;
const Rule connector_into_modern_routing_group = {
    .info = {.code = "CL259",
             .name = "connector-into-modern-routing-group",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary =
                 "An SMTP or X.400 connector joins a routing group with that of Exchange 2007",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
