// The result of a run: what the reporters print.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/finding.h"
#include "linter/engine/rule.h"
#include "linter/source/note.h"
#include "linter/source/read_counts.h"
#include "linter/source/source_store.h"

namespace connlint {

/// What became of a rule in a run.
enum class Evaluation : std::uint8_t { evaluated, not_evaluated, not_applicable, disabled };
/// `evaluated`, `not-evaluated`, `not-applicable`, `disabled`.
std::string_view word_of(Evaluation outcome);

/// A rule and what became of it.
struct RuleOutcome {
  const RuleEntry* rule = nullptr;
  Evaluation outcome = Evaluation::evaluated;
  /// Why it was not evaluated, not applicable or disabled; what an evaluated rule could not judge;
  /// else empty.
  std::string reason;
  /// Whether it was not evaluated for what the inputs lack (`OrganizationReport::lacks`).
  bool lacks_input = false;
};

/// A finding that a waiver or the baseline takes out of the result.
struct WaivedFinding {
  Finding finding;
  std::string reason;
};

/// One organisation's part of a report.
struct OrganizationReport {
  /// The name that the inputs give; else the PATH (with `--each`), else empty.
  std::string name;
  /// The texts that all spans of this part point into.
  std::shared_ptr<const SourceStore> sources;
  std::vector<Finding> findings;      ///< By file, line, column, code, subject.
  std::vector<WaivedFinding> waived;  ///< In the same order.
  std::vector<RuleOutcome> rules;     ///< By code.
  std::vector<Lack> lacks;            ///< In the order in which rules first need them.
  std::vector<Note> notes;            ///< By file and offset.
  /// The names of attributes whose value is a secret: what follows them on their line is never
  /// shown.
  std::vector<Span> secrets;
  ReadCounts counts;
};

/// The version of connlint.
std::string_view tool_version();

/// The report of a run: one organisation, with `--each` several.
struct Report {
  std::string_view tool_version;
  bool each = false;
  std::vector<OrganizationReport> organizations;
};

/// How many findings of a severity the report holds.
std::size_t count(const Report& report, Severity severity);
/// How many rules have the outcome, over all organisations.
std::size_t count(const Report& report, Evaluation outcome);
/// Whether any note is an input error.
bool has_input_error(const Report& report);

}  // namespace connlint
