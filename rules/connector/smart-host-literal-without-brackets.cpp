#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/smart_host.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : in.organization.connectors) {
    if (!speaks_smtp(connector) || connector.host == Host::modern) continue;
    for (const Located<std::string>& text : connector.names(Property::smart_hosts)) {
      if (smart_host_of(*text).form != SmartHostForm::address) continue;
      if (connector.host == Host::unknown) {
        unknown.add(connector.name());
        break;
      }
      out.report(text.where, connector,
                 "{} has the smart host {} without brackets, which Exchange 2000/2003 looks up as "
                 "a name first",
                 described(connector), *text)
          .detail = *text;
    }
  }
  out.not_judged(unknown, "which version of Exchange hosts these connectors is not known");
}

}  // namespace

Rule smart_host_literal_without_brackets() {
  return {.code = "CL210",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::smart_hosts}},
          .sources = "KB 257426; KB 821911",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
