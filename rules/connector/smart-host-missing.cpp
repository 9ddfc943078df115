#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!speaks_smtp(connector) || connector.flag(Property::dns_routing) != false) continue;
    if (!connector.states(Property::smart_hosts)) {
      unknown.add(connector.name());
      continue;
    }
    // Each address space of another type is reported by CL105.
    const bool only_smtp = std::ranges::all_of(connector.address_spaces(), is_smtp);
    if (!connector.states_nothing(Property::smart_hosts) || !only_smtp) continue;
    out.report(connector, Property::smart_hosts,
               "{} routes to a smart host and has none, so that routing ignores it and its mail "
               "goes elsewhere or stays in the queue",
               described(connector))
        .also(connector.place_of(Property::dns_routing), "{} does not route by DNS",
              described(connector));
  }
  out.not_judged(unknown, "the smart hosts of these connectors are not known");
}

}  // namespace

Rule smart_host_missing() {
  return {.code = "CL205",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::smart_hosts},
                    {ObjectKind::connector, Property::dns_routing}},
          .sources = "event 5019; New-SendConnector",
          .check = check};
}

}  // namespace connlint::rules
