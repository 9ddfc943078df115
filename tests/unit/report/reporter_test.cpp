#include "linter/report/reporter.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(ReporterTest, FormatsAreKnownByName) {
  ASSERT_NE(reporter_named("sarif"), nullptr);
  EXPECT_EQ(reporter_named("sarif")->name, "sarif");
  EXPECT_EQ(reporter_named("xml"), nullptr);
  EXPECT_EQ(reporters().front().name, "text");
}

}  // namespace
}  // namespace connlint
