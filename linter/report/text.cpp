// `--format text`: for people, at a terminal and in logs.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/report/escape.h"
#include "linter/report/reporter.h"
#include "linter/report/snippet.h"

namespace connlint {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kFaint = "\x1b[2m";
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kYellow = "\x1b[1;33m";
constexpr std::string_view kBlue = "\x1b[1;34m";
constexpr std::string_view kGreen = "\x1b[1;32m";
constexpr std::string_view kReset = "\x1b[0m";

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::info: return kBlue;
    case Severity::warning: return kYellow;
    case Severity::error: return kRed;
  }
  return {};
}

/// `1 error`, `2 errors`.
std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

/// Builds the text. Every text of the inputs goes through `plain` or `snippet_of`, which make it
/// harmless, and every line through `line`.
class TextWriter {
 public:
  TextWriter(const Report& report, const ReportStyle& style) : report_(report), style_(style) {}

  std::string write() {
    for (const OrganizationReport& organization : report_.organizations) {
      if (report_.each) {
        line(painted(kBold, "== " + plain(organization.name)));
        line({});
      }
      for (const Finding& finding : organization.findings) write_finding(finding, organization);
      if (!style_.quiet) write_reading(organization);
    }
    if (!style_.quiet) write_totals();
    return std::move(out_);
  }

 private:
  static std::string plain(std::string_view text) { return escaped(text); }

  [[nodiscard]] std::string painted(std::string_view color, std::string_view text) const {
    return style_.color ? fmt::format("{}{}{}", color, text, kReset) : std::string(text);
  }

  void line(std::string_view text) {
    out_ += guarded(text);
    out_ += '\n';
  }

  [[nodiscard]] std::string place(const SourceStore& sources, Span span) const {
    const Position begin = sources.begin(span);
    return painted(kBold, fmt::format("{}:{}:{}:", plain(sources.file(span.file).name), begin.line,
                                      begin.column));
  }

  void write_finding(const Finding& finding, const OrganizationReport& organization) {
    const SourceStore& sources = *organization.sources;
    line(fmt::format(
        "{} {} {} {}", place(sources, finding.where),
        painted(color_of(finding.severity), fmt::format("{}:", word_of(finding.severity))),
        plain(finding.message),
        painted(kFaint, fmt::format("[{} {}]", finding.code, finding.rule))));
    write_snippet(sources, finding.where, organization.secrets);
    for (const Related& related : finding.related) {
      line(fmt::format("  {} {} {}", place(sources, related.where), painted(kBlue, "note:"),
                       plain(related.message)));
    }
    line({});
  }

  void write_snippet(const SourceStore& sources, Span span, const std::vector<Span>& secrets) {
    const Snippet snippet = snippet_of(sources, span, secrets);
    if (snippet.line.empty()) return;
    const std::string number = std::to_string(sources.begin(span).line);
    line(fmt::format("{} {}", painted(kFaint, fmt::format("{:>5} |", number)), snippet.line));
    const std::string gutter(std::max<std::size_t>(number.size(), 5), ' ');
    line(fmt::format("{} {}{}", painted(kFaint, gutter + " |"), std::string(snippet.before, ' '),
                     painted(kGreen, "^" + std::string(snippet.width - 1, '~'))));
  }

  /// What was read of an organisation and what could not be judged.
  void write_reading(const OrganizationReport& organization) {
    const ReadCounts& counts = organization.counts;
    std::string text = fmt::format("Read {}", counted(counts.files, "file"));
    if (counts.skipped_files > 0) {
      text += fmt::format(" ({} without Exchange objects skipped)",
                          counted(counts.skipped_files, "other"));
    }
    if (!organization.name.empty() && !report_.each) {
      text += fmt::format(" of organisation '{}'", plain(organization.name));
    }
    if (counts.files == 0) {
      return line(painted(kRed, "Nothing was read, so that nothing could be judged."));
    }
    line(fmt::format("{}: {}, {}.", text, counted(counts.connectors, "connector"),
                     counted(counts.servers, "server")));
    std::size_t errors = 0;
    for (const Note& note : organization.notes)
      errors += note.kind == NoteKind::unreadable ? 1U : 0U;
    if (errors > 0) {
      line(painted(kRed, fmt::format("{}: the inputs were not read whole, so that findings may be "
                                     "missing or wrong.",
                                     counted(errors, "input error"))));
    }
    write_outcomes(organization);
  }

