#include "linter/cli/options.h"

#include <algorithm>
#include <array>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "linter/cli/option_parser.h"
#include "linter/cli/options_route.h"
#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array<std::string_view, 7> kCommands = {"check",   "route", "types", "show",
                                                       "explain", "rules", "init"};
constexpr std::array<std::string_view, 3> kColorWords = {"auto", "always", "never"};
constexpr std::array<std::string_view, 2> kShowFormats = {"yaml", "json"};
constexpr std::array<std::string_view, 3> kRulesFormats = {"text", "json", "markdown"};

/// The words as the user gave them, before they are understood.
struct Words {
  InputWords inputs;
  std::vector<std::string> formats, select, ignore;
  std::string fail_on, profile, jobs, color;
};

std::string understand_formats(CheckOptions& options, const std::vector<std::string>& words) {
  std::set<std::string> files;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    FormatRequest request{.reporter = reporter_named(name), .file = {}};
    if (request.reporter == nullptr) return unknown_word("format", name, reporter_names());
    if (equals != std::string::npos) {
      request.file = word.substr(equals + 1);
      if (request.file.empty()) return fmt::format("--format {}: expected a file after '='", word);
    }
    if (!files.insert(request.file).second) {
      return request.file.empty()
                 ? "only one --format may go to standard output: give the others a file, as in "
                   "--format sarif=connlint.sarif"
                 : fmt::format("two formats go to the same file '{}'", request.file);
    }
    options.formats.push_back(std::move(request));
  }
  if (options.formats.empty())
    options.formats.push_back({.reporter = reporters().data(), .file = {}});
  return {};
}

std::string understand_jobs(CheckOptions& options, const std::string& word) {
  options.jobs = std::max<std::size_t>(1, std::thread::hardware_concurrency());
  if (word.empty()) return {};
  constexpr std::int64_t kMost = 1024;
  const auto number = parse_integer(word);
  if (!number || *number < 1 || *number > kMost) {
    return fmt::format("--jobs {}: expected a number from 1 to {}", word, kMost);
  }
  options.jobs = static_cast<std::size_t>(*number);
  return {};
}

std::string understand(CheckOptions& options, Words& words) {
  if (std::string error = understand(options.inputs, words.inputs); !error.empty()) return error;
  if (std::string error = understand_formats(options, words.formats); !error.empty()) return error;
  if (std::string error = understand_jobs(options, words.jobs); !error.empty()) return error;
  if (!words.fail_on.empty()) {
    options.fail_on = fail_on_named(words.fail_on);
    if (!options.fail_on) {
      return unknown_word("value of --fail-on", words.fail_on, fail_on_words());
    }
  }
  if (!words.profile.empty()) {
    if (std::ranges::find(profiles(), std::string_view(words.profile)) == profiles().end()) {
      return unknown_word("profile", words.profile, profiles());
    }
    options.profile = words.profile;
  }
  if (!words.color.empty()) {
    const auto mode = color_mode_named(words.color);
    if (!mode) return unknown_word("value of --color", words.color, kColorWords);
    options.color = *mode;
  }
  options.select = std::move(words.select);
  options.ignore = std::move(words.ignore);
  return {};
}

void add_check_options(OptionParser& parser, CheckOptions& options, Words& words) {
  parser.texts("--format", words.formats,
               fmt::format("Output format: {} (repeatable; at most one without FILE)",
                           list_of(reporter_names())),
               "NAME[=FILE]");
  parser.text("--fail-on", words.fail_on,
              "Least severity that makes the exit status 1: error, warning (default), info, never",
              "SEVERITY");
  parser.texts("--select", words.select, "Run only these rules (codes or names)", "RULE,...", ',');
  parser.texts("--ignore", words.ignore, "Do not run these rules", "RULE,...", ',');
  parser.text("--profile", words.profile, fmt::format("Set of rules: {}", list_of(profiles())),
              "NAME");
  parser.flag("--each", options.each, "Every PATH is an organisation of its own");
  parser.text("--jobs", words.jobs, "With --each: how many at once (default: all processors)", "N");
  parser.flag("--exit-zero", options.exit_zero, "Exit with 0 instead of 1 when there are findings");
  parser.text("--color", words.color, "Colour of text: auto (default), always, never", "WHEN");
  parser.flag("--quiet", options.quiet, "No notes and no closing summary");
}

constexpr std::string_view kCommandHelp =
    R"(connlint: an offline linter for the mail connectors of Microsoft Exchange organisations

