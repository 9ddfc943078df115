#include "tests/support/parity.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/support/text.h"
#include "tests/support/rule_documents.h"

namespace connlint::test {
namespace {

constexpr std::size_t kColumns = 4;

/// The last column begins after the third semicolon and may hold semicolons itself.
ParityRow row_of(std::string_view line) {
  std::vector<std::string> columns;
  while (columns.size() + 1 < kColumns) {
    const std::size_t end = line.find(';');
    if (end == std::string_view::npos) return {};
    columns.emplace_back(trim(line.substr(0, end)));
    line.remove_prefix(end + 1);
  }
  ParityRow row{
      .tool = columns[0], .id = columns[1], .subject = columns[2], .codes = {}, .reason = {}};
  if (!trim(line).starts_with("CL")) {
    row.reason = trim(line);
    return row;
  }
  for (std::string_view code : split(line, ',')) row.codes.emplace_back(trim(code));
  return row;
}

/// `[CL106](address-space/invalid-address-space.md)`; the code alone where there is no such rule.
std::string link_to(std::string_view code) {
  const auto rules = rule_table();
  const auto found = std::ranges::find_if(
      rules, [code](const RuleEntry& entry) { return entry.rule.code == code; });
  if (found == rules.end()) return std::string(code);
  return fmt::format("[{}]({}/{}.md)", code, found->subject, found->name);
}

}  // namespace

std::vector<ParityRow> read_parity() {
  std::vector<ParityRow> rows;
  std::istringstream lines(
      read_text(std::filesystem::path(CONNLINT_SOURCE_DIR) / "rules" / "parity.csv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    rows.push_back(row_of(line));
  }
  return rows;
}

std::string parity_tables(const std::vector<ParityRow>& rows) {
  std::string out =
      "\n## What other checkers look for\n"
      "The connector and routing articles of the Exchange Server Best Practices Analyzer (ExBPA, "
      "by "
      "the first digits of their id) and the connector checks of HealthChecker, and the rules that "
      "cover them (`parity.csv`).\n";
  std::string tool;
  for (const ParityRow& row : rows) {
    if (row.tool != tool) {
      tool = row.tool;
      out += fmt::format(
          "\n### {}\n| article or check | what it looks for | rules, or why a configuration cannot "
          "show it |\n| --- | --- | --- |\n",
          tool);
    }
    std::vector<std::string> links;
    for (const std::string& code : row.codes) links.push_back(link_to(code));
    out += fmt::format("| {} | {} | {} |\n", row.id, row.subject,
                       links.empty() ? row.reason : join(links, ", "));
  }
  return out;
}

}  // namespace connlint::test
