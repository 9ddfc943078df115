#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"

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
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!needs_spaces(connector)) continue;
    if (!connector.states(Property::address_spaces)) {
      unknown.add(connector.name());
    } else if (connector.states_nothing(Property::address_spaces)) {
      if (may_be_linked(connector)) {
        linked.add(connector.name());
        continue;
      }
      out.report(connector.place_of(Property::address_spaces), connector,
                 "{} has no address space, so that no mail ever leaves through it",
                 described(connector));
    }
  }
  out.not_judged(unknown, "the address spaces of these connectors are not known");
  out.not_judged(linked,
                 "whether these connectors without address space are linked to a Receive connector "
                 "is not known");
}

}  // namespace

Rule connector_without_address_space() {
  return {.code = "CL201",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources =
              "New-SendConnector; New-ForeignConnector; "
              R"(Exchange 2000 System Manager help, "Manage Address Spaces")",
          .check = check};
}

}  // namespace connlint::rules
