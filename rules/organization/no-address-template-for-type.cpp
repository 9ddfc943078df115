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
    // A type that nobody uses is reported as such.
    if (!used.contains(carried.type) || templates.contains(carried.type)) continue;
    if (!in.organization.coverage.has(ObjectKind::address_template)) {
      return out.not_judged("the inputs hold no address templates");
    }
    const Connector& connector = in.organization.connector(carried.connectors.front());
    const AddressSpace& space = first_space_of(connector, carried.type);
    out.report(space.type_where, Subject{.kind = "address-type", .name = carried.type},
               "address type {} of {} has no address template, so that users cannot pick it as a "
               "new entry and must write '[{}:...]'",
               carried.type, described(connector), carried.type)
        .detail = carried.type;
  }
}

}  // namespace

Rule no_address_template_for_type() {
  return {.code = "CL509",
          .severity = Severity::info,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "Q177308; Q159216; KB 959956",
          .check = check};
}

}  // namespace connlint::rules
