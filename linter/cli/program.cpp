// From a command line to its command.
#include <ostream>

#include "linter/cli/command_line.h"
#include "linter/cli/environment.h"
#include "linter/report/escape.h"

namespace connlint {

ExitStatus run_program(std::span<const std::string> arguments, const Environment& environment) {
  const Result<CommandLine> command_line = parse_command_line(arguments);
  if (!command_line.ok()) {
    print_error(environment, command_line.error().message);
    return ExitStatus::unusable;
  }
  const auto& [command, options, text] = command_line.value();
  environment.out << text;
  const ExitStatus status =
      command == nullptr ? ExitStatus::ok : command->run(options, environment);
  environment.out.flush();
  return environment.out ? status : worse(status, ExitStatus::unusable);
}

void print_message(const Environment& environment, const std::string& text) {
  environment.err << message_line(text);
}

void print_error(const Environment& environment, const std::string& text) {
  print_message(environment, "connlint: error: " + text);
}

}  // namespace connlint
