#include "linter/support/hexadecimal.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(HexadecimalTest, DigitsOfEitherCaseHaveAValue) {
  EXPECT_EQ(hex_digit('0'), 0U);
  EXPECT_EQ(hex_digit('9'), 9U);
  EXPECT_EQ(hex_digit('a'), 10U);
  EXPECT_EQ(hex_digit('F'), 15U);
  for (char c : {'g', 'G', '/', ':', '@', '`', ' ', '\0'}) EXPECT_EQ(hex_digit(c), std::nullopt);
}

TEST(HexadecimalTest, TwoDigitsAreAByte) {
  EXPECT_EQ(hex_byte("+4a", 1), 'J');
  EXPECT_EQ(hex_byte("fF", 0), '\xFF');
  EXPECT_EQ(hex_byte("+4", 1), std::nullopt);
  EXPECT_EQ(hex_byte("+4g", 1), std::nullopt);
  EXPECT_EQ(hex_byte("", 0), std::nullopt);
}

}  // namespace
}  // namespace connlint
