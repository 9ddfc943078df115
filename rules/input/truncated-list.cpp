#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const LostValue& lost : in.organization.lost_values) {
    if (lost.kind != LostValue::Kind::truncated) continue;
    out.report(lost.where, subject_named(lost.object_kind, lost.object),
               "the list '{}' of {} is cut off; what follows is not known, so that the property is "
               "taken as unknown",
               lost.property, described(lost.object_kind, lost.object))
        .detail = lost.property;
  }
}

}  // namespace

Rule truncated_list() {
  return {.code = "CL903",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources = "about_Preference_Variables, FormatEnumerationLimit; LDAP range retrieval",
          .check = check};
}

}  // namespace connlint::rules
