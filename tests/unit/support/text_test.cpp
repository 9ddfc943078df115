#include "linter/support/text.h"

#include <array>

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(TextTest, ComparesWithoutRegardToCaseOfAsciiLetters) {
  EXPECT_TRUE(equals_ignoring_case("FAX", "fax"));
  EXPECT_FALSE(equals_ignoring_case("FAX", "FAXES"));
  EXPECT_FALSE(equals_ignoring_case("\xC3\x9C", "\xC3\xBC"));
  EXPECT_TRUE(less_ignoring_case("a", "B"));
  EXPECT_FALSE(less_ignoring_case("B", "b"));
  EXPECT_TRUE(starts_with_ignoring_case("SmtpFoo", "smtp"));
  EXPECT_FALSE(starts_with_ignoring_case("sm", "smtp"));
  EXPECT_TRUE(ends_with_ignoring_case("10MB", "mb"));
  EXPECT_EQ(find_ignoring_case("one TWO three", "two"), 4U);
  EXPECT_EQ(find_ignoring_case("one", "two"), std::string_view::npos);
  EXPECT_EQ(find_ignoring_case("one", "one", 4), std::string_view::npos);
}

TEST(TextTest, TrimsAndSplits) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim("  "), "");
  EXPECT_EQ(split("a;;b", ';').size(), 3U);
  EXPECT_EQ(split("", ';').size(), 1U);
}

TEST(TextTest, ParsesWholeIntegersOnly) {
  EXPECT_EQ(parse_integer("42"), 42);
  EXPECT_EQ(parse_integer("-1"), -1);
  for (std::string_view text : {"", "4x", " 4", "+4", "99999999999999999999", "1.0"}) {
    EXPECT_EQ(parse_integer(text), std::nullopt) << text;
  }
}

TEST(NearestTest, FindsMisspellingsOnly) {
  constexpr std::array<std::string_view, 3> kWords = {"smart_hosts", "source_servers", "enabled"};
  EXPECT_EQ(nearest("smart_host", kWords), "smart_hosts");
  EXPECT_EQ(nearest("Enabeld", kWords), "enabled");
  EXPECT_EQ(nearest("something", kWords), std::nullopt);
  EXPECT_EQ(nearest(std::string(1000, 'e'), kWords), std::nullopt);
}

}  // namespace
}  // namespace connlint
