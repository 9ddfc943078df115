#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const LostValue& lost : in.organization.lost_values) {
    if (lost.kind != LostValue::Kind::truncated) continue;
    Finding& finding = out.report(
        lost.where, subject_named(lost.object_kind, lost.object),
        fmt::format(
            "the list '{}' of {} is cut off; what follows is not known, so that the property "
            "is taken as unknown",
            lost.property, described(lost.object_kind, lost.object)));
    finding.detail = lost.property;
  }
}

constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    "about_Preference_Variables, FormatEnumerationLimit", "LDAP range retrieval"};

}  // namespace

extern const Rule truncated_list;
const Rule truncated_list = {
    .info = {.code = "CL903",
             .name = "truncated-list",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "input",
             .summary = "A list in an export is cut off after its first values",
             .profiles = kProfiles,
             .needs = {},
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
