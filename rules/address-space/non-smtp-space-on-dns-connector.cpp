#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"

namespace connlint::rules {
namespace {

/// Whether routing of Exchange 2007 and later decides about the connector (event 5025): a source
/// server of these versions or their routing group as home; where both are unknown, by kind.
bool is_modern(const Organization& organization, const Connector& connector) {
  if (connector.home && organization.routing_group(*connector.home).modern) return true;
  if (connector.host == Host::unknown) return connector.kind == ConnectorKind::send;
  return connector.host == Host::modern;
}

void report(const Organization& organization, const Connector& connector, const AddressSpace& space,
            Sink& out) {
  const bool modern = is_modern(organization, connector);
  const std::string_view consequence =
      modern ? "which routing ignores, so that mail to such addresses goes elsewhere or is returned"
             : "so that Exchange 2000/2003 looks the encapsulated addresses up in DNS and such "
               "mail is probably returned";
  Finding& finding = out.report(
      connector, space, "{} has a type other than SMTP on a connector that routes by DNS, {}",
      described(space, connector), consequence);
  if (!modern) finding.severity = Severity::warning;
  if (connector.states(Property::dns_routing)) {
    finding.also(connector.place_of(Property::dns_routing), "{} routes by DNS",
                 described(connector));
  } else {
    finding.also(connector.place_of(Property::smart_hosts), "{} has no smart host",
                 described(connector));
  }
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!speaks_smtp(connector)) continue;
    const Delivery delivery = delivery_of(in.organization, connector);
    bool has_other_type = false;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (is_smtp(space)) continue;
      has_other_type = true;
      if (delivery == Delivery::dns) report(in.organization, connector, space, out);
    }
    const bool told = connector.states(Property::dns_routing) || delivery != Delivery::unknown;
    if (has_other_type && !told) unknown.add(connector.name());
  }
  out.not_judged(unknown, "whether these connectors route by DNS is not known");
}

}  // namespace

Rule non_smtp_space_on_dns_connector() {
  return {.code = "CL104",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "event 5025; New-SendConnector",
          .check = check};
}

}  // namespace connlint::rules
