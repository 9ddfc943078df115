#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (!carries_types(connector)) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!equals_ignoring_case(space.type, "LOCAL")) continue;
      out.report(connector, space,
                 "{} has the type Local: as a scope the word needs a type behind it "
                 "('Local:SMTP:{};1'), and as a type it takes no mail",
                 described(space, connector), space.address);
    }
  }
}

}  // namespace

Rule type_local() {
  return {.code = "CL120",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "New-SendConnector (RTM); Q161947; ExBPA 1e8700fa",
          .check = check};
}

}  // namespace connlint::rules
