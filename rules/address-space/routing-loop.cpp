#include <fmt/format.h>

#include "linter/engine/rule.h"

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
  for (const LoopCase& loop : in.routing.loops()) {
    const Connector& connector = in.organization.connector(loop.connector);
    // CL258 speaks of disabled Send connectors, whether their mail loops or not.
    if (connector.kind == ConnectorKind::send && !connector.counts_as_enabled()) continue;
    const AddressSpace& space = connector.address_spaces()[loop.space];
    Finding& finding = out.report(
        connector, space, "mail that {} attracts loops ({}){}; the servers return it in the end",
        described(space, connector), path_text(loop.path), cause_of(connector));
    if (!connector.counts_as_enabled()) {
      finding.also(connector.place_of(Property::enabled), "{} is disabled", described(connector));
    }
  }
}

}  // namespace

Rule routing_loop() {
  return {.code = "CL403",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}, {ObjectKind::server}},
          .sources = "KB 305525; KB 811706; ExBPA c7fabf2c",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
