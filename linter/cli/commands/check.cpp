#include "linter/cli/commands/check.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "linter/cli/command.h"
#include "linter/cli/configuration.h"
#include "linter/cli/notes.h"
#include "linter/cli/parallel.h"
#include "linter/cli/read_inputs.h"
#include "linter/engine/fingerprint.h"
#include "linter/engine/run.h"
#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Looks up the rules that the user named; false after an unknown one.
bool find_rules(const std::vector<std::string>& words, const RuleRegistry& registry,
                std::vector<const RuleEntry*>& rules, const Environment& environment) {
  for (const std::string& word : words) {
    const RuleEntry* entry = registry.find(word);
    if (entry == nullptr) {
      print_error(environment, registry.unknown(word));
      return false;
    }
    rules.push_back(entry);
  }
  return true;
}

/// What is to be run, or nothing after an error.
std::optional<Selection> selection_of(const CheckOptions& options, const Config& config,
                                      const RuleRegistry& registry,
                                      const Environment& environment) {
  Selection selection;
  selection.settings = config.rules;
  if (config.profile) selection.profile = *config.profile;
  if (options.profile) selection.profile = *options.profile;
  if (!find_rules(options.select, registry, selection.select, environment)) return std::nullopt;
  if (!find_rules(options.ignore, registry, selection.ignore, environment)) return std::nullopt;
  return selection;
}

/// One run for each organisation: of all paths together, or with `--each` of every path.
Report make_report(const CheckOptions& options, const LoadedConfig& config,
                   const RuleRegistry& registry, const Selection& selection, std::istream& in) {
  std::vector<std::vector<std::string>> groups = {paths_of(options.inputs, config)};
  if (options.each) {
    const std::vector<std::string> paths = std::move(groups.front());
    groups.clear();
    for (const std::string& path : paths) groups.push_back({path});
  }
  Report report{.tool_version = tool_version(), .each = options.each, .organizations = {}};
  report.organizations.resize(groups.size());
  const std::size_t all = std::max<std::size_t>(1, std::thread::hardware_concurrency());
  for_each_index(groups.size(), options.jobs == 0 ? all : options.jobs, [&](std::size_t i) {
    ReadOrganization read = read_paths(groups[i], options.inputs, config, in);
    OrganizationReport& part = report.organizations[i];
    part = run({.organization = read.organization,
                .sources = std::move(read.sources),
                .notes = std::move(read.notes),
                .counts = read.counts},
               registry, selection);
    if (options.each && part.name.empty()) part.name = groups[i].front();
  });
  set_fingerprints(report);
  return report;
}

bool write_file(const std::string& path, const std::string& text, const Environment& environment) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out) return true;
  print_message(environment, fmt::format("{}: error: cannot be written: {}", path,
                                         std::generic_category().message(errno)));
  return false;
}

/// Writes all formats that were asked for.
bool write_outputs(const Report& report, const CheckOptions& options,
                   const Environment& environment) {
  ReportStyle style{.color = false, .quiet = options.quiet, .folder = {}};
  std::error_code error;
  style.folder = std::filesystem::current_path(error).generic_string();
  bool good = true;
  for (const FormatRequest& format : options.formats) {
    if (format.file.empty()) {
      style.color = color_wanted(options.color, environment);
      environment.out << format.reporter->write(report, style) << std::flush;
      if (!environment.out) print_error(environment, "standard output cannot be written");
      good = good && environment.out.good();
    } else {
      style.color = options.color == ColorMode::always;
      good = write_file(format.file, format.reporter->write(report, style), environment) && good;
    }
  }
  return good;
}

bool fails(const Report& report, FailOn fail_on) {
  if (!fail_on.least) return false;
  for (Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    if (severity >= *fail_on.least && count(report, severity) > 0) return true;
  }
  return false;
}

/// Adds an output, `NAME[=FILE]`.
std::string add_format(CheckOptions& options, const std::string& word) {
  const std::size_t equals = word.find('=');
  const std::string name = word.substr(0, equals);
  FormatRequest request{.reporter = reporter_named(name), .file = {}};
  if (request.reporter == nullptr) return unknown_word("format", name, reporter_names());
  if (equals != std::string::npos) {
    request.file = word.substr(equals + 1);
    if (request.file.empty()) return fmt::format("--format {}: expected a file after '='", word);
  }
  if (std::ranges::find(options.formats, request.file, &FormatRequest::file) !=
      options.formats.end()) {
    return request.file.empty()
               ? "only one --format may go to standard output: give the others a file, as in "
                 "--format sarif=connlint.sarif"
               : fmt::format("two formats go to the same file '{}'", request.file);
  }
  options.formats.push_back(std::move(request));
  return {};
}

