#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// Whether a connector needs address spaces: not Calendar connectors, not those that join routing
/// groups, not linked ones (Set-SendConnector: a linked connector has none).
bool needs_spaces(const Connector& connector) {
  return carries_types(connector) && connector.gateway_class != GatewayClass::calendar &&
         connector.names(Property::connected_routing_groups).empty() &&
         connector.text(Property::linked_receive_connector).empty();
}

/// Whether a connector may be a linked one though the inputs do not say so: a Send connector with a
/// smart host. A linked connector neither routes by DNS nor does without (Set-SendConnector).
bool may_be_linked(const Connector& connector) {
  return connector.kind == ConnectorKind::send && connector.host != Host::legacy &&
         !connector.states(Property::linked_receive_connector) &&
         connector.flag(Property::dns_routing) != true &&
         !connector.names(Property::smart_hosts).empty();
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  Unjudged linked;
  for (const Connector& connector : in.organization.connectors) {
    if (!connector.counts_as_enabled() || !needs_spaces(connector)) continue;
    if (!connector.states(Property::address_spaces)) {
      unknown.add(std::string(connector.name()));
    } else if (connector.states_nothing(Property::address_spaces)) {
      if (may_be_linked(connector)) {
        linked.add(std::string(connector.name()));
        continue;
      }
      out.report(connector.place_of(Property::address_spaces),
                 subject_of(in.organization, connector),
                 fmt::format("{} has no address space, so that no mail ever leaves through it",
                             described(connector)));
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the address spaces of these connectors are not known"));
  }
  if (!linked.empty()) {
    out.not_judged(linked.text(
        "whether these connectors without address space are linked to a Receive connector is not "
        "known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {
    "New-SendConnector", "New-ForeignConnector",
    "Exchange 2000 System Manager help, \"Manage Address Spaces\""};

}  // namespace

extern const Rule connector_without_address_space;
const Rule connector_without_address_space = {
    .info = {.code = "CL201",
             .name = "connector-without-address-space",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A connector has neither an address space nor a connected routing group",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
