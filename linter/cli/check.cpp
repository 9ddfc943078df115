// `connlint check`.
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

#include "linter/cli/color.h"
#include "linter/cli/commands.h"
#include "linter/cli/configuration.h"
#include "linter/cli/notes.h"
#include "linter/cli/parallel.h"
#include "linter/cli/read_inputs.h"
#include "linter/engine/fingerprint.h"
#include "linter/engine/run.h"

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
  for_each_index(groups.size(), options.jobs, [&](std::size_t i) {
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

}  // namespace

ExitStatus check(const CheckOptions& options, const Environment& environment) {
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

}  // namespace connlint
