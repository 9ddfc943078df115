// `--format sarif`: SARIF 2.1.0 as GitHub code scanning and Azure DevOps read it.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "linter/report/document.h"
#include "linter/report/json_text.h"
#include "linter/report/reporter.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
/// GitHub's limit for the descriptions of a rule, in characters.
constexpr std::size_t kLongestDescription = 1024;

/// `path` as the path of a URI: everything but letters, digits, `-._~` and `/` percent-encoded.
std::string percent_encoded(std::string_view path) {
  std::string out;
  for (char c : path) {
    const bool plain =
        is_letter(c) || is_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// A file as a URI relative to the folder in which connlint runs; `file:` only for files elsewhere
/// that the user named by an absolute path.
std::string uri_of(std::string_view name, std::string_view folder) {
  std::string path = std::filesystem::path(name).lexically_normal().generic_string();
  if (!folder.empty() && path.starts_with(std::string(folder) + "/")) {
    path.erase(0, folder.size() + 1);
  }
  return (path.starts_with('/') ? "file://" : "") + percent_encoded(path);
}

/// A message: a sentence with its stop, in which no link can hide.
Json message_of(std::string_view text) {
  std::string sentence(text);
  for (std::size_t at = sentence.find("]("); at != std::string::npos;
       at = sentence.find("](", at)) {
    sentence.insert(at + 1, 1, ' ');
  }
  if (!sentence.empty() &&
      std::string_view(".?!").find(sentence.back()) == std::string_view::npos) {
    sentence += '.';
  }
  return {{"text", std::move(sentence)}};
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::info: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return {};
}

std::string_view level_of(NoteKind kind) {
  switch (kind) {
    case NoteKind::unreadable: return "error";
    case NoteKind::ignored: return "note";
    case NoteKind::suspicious: return "warning";
  }
  return {};
}

std::string_view precision_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::documented: return "very-high";
    case Confidence::recommended: return "high";
    case Confidence::inferred: return "medium";
  }
  return {};
}

/// GitHub's scale of 0.1 to 10.0, as a text; only rules of the profile `security` have one.
std::string_view security_severity_of(Severity severity) {
  switch (severity) {
    case Severity::info: return "3.0";
    case Severity::warning: return "5.0";
    case Severity::error: return "8.0";
  }
  return {};
}

Json properties_of(const RuleEntry& entry) {
  const Rule& rule = entry.rule;
  const bool security = (rule.profiles | Profile::security) == rule.profiles;
  Json tags = Json::array({"exchange", entry.subject});
  if (security) tags.push_back("security");
  Json properties = {{"tags", std::move(tags)},
                     {"precision", precision_of(rule.confidence)},
                     {"problem.severity",
                      rule.severity == Severity::info ? "recommendation" : word_of(rule.severity)}};
  if (security) properties["security-severity"] = security_severity_of(rule.severity);
  return properties;
}

Json descriptor_of(const RuleEntry& entry) {
  std::string full = in_one_line(section_of(entry.document, "What it finds"), kLongestDescription);
  if (full.empty()) full = entry.summary;
  const std::string help(without_examples(entry.document));
  return {{"id", entry.rule.code},
          {"name", entry.name},
          {"shortDescription", message_of(entry.summary)},
          {"fullDescription", message_of(full)},
          {"help", {{"text", help}, {"markdown", help}}},
          {"defaultConfiguration", {{"level", level_of(entry.rule.severity)}}},
          {"properties", properties_of(entry)}};
}

/// The rules of the log: all that are enabled, by code.
class RuleList {
 public:
  explicit RuleList(const Report& report) {
    for (const OrganizationReport& organization : report.organizations) {
      for (const RuleOutcome& outcome : organization.rules) {
        if (outcome.outcome != Evaluation::disabled) {
          entries_.emplace(outcome.rule->rule.code, outcome.rule);
        }
      }
    }
  }
  [[nodiscard]] Json descriptors() const {
    Json list = Json::array();
    for (const auto& [code, entry] : entries_) list.push_back(descriptor_of(*entry));
    return list;
  }
  [[nodiscard]] std::ptrdiff_t index_of(std::string_view code) const {
    return std::distance(entries_.begin(), entries_.find(code));
  }

 private:
  std::map<std::string_view, const RuleEntry*> entries_;
};

