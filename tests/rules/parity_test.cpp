// What other checkers look for: every line of rules/parity.csv names rules that there are, or says
// why there can be none.
#include "tests/support/parity.h"

#include <set>

#include <gtest/gtest.h>

#include "linter/engine/rule.h"

namespace connlint::test {
namespace {

std::set<std::string, std::less<>> known_codes() {
  std::set<std::string, std::less<>> codes;
  for (const RuleEntry& entry : rule_table()) codes.emplace(entry.rule.code);
  return codes;
}

TEST(rule_parity, every_line_is_complete) {
  std::set<std::string> seen;
  for (const ParityRow& row : read_parity()) {
    EXPECT_FALSE(row.tool.empty() || row.id.empty() || row.subject.empty()) << row.id;
    EXPECT_TRUE(row.codes.empty() != row.reason.empty()) << row.id;
    EXPECT_TRUE(seen.insert(row.tool + row.id).second) << row.id << " stands there twice";
  }
  EXPECT_GT(seen.size(), 30U);
}

TEST(rule_parity, every_code_is_that_of_a_rule) {
  const std::set<std::string, std::less<>> codes = known_codes();
  for (const ParityRow& row : read_parity()) {
    for (const std::string& code : row.codes) EXPECT_TRUE(codes.contains(code)) << code;
  }
}

TEST(rule_parity, tables_link_to_the_rules) {
  const std::string tables = parity_tables({{"Tool", "a1", "a thing", {"CL106", "CL000"}, ""},
                                            {"Tool", "b2", "another", {}, "it needs a test"}});
  EXPECT_NE(tables.find("### Tool\n"), std::string::npos);
  EXPECT_NE(
      tables.find("| a1 | a thing | [CL106](address-space/invalid-address-space.md), CL000 |"),
      std::string::npos);
  EXPECT_NE(tables.find("| b2 | another | it needs a test |"), std::string::npos);
}

}  // namespace
}  // namespace connlint::test
