#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (connector.flag(Property::is_valid) != false) continue;
    out.report(connector, Property::is_valid,
               "{} is exported with IsValid false: Exchange found a setting that it would not "
               "accept, and may not use the connector",
               described(connector));
  }
}

}  // namespace

Rule object_not_valid() {
  return {.code = "CL271",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::is_valid}},
          .sources = "Get-SendConnector",
          .check = check};
}

}  // namespace connlint::rules
