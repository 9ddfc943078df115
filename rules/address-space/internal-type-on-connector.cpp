#include "linter/engine/rule.h"
#include "linter/facts/address_types/type_name.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (!carries_types(connector)) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!is_internal_type(space.type)) continue;
      out.report(space.type_where, connector,
                 "{} has the type {}, which stands for objects of the directory itself: no mail "
                 "leaves by it",
                 described(space, connector), upper(space.type))
          .detail = identity_of(space);
    }
  }
}

}  // namespace

Rule internal_type_on_connector() {
  return {.code = "CL122",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "MAPI Address Types; MS-OXCMAIL 2.1.3.1.8",
          .check = check};
}

}  // namespace connlint::rules
