#include "linter/facts/drop_directory.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(IsAbsolutePath, by_drive_or_share) {
  EXPECT_TRUE(is_absolute_path(R"(C:\Fax)"));
  EXPECT_TRUE(is_absolute_path(R"(\\SERVER\Fax)"));
  EXPECT_FALSE(is_absolute_path("Fax"));
  EXPECT_FALSE(is_absolute_path(R"(Gateways\Fax)"));
  EXPECT_FALSE(is_absolute_path(""));
}

TEST(ComparablePath, is_one_form) {
  EXPECT_EQ(comparable_path(R"(C:\Fax\)"), comparable_path(R"(c:/fax)"));
  EXPECT_EQ(comparable_path(R"(C:\\Fax)"), comparable_path(R"(C:\Fax)"));
  EXPECT_EQ(comparable_path(R"(\\SERVER\Fax)"), R"(\\server\fax)");
  EXPECT_NE(comparable_path("Fax"), comparable_path("Fax2"));
}

}  // namespace
}  // namespace connlint
