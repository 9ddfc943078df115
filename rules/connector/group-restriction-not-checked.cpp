#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  if (holds_modern_server(in.organization)) {
    return out.not_applicable("beside Exchange 2007 restrictions are to be removed (CL255)");
  }
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (connector.host != Host::legacy) continue;
    const bool accepts = !connector.names(Property::accept_from).empty();
    if (!accepts && connector.names(Property::reject_from).empty()) continue;
    const Property property = accepts ? Property::accept_from : Property::reject_from;
    out.report(connector, property,
               "{} restricts its senders, which its source servers check only with the registry "
               "value CheckConnectorRestrictions",
               described(connector));
  }
}

}  // namespace

Rule group_restriction_not_checked() {
  return {.code = "CL272",
          .severity = Severity::info,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "KB 277872; KB 279813; ExBPA 8a2a7ed1; ExBPA 8ec33d06",
          .from = Generation::exchange_2000,
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
