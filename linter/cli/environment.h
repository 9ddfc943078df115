// What the program uses of the world around it, so that tests can give it another one.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>

#include "linter/cli/exit_status.h"
#include "linter/engine/rule.h"

namespace connlint {

/// References to what outlives the program.
struct Environment {
  std::span<const RuleEntry> rules;
  std::span<const Topic> topics;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  /// The value of an environment variable, or nothing where it is unset.
  std::function<std::optional<std::string>(const char* name)> variable;
  /// Whether standard output is a terminal.
  bool out_is_terminal = false;
};

/// Runs the command line `arguments` (without the program's name).
ExitStatus run_program(std::span<const std::string> arguments, const Environment& environment);

/// Writes a line to standard error, control characters in visible form.
void print_message(const Environment& environment, const std::string& text);
/// `connlint: error: TEXT` for what concerns no file.
void print_error(const Environment& environment, const std::string& text);

}  // namespace connlint
