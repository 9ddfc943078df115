#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/smart_host.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!speaks_smtp(connector) || connector.flag(Property::dns_routing) == true) continue;
    for (const Located<std::string>& text : connector.names(Property::smart_hosts)) {
      const SmartHost host = smart_host_of(*text);
      if (host.form != SmartHostForm::with_port) continue;
      out.report(text.where, connector,
                 "{} has the smart host '{}' with a port, which is taken for a part of the name; "
                 "the port has a setting of its own",
                 described(connector), *text)
          .detail = *text;
    }
  }
}

}  // namespace

Rule port_in_smart_host() {
  return {.code = "CL208",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::smart_hosts}},
          .sources = "New-SendConnector",
          .check = check};
}

}  // namespace connlint::rules
