#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

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
    Finding& finding = out.report(
        lost.where, subject_named(lost.object_kind, lost.object),
        fmt::format(
            "the values of '{}' of {} were lost in the export: {}; nothing is known of them",
            lost.property, described(lost.object_kind, lost.object), why(lost)));
    finding.detail = lost.property;
  }
}

constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"Export-Csv", "ConvertTo-Json, option Depth"};

}  // namespace

extern const Rule values_lost_in_export;
const Rule values_lost_in_export = {
    .info = {.code = "CL902",
             .name = "values-lost-in-export",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "input",
             .summary =
                 "An export holds the name of a .NET type, or nothing, in place of the values "
                 "of a property",
             .profiles = kProfiles,
             .needs = {},
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
