#include "linter/cli/command_line.h"

#include <algorithm>

#include <fmt/format.h>

#include "linter/cli/commands/check.h"
#include "linter/cli/option_parser.h"
#include "linter/engine/report.h"

namespace connlint {

#define COMMAND(name) Command name##_command();
#include "linter/cli/commands.def"

namespace {

/// All commands, a line each.
std::string overview() {
  constexpr std::string_view kVersion = "--version";
  constexpr std::size_t kGap = 3;
  std::size_t width = kVersion.size();
  for (const Command& command : commands()) {
    for (const Usage& usage : command.usages) width = std::max(width, usage.words.size());
  }
  std::string text =
      "connlint: an offline linter for the mail connectors of Microsoft Exchange organisations\n\n"
      "Commands:\n";
  const auto add = [&](std::string_view words, std::string_view summary) {
    text += fmt::format("  connlint {:<{}}{}\n", words, width + kGap, summary);
  };
  for (const Command& command : commands()) {
    for (const Usage& usage : command.usages) add(usage.words, usage.summary);
  }
  add(kVersion, "print the version");
  return text + "\n";
}

Result<CommandLine> parse(const Command& command, std::span<const std::string> arguments) {
  CommandLine line{.command = &command, .options = command.defaults(), .text = {}};
  Result<std::string> help = parse_options(command, command.rows(line.options), arguments);
  if (!help.ok()) return help.error();
  if (!help.value().empty()) {
    line.command = nullptr;
    line.text = std::move(help).value();
    return line;
  }
  if (std::string error = command.agree(line.options); !error.empty()) return Error{error};
  return line;
}

}  // namespace

std::span<const Command> commands() {
  static const std::vector<Command> table = {
#define COMMAND(name) name##_command(),
#include "linter/cli/commands.def"
  };
  return table;
}

std::span<const std::string_view> command_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> out;
    for (const Command& command : commands()) out.push_back(command.name);
    return out;
  }();
  return names;
}

Result<CommandLine> parse_command_line(std::span<const std::string> arguments) {
  const auto end_of_options = std::ranges::find(arguments, "--");
  if (std::find(arguments.begin(), end_of_options, "--version") != end_of_options) {
    return CommandLine{
        .command = nullptr, .options = {}, .text = fmt::format("connlint {}\n", tool_version())};
  }
  if (!arguments.empty()) {
    const auto named = std::ranges::find(commands(), arguments.front(), &Command::name);
    if (named != commands().end()) return parse(*named, arguments.subspan(1));
  }
  Result<CommandLine> line = parse(commands().front(), arguments);
  if (!line.ok()) return line;
  CommandLine check = std::move(line).value();
  if (check.command == nullptr) {
    check.text = overview() + check.text;
  } else {
    std::any_cast<CheckOptions&>(check.options).inputs.command_left_out = true;
  }
  return check;
}

}  // namespace connlint
