#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

/// `Receive connector 'Relay'`, `accepted domain 'contoso.com'`.
std::string described_object(const CommandOutcome& command) {
  if (command.object_kind != ObjectKind::connector) {
    return described(command.object_kind, command.object);
  }
  return fmt::format("{} {}", title_of(command.connector), quoted(command.object));
}

void check(const Context& in, Sink& out) {
  for (const CommandOutcome& command : in.organization.commands) {
    if (command.effect != CommandOutcome::Effect::exists) continue;
    out.report(command.where, subject_named(command.object_kind, command.object),
               "'{}' fails, since {} exists already, so that nothing of what the command states is "
               "set",
               command.command, described_object(command))
        .also(*command.existing, "it exists since it stands here");
  }
}

}  // namespace

Rule created_twice() {
  return {.code = "CL908",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources = "New-SendConnector; New-ReceiveConnector; New-AcceptedDomain",
          .check = check};
}

}  // namespace connlint::rules
