#include "linter/cli/commands/rules.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "linter/cli/command.h"
#include "linter/engine/needs.h"
#include "linter/engine/registry.h"
#include "linter/report/json_text.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;
using Rules = std::span<const RuleEntry* const>;

std::string as_json(Rules rules) {
  Json list = Json::array();
  for (const RuleEntry* entry : rules) {
    const Rule& rule = entry->rule;
    list.push_back({{"code", rule.code},
                    {"rule", entry->name},
                    {"severity", word_of(rule.severity)},
                    {"confidence", word_of(rule.confidence)},
                    {"subject", entry->subject},
                    {"summary", entry->summary},
                    {"profiles", words_of(rule.profiles)},
                    {"needs", needs_of(rule)},
                    {"sources", sources_of(rule)}});
  }
  return json_text({{"schema", "connlint/rules/1"}, {"rules", std::move(list)}});
}

std::string as_text(Rules rules) {
  std::size_t width = 0;
  for (const RuleEntry* entry : rules) width = std::max(width, entry->name.size());
  std::string text;
  for (const RuleEntry* entry : rules) {
    const Rule& rule = entry->rule;
    const std::vector<std::string> needs = needs_of(rule);
    text += fmt::format("{} {:<{}} {:<7} {}\n", rule.code, entry->name, width,
                        word_of(rule.severity), entry->summary);
    text += fmt::format("{:>{}} about: {}", "", rule.code.size(), entry->subject);
    text += needs.empty() ? "\n" : fmt::format("; needs: {}\n", join(needs, ", "));
  }
  return text;
}

/// `text` in a cell of a table.
std::string cell(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string as_markdown(Rules rules) {
  std::string text =
      "| code | rule | severity | subject | needs | what it finds |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  for (const RuleEntry* entry : rules) {
    const Rule& rule = entry->rule;
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", rule.code, entry->name,
                        word_of(rule.severity), entry->subject, join(needs_of(rule), ", "),
                        cell(entry->summary));
  }
  return text;
}

std::vector<Option> rows(RulesOptions& options) {
  using Format = RulesOptions::Format;
  return {format_option<Format>(
      "text (default), json or markdown",
      {{"text", Format::text}, {"json", Format::json}, {"markdown", Format::markdown}},
      options.format)};
}

ExitStatus run_rules(const RulesOptions& options, const Environment& environment) {
  const RuleRegistry registry(environment.rules);
  switch (options.format) {
    case RulesOptions::Format::text: environment.out << as_text(registry.all()); break;
    case RulesOptions::Format::json: environment.out << as_json(registry.all()); break;
    case RulesOptions::Format::markdown: environment.out << as_markdown(registry.all()); break;
  }
  return ExitStatus::ok;
}

}  // namespace

Command rules_command() {
  return CommandOf<RulesOptions>{.name = "rules",
                                 .usages = {{"rules", "list all rules"}},
                                 .description = "Lists all rules",
                                 .rows = rows,
                                 .run = run_rules}
      .erased();
}

}  // namespace connlint