Commands:
  connlint [check] [PATH...]   read all inputs as one organisation, run the rules, report
  connlint route ADDRESS...    which connector and path an address takes, and why
  connlint types [PATH...]     the address types that cached-mode Outlook may use, by mailbox server
  connlint show [PATH...]      print what was read, as an organisation file
  connlint explain RULE        print the document of a rule, by code or by name
  connlint explain export      how to export an organisation
  connlint rules               list all rules
  connlint init                write a commented .connlint.yaml
  connlint --version           print the version

)";

Result<CommandLine> parse_check(std::span<const std::string> arguments, bool command_left_out) {
  CheckOptions options;
  Words words;
  OptionParser parser("check", "Reads all inputs as one organisation, runs the rules, reports");
  add_check_options(parser, options, words);
  add_input_options(parser, options.inputs, words.inputs);
  const Result<std::string> help = parser.parse(arguments);
  if (!help.ok()) return help.error();
  if (!help.value().empty()) {
    const std::string_view commands = command_left_out ? kCommandHelp : std::string_view();
    return CommandLine(PrintOptions{std::string(commands) + help.value()});
  }
  if (std::string error = understand(options, words); !error.empty()) return Error{error};
  options.inputs.command_left_out = command_left_out;
  return CommandLine(std::move(options));
}

Result<CommandLine> parse_show(std::span<const std::string> arguments) {
  ShowOptions options;
  InputWords words;
  std::string format = "yaml";
  OptionParser parser("show", "Prints what was read, as an organisation file");
  parser.text("--format", format, "yaml (default) or json", "NAME");
  add_input_options(parser, options.inputs, words);
  const Result<std::string> help = parser.parse(arguments);
  if (!help.ok()) return help.error();
  if (!help.value().empty()) return CommandLine(PrintOptions{help.value()});
  if (std::string error = understand(options.inputs, words); !error.empty()) return Error{error};
  if (format != "yaml" && format != "json") {
    return Error{unknown_word("format", format, kShowFormats)};
  }
  options.format = format == "json" ? ShowOptions::Format::json : ShowOptions::Format::yaml;
  return CommandLine(std::move(options));
}

Result<CommandLine> parse_explain(std::span<const std::string> arguments) {
  ExplainOptions options;
  OptionParser parser("explain", "Prints the document of a rule, or of a topic such as `export`");
  parser.argument("RULE", options.word, "Code or name of a rule, or a topic");
  const Result<std::string> help = parser.parse(arguments);
  if (!help.ok()) return help.error();
  if (!help.value().empty()) return CommandLine(PrintOptions{help.value()});
  return CommandLine(std::move(options));
}

Result<CommandLine> parse_rules(std::span<const std::string> arguments) {
  RulesOptions options;
  std::string format = "text";
  OptionParser parser("rules", "Lists all rules");
  parser.text("--format", format, "text (default), json or markdown", "NAME");
  const Result<std::string> help = parser.parse(arguments);
  if (!help.ok()) return help.error();
  if (!help.value().empty()) return CommandLine(PrintOptions{help.value()});
  if (std::ranges::find(kRulesFormats, std::string_view(format)) == kRulesFormats.end()) {
    return Error{unknown_word("format", format, kRulesFormats)};
  }
  if (format == "json") options.format = RulesOptions::Format::json;
  if (format == "markdown") options.format = RulesOptions::Format::markdown;
  return CommandLine(options);
}

Result<CommandLine> parse_init(std::span<const std::string> arguments) {
  OptionParser parser("init", "Writes a commented .connlint.yaml into the current folder");
  const Result<std::string> help = parser.parse(arguments);
  if (!help.ok()) return help.error();
  if (!help.value().empty()) return CommandLine(PrintOptions{help.value()});
  return CommandLine(InitOptions{});
}

}  // namespace

std::span<const std::string_view> command_names() { return kCommands; }

Result<CommandLine> parse_command_line(std::span<const std::string> arguments) {
  const bool named =
      !arguments.empty() &&
      std::ranges::find(kCommands, std::string_view(arguments.front())) != kCommands.end();
  const auto end_of_options = std::ranges::find(arguments, "--");
  if (std::find(arguments.begin(), end_of_options, "--version") != end_of_options) {
    return CommandLine(PrintOptions{fmt::format("connlint {}\n", tool_version())});
  }
  if (!named) return parse_check(arguments, true);
  const std::string_view command = arguments.front();
  const std::span<const std::string> rest = arguments.subspan(1);
  if (command == "show") return parse_show(rest);
  if (command == "explain") return parse_explain(rest);
  if (command == "rules") return parse_rules(rest);
  if (command == "route") return parse_route(rest);
  if (command == "types") return parse_types(rest);
  if (command == "init") return parse_init(rest);
  return parse_check(rest, false);
}

}  // namespace connlint
