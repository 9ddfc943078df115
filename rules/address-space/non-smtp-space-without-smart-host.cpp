#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!speaks_smtp(connector)) continue;
    const Delivery delivery = delivery_of(in.organization, connector);
    bool has_other_type = false;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (is_smtp(space)) continue;
      has_other_type = true;
      if (delivery != Delivery::no_smart_host) continue;
      out.report(connector, space,
                 "{} has a type other than SMTP on a connector without a smart host, so that "
                 "routing ignores it and mail to such addresses goes elsewhere or is returned",
                 described(space, connector))
          .also(connector.place_of(Property::smart_hosts), "{} has no smart host",
                described(connector));
    }
    if (has_other_type && delivery == Delivery::unknown) {
      unknown.add(connector.name());
    }
  }
  out.not_judged(unknown, "the smart hosts of these connectors are not known");
}

}  // namespace

Rule non_smtp_space_without_smart_host() {
  return {.code = "CL105",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "KB 959956, resolution; New-SendConnector",
          .check = check};
}

}  // namespace connlint::rules
