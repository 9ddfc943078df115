#include "linter/cli/commands/explain.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "linter/cli/command.h"
#include "linter/engine/registry.h"
#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The document that the word names, or nothing.
std::optional<std::string_view> document_of(std::string_view word, const Environment& environment) {
  if (const RuleEntry* entry = RuleRegistry(environment.rules).find(word)) return entry->document;
  for (const Topic& topic : environment.topics) {
    if (equals_ignoring_case(topic.name, word)) return topic.document;
  }
  return std::nullopt;
}

std::string unknown(std::string_view word, const Environment& environment) {
  std::vector<std::string_view> known;
  for (const Topic& topic : environment.topics) known.push_back(topic.name);
  const std::string topics = list_of(known);
  for (const RuleEntry& entry : environment.rules) {
    known.push_back(entry.rule.code);
    known.push_back(entry.name);
  }
  return unknown_word("rule or topic", word, known,
                      fmt::format("`connlint rules` lists all rules; topics: {}", topics));
}

std::vector<Option> rows(ExplainOptions& options) {
  return {{"RULE", "", "Code or name of a rule, or a topic", &options.word}};
}

ExitStatus run_explain(const ExplainOptions& options, const Environment& environment) {
  const std::optional<std::string_view> document = document_of(options.word, environment);
  if (!document) {
    print_error(environment, unknown(options.word, environment));
    return ExitStatus::unusable;
  }
  environment.out << *document;
  if (!document->ends_with('\n')) environment.out << '\n';
  return ExitStatus::ok;
}

}  // namespace

Command explain_command() {
  return CommandOf<ExplainOptions>{
      .name = "explain",
      .usages = {{"explain RULE", "print the document of a rule, by code or by name"},
                 {"explain export", "how to export an organisation"}},
      .description = "Prints the document of a rule, or of a topic such as `export`",
      .rows = rows,
      .run = run_explain}
      .erased();
}

}  // namespace connlint
