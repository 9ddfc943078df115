#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Conflict& conflict : in.organization.conflicts) {
    const std::string_view property = name_of(conflict.property);
    Finding& finding =
        out.report(conflict.second, subject_named(conflict.kind, conflict.object),
                   fmt::format("'{}' of {} is {} in one input and {} in another; the first is used",
                               property, described(conflict.kind, conflict.object),
                               quoted(conflict.first_value), quoted(conflict.second_value)));
    finding.related.push_back(
        {fmt::format("{} here", quoted(conflict.first_value)), conflict.first});
    finding.detail = property;
  }
}

constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"the inputs themselves"};

}  // namespace

extern const Rule conflicting_definitions;
const Rule conflicting_definitions = {
    .info = {.code = "CL905",
             .name = "conflicting-definitions",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "input",
             .summary =
                 "Two inputs state different values for the same property of the same object",
             .profiles = kProfiles,
             .needs = {},
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
