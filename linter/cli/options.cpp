#include "linter/cli/options.h"

#include <algorithm>
#include <array>
#include <set>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "linter/cli/exit_status.h"
#include "linter/engine/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array<std::string_view, 4> kCommands = {"check", "show", "explain", "rules"};
constexpr std::array<std::string_view, 3> kColorWords = {"auto", "always", "never"};
constexpr std::array<std::string_view, 2> kShowFormats = {"yaml", "json"};
constexpr std::array<std::string_view, 3> kRulesFormats = {"text", "json", "markdown"};
constexpr std::array<std::string_view, 4> kEncodings = {"utf-8", "utf-16le", "utf-16be",
                                                        "windows-1252"};

/// The words as the user gave them, before they are understood.
struct Words {
  std::vector<std::string> paths, required_types, formats, select, ignore;
  std::string config, input_format, encoding, fail_on, profile, jobs, color;
};

/// A command of which CLI11 reads the options.
class Parser {
 public:
  Parser(std::string_view command, std::string_view description)
      : command_(command), app_(std::string(description), fmt::format("connlint {}", command)) {
    app_.set_help_flag("-h,--help", "Print this help");
    app_.footer(kExitStatusHelp);
  }

  CLI::App& app() { return app_; }

  void flag(const std::string& name, bool& value, const std::string& help) {
    app_.add_flag(name, value, help);
  }
  void text(const std::string& name, std::string& value, const std::string& help,
            const std::string& placeholder) {
    app_.add_option(name, value, help)->type_name(placeholder);
  }
  /// An option that may be given several times, each time with one value or, with a delimiter,
  /// some.
  void texts(const std::string& name, std::vector<std::string>& values, const std::string& help,
             const std::string& placeholder, char delimiter = '\0') {
    CLI::Option* option = app_.add_option(name, values, help);
    option->type_name(placeholder)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    if (delimiter != '\0') option->delimiter(delimiter);
  }

  /// Reads the arguments. The text to print where help was asked for, else an empty text.
  Result<std::string> parse(std::span<const std::string> arguments) {
    try {
      app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
      return app_.help();
    } catch (const CLI::ExtrasError&) {
      return unexpected();
    } catch (const CLI::ParseError& error) {
      return Error{
          fmt::format("{}; `connlint {} --help` lists the options", error.what(), command_)};
    }
    return std::string();
  }

 private:
  [[nodiscard]] Error unexpected() const {
    const std::vector<std::string> rest = app_.remaining();
    const std::string word = rest.empty() ? std::string() : rest.front();
    if (!word.starts_with('-')) return {fmt::format("unexpected argument '{}'", word)};
    std::vector<std::string> names;
    for (const CLI::Option* option : app_.get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    return {unknown_word("option", word.substr(0, word.find('=')), known,
                         fmt::format("`connlint {} --help` lists the options", command_))};
  }

  std::string command_;
  CLI::App app_;
};

void add_input_options(Parser& parser, InputOptions& options, Words& words) {
  parser.app()
      .add_option(
          "PATH", words.paths,
          "File, folder or - (standard input); default: `inputs` of the configuration, else "
          "the current folder")
      ->type_name("");
  parser.text("--config", words.config, "Configuration file (default: the nearest .connlint.yaml)",
              "FILE");
  parser.flag("--no-config", options.no_config, "Read no configuration file");
  parser.texts("--required-type", words.required_types,
               "Address type that users must be able to send to (repeatable)", "TYPE");
  parser.text("--input-format", words.input_format, "Read every input as this format", "NAME");
  parser.text("--encoding", words.encoding, "Read every input in this encoding", "NAME");
  parser.flag("--allow-empty", options.allow_empty, "Accept inputs without any connector");
}

std::vector<std::string_view> carrier_names() {
  std::vector<std::string_view> names;
  for (const Carrier& carrier : carriers()) names.push_back(carrier.name);
  return names;
}

/// Fills in what the words of the input options mean; an error message, or an empty text.
std::string understand(InputOptions& options, Words& words) {
  options.paths = std::move(words.paths);
  options.config = std::move(words.config);
  options.required_types = std::move(words.required_types);
  if (options.no_config && !options.config.empty()) {
    return "--config and --no-config exclude each other";
  }
  for (const std::string& type : options.required_types) {
    if (trim(type).empty()) return "--required-type: expected an address type such as FAX";
  }
  if (std::ranges::count(options.paths, "-") > 1) return "standard input (-) is given twice";
  if (!words.input_format.empty()) {
    options.input_format = carrier_named(words.input_format);
    if (options.input_format == nullptr) {
      return unknown_word("input format", words.input_format, carrier_names());
    }
  }
  if (!words.encoding.empty()) {
    options.encoding = encoding_named(words.encoding);
    if (!options.encoding) return unknown_word("encoding", words.encoding, kEncodings);
  }
  return {};
}

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
  if (std::string error = understand(options.inputs, words); !error.empty()) return error;
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

void add_check_options(Parser& parser, CheckOptions& options, Words& words) {
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
  connlint show [PATH...]      print what was read, as an organisation file
  connlint explain RULE        print the document of a rule, by code or by name
  connlint explain export      how to export an organisation
  connlint rules               list all rules
  connlint --version           print the version

)";

Result<CommandLine> parse_check(std::span<const std::string> arguments, bool command_left_out) {
  CheckOptions options;
  Words words;
  Parser parser("check", "Reads all inputs as one organisation, runs the rules, reports");
  add_check_options(parser, options, words);
  add_input_options(parser, options.inputs, words);
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
  Words words;
  std::string format = "yaml";
  Parser parser("show", "Prints what was read, as an organisation file");
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
  Parser parser("explain", "Prints the document of a rule, or of a topic such as `export`");
  parser.app()
      .add_option("RULE", options.word, "Code or name of a rule, or a topic")
      ->required()
      ->type_name("");
  const Result<std::string> help = parser.parse(arguments);
  if (!help.ok()) return help.error();
  if (!help.value().empty()) return CommandLine(PrintOptions{help.value()});
  return CommandLine(std::move(options));
}

Result<CommandLine> parse_rules(std::span<const std::string> arguments) {
  RulesOptions options;
  std::string format = "text";
  Parser parser("rules", "Lists all rules");
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
  return parse_check(rest, false);
}

}  // namespace connlint
