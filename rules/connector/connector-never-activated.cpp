#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  bool any = false;
  bool told = false;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (connector.host == Host::modern) continue;
    any = true;
    told = told || connector.states(Property::activation);
    if (connector.text(Property::activation) != "never") continue;
    out.report(
        connector, Property::activation,
        "{} is never activated, so that mail which is routed to it waits until it is returned",
        described(connector));
  }
  if (!any) return out.not_applicable("the inputs hold no connector of Exchange 2000/2003");
  if (!told) out.not_judged("when the connectors of Exchange 2000/2003 are activated is not known");
}

}  // namespace

Rule connector_never_activated() {
  return {.code = "CL256",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = "Exchange 5.5 SDK, PR_EMS_AB_ACTIVATION_STYLE; KB 316293",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
