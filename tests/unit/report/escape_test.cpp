#include "linter/report/escape.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(EscapeTest, MakesControlCharactersVisible) {
  EXPECT_EQ(escaped("a\nb\tc\rd"), R"(a\nb\tc\rd)");
  EXPECT_EQ(escaped("\x1b[31mred\x07"), R"(\x1b[31mred\x07)");
  EXPECT_EQ(escaped(std::string_view("a\0b", 3)), R"(a\x00b)");
  EXPECT_EQ(escaped("\x7f"), R"(\x7f)");
}

TEST(EscapeTest, MakesC1AndBidirectionalControlsVisible) {
  EXPECT_EQ(escaped("\xC2\x9B"
                    "31m"),
            R"(\u009b31m)");
  EXPECT_EQ(escaped("a\xE2\x80\xAE"
                    "b"),
            R"(a\u202eb)");
  EXPECT_EQ(escaped("a\xE2\x81\xA6"
                    "b"),
            R"(a\u2066b)");
  EXPECT_EQ(escaped("a\xE2\x80\xA8"
                    "b"),
            R"(a\u2028b)");
}

TEST(EscapeTest, LeavesOtherTextAlone) {
  EXPECT_EQ(escaped("Zürich – Fax 📠 ::"), "Zürich – Fax 📠 ::");
}

TEST(GuardTest, BreaksCommandsOfBuildSystems) {
  EXPECT_EQ(guarded("::error::x"), R"(\::error::x)");
  EXPECT_EQ(guarded("  ::error::x"), R"(  \::error::x)");
  EXPECT_EQ(guarded("a ##[error]x"), R"(a ##\[error]x)");
  EXPECT_EQ(guarded("a ##VSO[task.complete]"), R"(a ##\VSO[task.complete])");
  EXPECT_EQ(guarded("###[x"), R"(###\[x)");
}

TEST(GuardTest, LeavesOtherLinesAlone) {
  EXPECT_EQ(guarded("a::b ## c # d [e]"), "a::b ## c # d [e]");
  EXPECT_EQ(guarded(""), "");
}

}  // namespace
}  // namespace connlint
