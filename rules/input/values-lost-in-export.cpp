#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

std::string why(const LostValue& lost) {
  if (lost.kind == LostValue::Kind::depth) return "cut off at the depth limit of the export";
  return fmt::format("the .NET type name {} stands there instead", quoted(lost.text));
}

void check(const Context& in, Sink& out) {
  for (const LostValue& lost : in.organization.lost_values) {
    const bool gone =
        lost.kind == LostValue::Kind::type_name || lost.kind == LostValue::Kind::depth;
    if (!gone) continue;
    out.report(lost.where, subject_named(lost.object_kind, lost.object),
               "the values of '{}' of {} were lost in the export: {}; nothing is known of them",
               lost.property, described(lost.object_kind, lost.object), why(lost))
        .detail = lost.property;
  }
}

}  // namespace

Rule values_lost_in_export() {
  return {.code = "CL902",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources = "Export-Csv; ConvertTo-Json, option Depth",
          .check = check};
}

}  // namespace connlint::rules
