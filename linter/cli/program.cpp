// From a command line to its command.
#include <ostream>

#include "linter/cli/commands.h"
#include "linter/report/escape.h"

namespace connlint {
namespace {

/// Calls the function of the command.
struct Dispatch {
  const Environment& environment;

  ExitStatus operator()(const CheckOptions& options) const { return check(options, environment); }
  ExitStatus operator()(const RouteOptions& options) const { return route(options, environment); }
  ExitStatus operator()(const TypesOptions& options) const { return types(options, environment); }
  ExitStatus operator()(const InitOptions& options) const { return init(options, environment); }
  ExitStatus operator()(const ShowOptions& options) const { return show(options, environment); }
  ExitStatus operator()(const ExplainOptions& options) const {
    return explain(options, environment);
  }
  ExitStatus operator()(const RulesOptions& options) const {
    return list_rules(options, environment);
  }
  ExitStatus operator()(const PrintOptions& options) const {
    environment.out << options.text;
    return ExitStatus::ok;
  }
};

}  // namespace

ExitStatus run_program(std::span<const std::string> arguments, const Environment& environment) {
  const Result<CommandLine> command_line = parse_command_line(arguments);
  if (!command_line.ok()) {
    print_error(environment, command_line.error().message);
    return ExitStatus::unusable;
  }
  const ExitStatus status = std::visit(Dispatch{environment}, command_line.value());
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
