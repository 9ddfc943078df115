#include "tests/support/sample_report.h"

#include <utility>

#include "linter/engine/registry.h"
#include "tests/support/sample_rules.h"

namespace connlint::test {
namespace {

const RuleEntry& sample_rule(std::string_view code) {
  return *RuleRegistry(sample_rules()).find(code);
}

}  // namespace

SampleReport::SampleReport() : sources_(std::make_shared<SourceStore>()) {
  report_.tool_version = "1.2.3";
  report_.organizations.emplace_back();
  organization().name = "Contoso";
  organization().sources = sources_;
  organization().counts = {.files = 2, .skipped_files = 1, .connectors = 1, .servers = 3};
}

FileId SampleReport::add_file(std::string name, std::string text) {
  return sources_->add(std::move(name), std::move(text)).id;
}

Span SampleReport::span_of(FileId file, std::string_view words) const {
  const SourceFile& source = sources_->file(file);
  return source.span(source.text.find(words), words.size());
}

Finding& SampleReport::add_finding(std::string_view code, Severity severity, std::string message,
                                   Span where) {
  const RuleEntry& entry = sample_rule(code);
  Finding& finding = organization().findings.emplace_back();
  finding.code = entry.rule.code;
  finding.rule = entry.name;
  finding.severity = severity;
  finding.subject = {.kind = "connector", .name = "Fax", .home = {}};
  finding.message = std::move(message);
  finding.where = where;
  finding.fingerprint = "0123456789abcdef";
  return finding;
}

void SampleReport::add_note(NoteKind kind, std::string message, Span where, bool located) {
  organization().notes.push_back(
      {.kind = kind, .message = std::move(message), .where = where, .located = located});
}

void SampleReport::add_outcome(std::string_view code, Evaluation outcome, std::string reason) {
  organization().rules.push_back(
      {.rule = &sample_rule(code), .outcome = outcome, .reason = std::move(reason)});
}

}  // namespace connlint::test
