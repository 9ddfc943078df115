#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Conflict& conflict : in.organization.conflicts) {
    const std::string_view property = name_of(conflict.property);
    Finding& finding =
        out.report(conflict.second, subject_named(conflict.kind, conflict.object),
                   "'{}' of {} is {} in one input and {} in another; the first is used", property,
                   described(conflict.kind, conflict.object), quoted(conflict.first_value),
                   quoted(conflict.second_value));
    finding.also(conflict.first, "{} here", quoted(conflict.first_value));
    finding.detail = property;
  }
}

}  // namespace

Rule conflicting_definitions() {
  return {.code = "CL905",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources = "the inputs themselves",
          .check = check};
}

}  // namespace connlint::rules
