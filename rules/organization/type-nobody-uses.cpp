#include <set>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/type_use.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const std::set<std::string> used = used_types(in.organization);
  const std::set<std::string> templates = template_types(in.organization);
  for (const CarriedType& carried : in.facts.carried_types()) {
    if (carried.connectors.empty() || always_listed(carried.type)) continue;
    if (used.contains(carried.type) || templates.contains(carried.type)) continue;
    if (!in.organization.coverage.has(ObjectKind::recipient)) {
      return out.not_judged("the inputs hold no recipients");
    }
    const Connector& connector = in.organization.connector(carried.connectors.front());
    const AddressSpace& space = first_space_of(connector, carried.type);
    out.report(space.type_where, Subject{.kind = "address-type", .name = carried.type},
               "address type {} of {} is used by no recipient, policy or template of the inputs: "
               "only one-off addresses can need it",
               carried.type, described(connector))
        .detail = carried.type;
  }
}

}  // namespace

Rule type_nobody_uses() {
  return {.code = "CL511",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::decommission_2003,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = R"(Exchange 2003 SDK, "Creating a Proxy Address"; Q250903)",
          .check = check};
}

}  // namespace connlint::rules