/// Writes the parts of the log that speak of places.
class Writer {
 public:
  Writer(const OrganizationReport& organization, const RuleList& rules, std::string_view folder)
      : organization_(organization), rules_(rules), folder_(folder) {}

  [[nodiscard]] Json result(const Finding& finding) const {
    const Subject& subject = finding.subject;
    Json location = located(finding.where);
    location["logicalLocations"] =
        Json::array({{{"name", subject.name},
                      {"fullyQualifiedName", fmt::format("{}/{}", subject.kind, subject.name)},
                      {"kind", subject.kind}}});
    Json result = {
        {"ruleId", finding.code},
        {"ruleIndex", rules_.index_of(finding.code)},
        {"level", level_of(finding.severity)},
        {"message", message_of(finding.message)},
        {"locations", Json::array({std::move(location)})},
        {"partialFingerprints",
         {{"primaryLocationLineHash", finding.fingerprint}, {"connlint/v1", finding.fingerprint}}}};
    Json related = Json::array();
    for (const Related& other : finding.related) {
      Json place = {{"id", related.size() + 1}};
      place.update(located(other.where));
      place["message"] = message_of(other.message);
      related.push_back(std::move(place));
    }
    if (!related.empty()) result["relatedLocations"] = std::move(related);
    if (!organization_.name.empty()) {
      result["properties"] = {{"organization", organization_.name}};
    }
    return result;
  }

  [[nodiscard]] Json notification(const Note& note) const {
    Json location = {{"physicalLocation", {{"artifactLocation", artifact(note.where.file)}}}};
    if (note.located) location = located(note.where);
    return {{"level", level_of(note.kind)},
            {"message", message_of(note.message)},
            {"locations", Json::array({std::move(location)})}};
  }

  [[nodiscard]] Json notification(const RuleOutcome& outcome) const {
    const std::string_view code = outcome.rule->rule.code;
    const std::string_view what =
        outcome.outcome == Evaluation::evaluated ? "evaluated only in part" : "not evaluated";
    return {{"level", "note"},
            {"message",
             message_of(fmt::format("{} was {}: {}", outcome.rule->name, what, outcome.reason))},
            {"associatedRule", {{"id", code}, {"index", rules_.index_of(code)}}}};
  }

 private:
  [[nodiscard]] Json artifact(FileId file) const {
    return {{"uri", uri_of(organization_.sources->file(file).name, folder_)}};
  }
  [[nodiscard]] Json located(Span span) const {
    const Position begin = organization_.sources->begin(span);
    const Position end = organization_.sources->end(span);
    return {{"physicalLocation",
             {{"artifactLocation", artifact(span.file)},
              {"region",
               {{"startLine", begin.line},
                {"startColumn", begin.column},
                {"endLine", end.line},
                {"endColumn", end.column}}}}}};
  }

  const OrganizationReport& organization_;
  const RuleList& rules_;
  std::string_view folder_;
};

}  // namespace

std::string write_sarif(const Report& report, const ReportStyle& style) {
  const RuleList rules(report);
  Json results = Json::array();
  Json notifications = Json::array();
  for (const OrganizationReport& organization : report.organizations) {
    const Writer writer(organization, rules, style.folder);
    for (const Finding& finding : organization.findings) results.push_back(writer.result(finding));
    for (const Note& note : organization.notes) notifications.push_back(writer.notification(note));
    for (const RuleOutcome& outcome : organization.rules) {
      const bool unjudged = outcome.outcome == Evaluation::not_evaluated ||
                            (outcome.outcome == Evaluation::evaluated && !outcome.reason.empty());
      if (unjudged) notifications.push_back(writer.notification(outcome));
    }
  }
  const Json driver = {{"name", "connlint"},
                       {"semanticVersion", report.tool_version},
                       {"rules", rules.descriptors()}};
  const Json invocation = {{"executionSuccessful", !has_input_error(report)},
                           {"toolExecutionNotifications", std::move(notifications)}};
  return json_text({{"$schema", kSchema},
                    {"version", "2.1.0"},
                    {"runs", Json::array({{{"tool", {{"driver", driver}}},
                                           {"invocations", Json::array({invocation})},
                                           {"columnKind", "unicodeCodePoints"},
                                           {"results", std::move(results)}}})}});
}

}  // namespace connlint
