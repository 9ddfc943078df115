#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

std::string hint_of(const InvalidValue& invalid) {
  if (invalid.nearest.empty()) return {};
  const std::string words = listed(invalid.nearest, invalid.nearest.size());
  return fmt::format("; the nearest {} {}", invalid.nearest.size() == 1 ? "is" : "are", words);
}

void check(const Context& in, Sink& out) {
  for (const InvalidValue& invalid : in.organization.invalid_values) {
    out.report(invalid.where, subject_named(invalid.object_kind, invalid.object),
               "{} sets {} to {}, which the cmdlet refuses: it takes {}{}",
               described(invalid.object_kind, invalid.object), invalid.property,
               quoted(invalid.value), invalid.expected, hint_of(invalid))
        .detail = invalid.property;
  }
}

}  // namespace

Rule invalid_value() {
  return {.code = "CL913",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources =
              "New-SendConnector; New-ReceiveConnector; New-InboundConnector; "
              "New-OutboundConnector; TimeSpan.Parse",
          .check = check};
}

}  // namespace connlint::rules
