#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const UnknownKey& unknown : in.organization.unknown_keys) {
    const std::string hint = unknown.nearest.empty() ? std::string()
                                                     : fmt::format("; the nearest known one is {}",
                                                                   quoted(unknown.nearest));
    const Subject subject = subject_named(unknown.object_kind, unknown.object);
    const std::string object = described(unknown.object_kind, unknown.object);
    Finding& finding =
        unknown.command.empty()
            ? out.report(unknown.where, subject,
                         "{} sets '{}', which its resource does not have, so that DSC refuses the "
                         "configuration{}",
                         object, unknown.key, hint)
            : out.report(unknown.where, subject,
                         "{} is given '-{}', which {} does not have in any version that connlint "
                         "knows, so that the command fails{}",
                         object, unknown.key, unknown.command, hint);
    finding.detail = unknown.key;
  }
}

}  // namespace

Rule unknown_property() {
  return {.code = "CL906",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources =
              "ExchangeDsc, schema of the resources; Microsoft365DSC, schema of the resources; "
              "New-SendConnector",
          .check = check};
}

}  // namespace connlint::rules
