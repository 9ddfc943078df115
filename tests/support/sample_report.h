// A report invented for tests of the output formats.
#pragma once

#include <string>
#include <string_view>

#include "linter/engine/report.h"

namespace connlint::test {

/// Builds a report over the sample rules with one organisation, `Contoso`, in the files that the
/// test adds.
class SampleReport {
 public:
  SampleReport();

  /// Adds an input file.
  FileId add_file(std::string name, std::string text);
  /// The span of the first `words` in the file.
  [[nodiscard]] Span span_of(FileId file, std::string_view words) const;
  /// Adds a finding of the sample rule with that code about the connector 'Fax'.
  Finding& add_finding(std::string_view code, Severity severity, std::string message, Span where);
  void add_note(NoteKind kind, std::string message, Span where, bool located);
  void add_outcome(std::string_view code, Evaluation outcome, std::string reason);

  [[nodiscard]] OrganizationReport& organization() { return report_.organizations.front(); }
  [[nodiscard]] Report& report() { return report_; }

 private:
  Report report_;
  std::shared_ptr<SourceStore> sources_;
};

}  // namespace connlint::test
