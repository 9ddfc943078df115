#include "tests/support/rule_documents.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <unistd.h>

#include <fmt/format.h>

#include "linter/engine/needs.h"
#include "linter/engine/run.h"
#include "linter/formats/format.h"
#include "linter/import/import.h"
#include "linter/import/join/join.h"
#include "linter/report/reporter.h"
#include "linter/support/text.h"
#include "tests/support/parity.h"

namespace connlint::test {
namespace {

/// The product versions that a rule speaks of.
std::string versions_of(const Rule& rule) {
  const bool oldest = rule.from == Generation::exchange_55;
  const bool newest = rule.to == Generation::exchange_2019;
  if (oldest && newest) return "all";
  if (rule.from == rule.to) return std::string(name_of(rule.from));
  if (newest) return fmt::format("{} and later", name_of(rule.from));
  if (oldest) return fmt::format("up to {}", name_of(rule.to));
  return fmt::format("{} to {}", name_of(rule.from), name_of(rule.to));
}

/// `warning`; `warning (in code: error)`.
std::string severity_of(const Rule& rule) {
  if (!rule.severity_in_code) return std::string(word_of(rule.severity));
  return fmt::format("{} (in code: {})", word_of(rule.severity), word_of(*rule.severity_in_code));
}

/// Whether a line of a text report shows a line of a file or is empty: `   12 | name: Fax`.
bool is_snippet(std::string_view line) {
  const std::size_t bar = line.find_first_not_of(" 0123456789");
  return line.empty() || (bar != std::string_view::npos && line.substr(bar).starts_with('|'));
}

std::string place_text(const SourceStore& sources, Span where) {
  const Position begin = sources.begin(where);
  return fmt::format("{}:{}:{}", sources.file(where.file).name, begin.line, begin.column);
}

/// The organisation of an example and what its import had to say.
struct Reading {
  Organization organization;
  std::vector<Note> notes;
};

Reading read(const Example& example, SourceStore& sources) {
  Reading reading;
  std::vector<ImportedObjects> imported;
  for (const ExampleFile& file : example.files) {
    if (file.name == kConfigFileName) continue;
    const SourceFile& source = sources.add(file.name, file.text);
    const Format* format = recognize_format(source.text);
    if (format == nullptr) {
      reading.notes.push_back(
          {NoteKind::unreadable, "no format recognises the file", source.span(0, 0), false});
      continue;
    }
    imported.push_back(import_file(source, *format));
  }
  reading.organization = join(std::move(imported), reading.notes);
  return reading;
}

/// The default selection with the settings of the configuration file of an example, if it has one.
Selection selection_of(const Example& example, const RuleRegistry& registry,
                       std::vector<Note>& notes) {
  Selection selection;
  for (const ExampleFile& file : example.files) {
    if (file.name != kConfigFileName) continue;
    SourceStore sources;
    ConfigReading reading = read_config(sources.add(file.name, file.text), registry);
    selection.settings = std::move(reading.config.rules);
    for (Note& problem : reading.problems) {
      notes.push_back({NoteKind::unreadable, std::move(problem.message), {}, false});
    }
  }
  return selection;
}

}  // namespace

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_text(const std::filesystem::path& path, const std::string& text) {
  if (read_text(path) == text) return;
  const std::filesystem::path part = fmt::format("{}.{}", path.string(), getpid());
  std::ofstream(part, std::ios::binary) << text;
  std::filesystem::rename(part, path);
}

bool updates_golden() {
  const char* value = std::getenv("CONNLINT_UPDATE_GOLDEN");
  return value != nullptr && *value != '\0';
}

std::filesystem::path document_path(const RuleEntry& entry) {
  return std::filesystem::path(CONNLINT_SOURCE_DIR) / entry.path;
}

RuleDocument read_document(const RuleEntry& entry) {
  return parse_rule_document(read_text(document_path(entry)));
}

std::string title_of(const RuleEntry& entry) {
  return fmt::format("# {} {}", entry.rule.code, entry.name);
}

std::string facts_of(const Rule& rule) {
  const std::vector<std::string> needs = needs_of(rule);
  return fmt::format(
      "| severity | confidence | needs | profiles | product versions | sources |\n"
      "| --- | --- | --- | --- | --- | --- |\n"
      "| {} | {} | {} | {} | {} | {} |\n",
      severity_of(rule), word_of(rule.confidence), needs.empty() ? "nothing" : join(needs, ", "),
      fmt::join(words_of(rule.profiles), ", "), versions_of(rule), rule.sources);
}

std::string index_of(std::span<const RuleEntry> rules) {
  std::vector<const RuleEntry*> sorted;
  for (const RuleEntry& entry : rules) sorted.push_back(&entry);
  std::ranges::sort(sorted, {}, [](const RuleEntry* entry) {
    return std::pair(entry->subject, entry->rule.code);
  });
  std::string out =
      "# Rules\n\n"
      "<!-- Generated by the test rule_index with CONNLINT_UPDATE_GOLDEN=1. -->\n"
      "Each rule has a document with its examples, which are its tests. `connlint explain CODE` "
      "prints it.\n";
  std::string_view subject;
  for (const RuleEntry* entry : sorted) {
    if (entry->subject != subject) {
      subject = entry->subject;
      out += fmt::format(
          "\n## {}\n| code | rule | severity | what it finds |\n| --- | --- | --- | --- |\n",
          subject);
    }
    out += fmt::format("| {} | [{}]({}/{}.md) | {} | {} |\n", entry->rule.code, entry->name,
                       subject, entry->name, word_of(entry->rule.severity), entry->summary);
  }
  out += parity_tables(read_parity());
  return out;
}

std::string findings_of(const Example& example, std::string_view code) {
  const auto sources = std::make_shared<SourceStore>();
  Reading reading = read(example, *sources);
  const RuleRegistry registry(rule_table());
  Selection selection = selection_of(example, registry, reading.notes);
  // What an example leaves out is not what it is about.
  if (code != "CL907") selection.ignore.push_back(registry.find("CL907"));
  Report report;
  report.organizations.push_back(run({.organization = reading.organization,
                                      .sources = sources,
                                      .notes = std::move(reading.notes),
                                      .counts = {}},
                                     registry, selection));
  std::string out;
  const std::string text = write_text(report, {.color = false, .quiet = true, .folder = {}});
  for (std::string_view line : split(text, '\n')) {
    if (!is_snippet(line)) out += fmt::format("{}\n", line);
  }
  for (const Note& note : report.organizations.front().notes) {
    if (note.kind == NoteKind::ignored) continue;
    out +=
        fmt::format("{} {} {}\n", note.kind == NoteKind::unreadable ? "unreadable" : "suspicious",
                    place_text(*sources, note.where), note.message);
  }
  return out;
}

void update_document(const RuleEntry& entry) {
  const RuleDocument document = read_document(entry);
  std::vector<std::string> findings;
  for (const Example& example : document.examples)
    findings.push_back(findings_of(example, entry.rule.code));
  write_text(document_path(entry),
             rewritten(document, title_of(entry), facts_of(entry.rule), findings));
}

}  // namespace connlint::test