std::string set_jobs(CheckOptions& options, const std::string& word) {
  if (word.empty()) return {};
  constexpr std::int64_t kMost = 1024;
  const auto number = parse_integer(word);
  if (!number || *number < 1 || *number > kMost) {
    return fmt::format("--jobs {}: expected a number from 1 to {}", word, kMost);
  }
  options.jobs = static_cast<std::size_t>(*number);
  return {};
}

OptionChoice fail_on(CheckOptions& options) {
  return {.noun = "value of --fail-on",
          .words = {fail_on_words().begin(), fail_on_words().end()},
          .set = [&options](const std::string& word) {
            options.fail_on = fail_on_named(word);
            return options.fail_on.has_value();
          }};
}

OptionChoice profile(CheckOptions& options) {
  return {.noun = "profile",
          .words = {profiles().begin(), profiles().end()},
          .set = [&options](const std::string& word) {
            options.profile = word;
            return std::ranges::find(profiles(), std::string_view(word)) != profiles().end();
          }};
}

std::vector<Option> rows(CheckOptions& options) {
  std::vector<Option> rows = {
      {"--format", "NAME[=FILE]",
       fmt::format("Output format: {} (repeatable; at most one without FILE)",
                   list_of(reporter_names())),
       [&options](const std::string& word) { return add_format(options, word); }, Times::repeated},
      {"--fail-on", "SEVERITY",
       "Least severity that makes the exit status 1: error, warning (default), info, never",
       fail_on(options)},
      {"--select", "RULE,...", "Run only these rules (codes or names)", &options.select,
       Times::listed},
      {"--ignore", "RULE,...", "Do not run these rules", &options.ignore, Times::listed},
      {"--profile", "NAME", fmt::format("Set of rules: {}", list_of(profiles())), profile(options)},
      {"--each", "", "Every PATH is an organisation of its own", &options.each},
      {"--jobs", "N", "With --each: how many at once (default: all processors)",
       [&options](const std::string& word) { return set_jobs(options, word); }},
      {"--exit-zero", "", "Exit with 0 instead of 1 when there are findings", &options.exit_zero},
      {"--color", "WHEN", "Colour of text: auto (default), always, never",
       choice<ColorMode>("value of --color",
                         {{"auto", ColorMode::automatic},
                          {"always", ColorMode::always},
                          {"never", ColorMode::never}},
                         options.color)},
      {"--quiet", "", "No notes and no closing summary", &options.quiet},
  };
  add_input_options(rows, options.inputs);
  return rows;
}

std::string agree(CheckOptions& options) {
  if (options.formats.empty()) {
    options.formats.push_back({.reporter = reporters().data(), .file = {}});
  }
  return agree(options.inputs);
}

ExitStatus run_check(const CheckOptions& options, const Environment& environment) {
  const RuleRegistry registry(environment.rules);
  const std::optional<LoadedConfig> config = load_config(options.inputs, registry, environment);
  if (!config) return ExitStatus::unusable;
  const std::optional<Selection> selection =
      selection_of(options, config->config, registry, environment);
  if (!selection) return ExitStatus::unusable;

  const Report report = make_report(options, *config, registry, *selection, environment.in);
  for (const OrganizationReport& organization : report.organizations) {
    print_notes(organization.notes, *organization.sources,
                options.quiet ? NoteFilter::errors : NoteFilter::all, environment);
  }
  const bool written = write_outputs(report, options, environment);
  if (!written || has_input_error(report)) return ExitStatus::unusable;
  const FailOn fail_on = options.fail_on.value_or(config->config.fail_on.value_or(FailOn()));
  return fails(report, fail_on) && !options.exit_zero ? ExitStatus::findings : ExitStatus::ok;
}

}  // namespace

Command check_command() {
  return CommandOf<CheckOptions>{
      .name = "check",
      .usages = {{"[check] [PATH...]",
                  "read all inputs as one organisation, run the rules, report"}},
      .description = "Reads all inputs as one organisation, runs the rules, reports",
      .rows = rows,
      .agree = agree,
      .run = run_check}
      .erased();
}

}  // namespace connlint
