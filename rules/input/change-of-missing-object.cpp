#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

/// The plural with which a message speaks of all of a kind: `Send connectors`.
std::string all_of(const CommandOutcome& command) {
  if (command.object_kind != ObjectKind::connector) {
    return std::string(plural_of(command.object_kind));
  }
  return fmt::format("{}s", title_of(command.connector));
}

void check(const Context& in, Sink& out) {
  for (const CommandOutcome& command : in.organization.commands) {
    if (command.effect != CommandOutcome::Effect::missing) continue;
    const Subject subject = subject_named(command.object_kind, command.object);
    if (!command.exported) {
      out.report(command.where, subject,
                 "'{}' needs {}, which nothing in the inputs makes; whether it exists can be told "
                 "with an export of the {} beside the code",
                 command.command, quoted(command.object), all_of(command))
          .severity = Severity::info;
      continue;
    }
    const std::string hint = command.nearest.empty()
                                 ? std::string()
                                 : fmt::format("; the nearest name is {}", quoted(command.nearest));
    out.report(command.where, subject, "'{}' fails, since {} is none of the {} of the inputs{}",
               command.command, quoted(command.object), all_of(command), hint);
  }
}

}  // namespace

Rule change_of_missing_object() {
  return {.code = "CL909",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources = "Set-SendConnector; Remove-SendConnector; Set-AcceptedDomain",
          .check = check};
}

}  // namespace connlint::rules
