// From the arguments of the program to a command and its options.
#pragma once

#include <any>
#include <span>
#include <string>
#include <string_view>

#include "linter/cli/command.h"
#include "linter/support/result.h"

namespace connlint {

/// All commands, `check`, the default, first.
std::span<const Command> commands();
/// Their names.
std::span<const std::string_view> command_names();

/// What was asked for: a command, or a text to print.
struct CommandLine {
  /// Null where `text`, help or version, is to be printed.
  const Command* command = nullptr;
  /// The options of the command, of its own type.
  std::any options;
  std::string text;
};

/// Reads the command line (without the program's name). Errors name the nearest known word.
Result<CommandLine> parse_command_line(std::span<const std::string> arguments);

}  // namespace connlint