  void write_outcomes(const OrganizationReport& organization) {
    std::size_t evaluated = 0;
    std::size_t not_evaluated = 0;
    std::size_t not_applicable = 0;
    for (const RuleOutcome& outcome : organization.rules) {
      evaluated += outcome.outcome == Evaluation::evaluated ? 1U : 0U;
      not_evaluated += outcome.outcome == Evaluation::not_evaluated ? 1U : 0U;
      not_applicable += outcome.outcome == Evaluation::not_applicable ? 1U : 0U;
    }
    std::string text = fmt::format("{} evaluated", counted(evaluated, "rule"));
    if (not_applicable > 0) text += fmt::format(", {} not applicable", not_applicable);
    if (not_evaluated > 0) text += fmt::format(", {} could not be judged", not_evaluated);
    line(text + (not_evaluated > 0 ? ":" : "."));
    write_unjudged(organization);
    if (report_.each) line({});
  }

  /// What could not be judged and why; rules with the same reason stand together.
  void write_unjudged(const OrganizationReport& organization) {
    for (const Lack& lack : organization.lacks) {
      line(fmt::format("  the inputs lack {}", text_of(lack)));
    }
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const RuleOutcome& outcome : organization.rules) {
      if (outcome.lacks_input) continue;
      const bool in_part = outcome.outcome == Evaluation::evaluated && !outcome.reason.empty();
      if (outcome.outcome != Evaluation::not_evaluated && !in_part) continue;
      const RuleEntry& entry = *outcome.rule;
      std::string name =
          fmt::format("{} {}{}", entry.rule.code, entry.name, in_part ? " (in part)" : "");
      const auto group = std::ranges::find_if(
          groups, [&](const auto& known) { return known.first == outcome.reason; });
      if (group == groups.end()) {
        groups.push_back({outcome.reason, {std::move(name)}});
      } else {
        group->second.push_back(std::move(name));
      }
    }
    for (const auto& [reason, names] : groups) {
      line(fmt::format("  {}:", fmt::join(names, ", ")));
      line(fmt::format("    {}", plain(reason)));
    }
  }

  void write_totals() {
    const std::size_t errors = count(report_, Severity::error);
    const std::size_t warnings = count(report_, Severity::warning);
    const std::size_t infos = count(report_, Severity::info);
    if (errors + warnings + infos == 0) {
      const bool whole =
          count(report_, Evaluation::not_evaluated) == 0 && !has_input_error(report_);
      if (nothing_read()) return;
      line(whole ? painted(kGreen, "No findings.") : "No findings in what could be judged.");
      return;
    }
    line(fmt::format("{}, {}, {}. What a finding means: connlint explain {}",
                     counted(errors, "error"), counted(warnings, "warning"), counted(infos, "info"),
                     first_code()));
  }

  [[nodiscard]] bool nothing_read() const {
    return std::ranges::all_of(report_.organizations, [](const OrganizationReport& organization) {
      return organization.counts.files == 0;
    });
  }

  /// The code of the first finding of the greatest severity: the one to begin with.
  [[nodiscard]] std::string_view first_code() const {
    const Finding* first = nullptr;
    for (const OrganizationReport& organization : report_.organizations) {
      for (const Finding& finding : organization.findings) {
        if (first == nullptr || finding.severity > first->severity) first = &finding;
      }
    }
    return first == nullptr ? std::string_view() : first->code;
  }

  const Report& report_;
  const ReportStyle& style_;
  std::string out_;
};

}  // namespace

std::string write_text(const Report& report, const ReportStyle& style) {
  return TextWriter(report, style).write();
}

}  // namespace connlint
