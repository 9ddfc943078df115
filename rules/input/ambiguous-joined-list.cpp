#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const LostValue& lost : in.organization.lost_values) {
    if (lost.kind != LostValue::Kind::ambiguous) continue;
    Finding& finding = out.report(
        lost.where, subject_named(lost.object_kind, lost.object),
        fmt::format(
            "the joined list '{}' of {} can be cut in two ways, since its separator is also "
            "part of its values; the likelier reading is used",
            lost.property, described(lost.object_kind, lost.object)));
    finding.detail = lost.property;
  }
}

constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    "New-SendConnector, AddressSpaces", "Comma-Separated Value (CSV) Scripts (csvde)"};

}  // namespace

extern const Rule ambiguous_joined_list;
const Rule ambiguous_joined_list = {
    .info = {.code = "CL904",
             .name = "ambiguous-joined-list",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "input",
             .summary = "Values joined into one text can be cut apart in two ways",
             .profiles = kProfiles,
             .needs = {},
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
