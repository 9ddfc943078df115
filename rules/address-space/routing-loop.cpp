#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// `routing group 'Old', site 'A', routing group 'Old'`.
std::string path_text(const std::vector<PlaceName>& path) {
  std::vector<std::string> names;
  for (const PlaceName& place : path) {
    names.push_back(fmt::format("{} {}", place.kind == PlaceKind::site ? "site" : "routing group",
                                quoted(place.name)));
  }
  return join(names, ", ");
}

/// Why the places do not agree, as far as it can be told in a few words.
std::string_view cause_of(const Connector& connector) {
  if (!connector.counts_as_enabled()) {
    return ": Exchange 2000/2003 does not see that the connector is disabled";
  }
  if (!connector.names(Property::connected_routing_groups).empty()) {
    return ": the connector hands it to a connected routing group, which sends it back";
  }
  return ", since not all places see the same connectors";
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const LoopCase& loop : in.routing.loops()) {
    const Connector& connector = organization.connector(loop.connector);
    // CL258 speaks of disabled Send connectors, whether their mail loops or not.
    if (connector.kind == ConnectorKind::send && !connector.counts_as_enabled()) continue;
    const AddressSpace& space = connector.address_spaces()[loop.space];
    Finding& finding = out.report(
        space.where, subject_of(organization, connector),
        fmt::format("mail that {} attracts loops ({}){}; the servers return it in the end",
                    described(space, connector), path_text(loop.path), cause_of(connector)));
    finding.detail = identity_of(space);
    if (!connector.counts_as_enabled()) {
      finding.related.push_back({fmt::format("{} is disabled", described(connector)),
                                 connector.place_of(Property::enabled)});
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces},
    Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {"KB 305525", "KB 811706", "ExBPA c7fabf2c"};

}  // namespace

extern const Rule routing_loop;
const Rule routing_loop = {
    .info = {.code = "CL403",
             .name = "routing-loop",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "Mail comes back to a routing group or site that has sent it on",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
