// The output formats of `check`: each a function of one report.
// Knows no rule and nothing of the model.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/engine/report.h"

namespace connlint {

/// What a format may depend on besides the report.
struct ReportStyle {
  /// Whether text is coloured (ANSI sequences); other formats never are.
  bool color = false;
  /// Whether text leaves out the closing summary.
  bool quiet = false;
  /// The folder in which the program runs, absolute with forward slashes, or empty: SARIF writes
  /// the files below it relative to it. It is never written itself.
  std::string folder;
};

/// An output format.
struct Reporter {
  /// The word for `--format`.
  std::string_view name;
  /// What it is, for people.
  std::string_view title;
  /// The whole output in UTF-8, with a line feed at its end.
  std::string (*write)(const Report& report, const ReportStyle& style);
};

/// All formats, `text` first.
std::span<const Reporter> reporters();
/// The format of that name, or null.
const Reporter* reporter_named(std::string_view name);
/// The names of all formats.
std::span<const std::string_view> reporter_names();

// The formats, one file each.
std::string write_text(const Report& report, const ReportStyle& style);
std::string write_json(const Report& report, const ReportStyle& style);
std::string write_sarif(const Report& report, const ReportStyle& style);

}  // namespace connlint
