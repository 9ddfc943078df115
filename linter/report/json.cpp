// `--format json`: the report as connlint/report/1.
#include <string>

#include <nlohmann/json.hpp>

#include "linter/report/json_text.h"
#include "linter/report/reporter.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;

Json location_of(const SourceStore& sources, Span span) {
  const Position begin = sources.begin(span);
  const Position end = sources.end(span);
  return {{"file", sources.file(span.file).name},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

Json finding_of(const Finding& finding, const OrganizationReport& organization) {
  const SourceStore& sources = *organization.sources;
  Json related = Json::array();
  for (const Related& other : finding.related) {
    related.push_back(
        {{"message", other.message}, {"location", location_of(sources, other.where)}});
  }
  return {{"code", finding.code},
          {"rule", finding.rule},
          {"severity", word_of(finding.severity)},
          {"message", finding.message},
          {"subject", {{"kind", finding.subject.kind}, {"name", finding.subject.name}}},
          {"location", location_of(sources, finding.where)},
          {"related", std::move(related)},
          {"fingerprint", finding.fingerprint},
          {"organization", organization.name}};
}

Json waived_of(const WaivedFinding& waived, const OrganizationReport& organization) {
  Json value = finding_of(waived.finding, organization);
  value["reason"] = waived.reason;
  return value;
}

Json outcome_of(const RuleOutcome& outcome) {
  return {{"code", outcome.rule->rule.code},
          {"rule", outcome.rule->name},
          {"outcome", word_of(outcome.outcome)},
          {"reason", outcome.reason}};
}

std::string_view word_of(NoteKind kind) {
  switch (kind) {
    case NoteKind::unreadable: return "unreadable";
    case NoteKind::ignored: return "ignored";
    case NoteKind::suspicious: return "suspicious";
  }
  return {};
}

Json note_of(const Note& note, const SourceStore& sources) {
  Json location = {{"file", sources.file(note.where.file).name}};
  if (note.located) location = location_of(sources, note.where);
  return {
      {"kind", word_of(note.kind)}, {"message", note.message}, {"location", std::move(location)}};
}

Json summary_of(const Report& report) {
  ReadCounts counts;
  std::size_t waived = 0;
  for (const OrganizationReport& organization : report.organizations) {
    counts.files += organization.counts.files;
    counts.connectors += organization.counts.connectors;
    counts.servers += organization.counts.servers;
    waived += organization.waived.size();
  }
  return {{"files", counts.files},
          {"connectors", counts.connectors},
          {"servers", counts.servers},
          {"errors", count(report, Severity::error)},
          {"warnings", count(report, Severity::warning)},
          {"infos", count(report, Severity::info)},
          {"waived", waived},
          {"rules_evaluated", count(report, Evaluation::evaluated)},
          {"rules_not_evaluated", count(report, Evaluation::not_evaluated)}};
}

}  // namespace

std::string write_json(const Report& report, const ReportStyle& /*style*/) {
  Json findings = Json::array();
  Json waived = Json::array();
  Json rules = Json::array();
  Json notes = Json::array();
  for (const OrganizationReport& organization : report.organizations) {
    // With several organisations, whose outcome and note it is.
    const auto add = [&](Json& list, Json value) {
      if (report.each) value["organization"] = organization.name;
      list.push_back(std::move(value));
    };
    for (const Finding& finding : organization.findings) {
      findings.push_back(finding_of(finding, organization));
    }
    for (const WaivedFinding& finding : organization.waived) {
      waived.push_back(waived_of(finding, organization));
    }
    for (const RuleOutcome& outcome : organization.rules) add(rules, outcome_of(outcome));
    for (const Note& note : organization.notes) add(notes, note_of(note, *organization.sources));
  }
  return json_text({{"schema", "connlint/report/1"},
                    {"tool", {{"name", "connlint"}, {"version", report.tool_version}}},
                    {"findings", std::move(findings)},
                    {"waived", std::move(waived)},
                    {"rules", std::move(rules)},
                    {"notes", std::move(notes)},
                    {"summary", summary_of(report)}});
}

}  // namespace connlint
