#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const LostValue& lost : in.organization.lost_values) {
    if (lost.kind != LostValue::Kind::ambiguous) continue;
    out.report(lost.where, subject_named(lost.object_kind, lost.object),
               "the joined list '{}' of {} can be cut in two ways, since its separator is also "
               "part of its values; the likelier reading is used",
               lost.property, described(lost.object_kind, lost.object))
        .detail = lost.property;
  }
}

}  // namespace

Rule ambiguous_joined_list() {
  return {
      .code = "CL904",
      .severity = Severity::warning,
      .confidence = Confidence::documented,
      .profiles = Profile::recommended,
      .sources = "New-SendConnector, AddressSpaces; Comma-Separated Value (CSV) Scripts (csvde)",
      .check = check};
}

}  // namespace connlint::rules
