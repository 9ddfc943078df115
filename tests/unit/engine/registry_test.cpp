#include "linter/engine/registry.h"

#include <gtest/gtest.h>

#include "tests/support/sample_rules.h"

namespace connlint {
namespace {

TEST(RuleRegistryTest, OrdersByCode) {
  const RuleRegistry registry(test::sample_rules());

  ASSERT_EQ(registry.all().size(), 4U);
  EXPECT_EQ(registry.all()[0]->rule.code, "CL901");
  EXPECT_EQ(registry.all()[3]->rule.code, "CL904");
}

TEST(RuleRegistryTest, FindsByCodeAndNameWithoutRegardToCase) {
  const RuleRegistry registry(test::sample_rules());

  const RuleEntry* by_code = registry.find("cl902");
  ASSERT_NE(by_code, nullptr);
  EXPECT_EQ(by_code->name, "needs-servers");
  EXPECT_EQ(registry.find("Needs-Servers"), by_code);
  EXPECT_EQ(registry.find("needs"), nullptr);
}

TEST(RuleRegistryTest, SuggestsTheNearestName) {
  const RuleRegistry registry(test::sample_rules());

  EXPECT_EQ(registry.unknown("need-servers"),
            "unknown rule 'need-servers': did you mean 'needs-servers'?");
  EXPECT_EQ(registry.unknown("something else"),
            "unknown rule 'something else': `connlint rules` lists all rules");
}

}  // namespace
}  // namespace connlint
