#include "linter/support/characters.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(CodePointTest, ReadsUtf8AndStrayBytes) {
  EXPECT_EQ(code_point_at("ü", 0).value, 0xFCU);
  EXPECT_EQ(code_point_at("ü", 0).length, 2U);
  EXPECT_EQ(code_point_at("📠", 0).value, 0x1F4E0U);
  EXPECT_EQ(code_point_at("\xC3", 0).value, 0xFFFDU);
  EXPECT_EQ(code_point_at("\xC3(", 0).length, 1U);
  EXPECT_EQ(code_point_at("\xFF", 0).length, 1U);
}

TEST(CodePointsTest, AreCounted) { EXPECT_EQ(count_code_points("Z\xC3\xBC\xF0\x9D\x84\x9E"), 3U); }

TEST(CharactersTest, BeginAndEndAtTheirFirstBytes) {
  const std::string_view text = "Zü📠.";  // 1, 2, 4 and 1 bytes
  EXPECT_EQ(character_begin(text, 0), 0U);
  EXPECT_EQ(character_begin(text, 2), 1U);
  EXPECT_EQ(character_begin(text, 6), 3U);
  EXPECT_EQ(character_begin(text, 7), 7U);
  EXPECT_EQ(character_begin(text, 8), 8U);
  EXPECT_EQ(next_character(text, 0), 0U);
  EXPECT_EQ(next_character(text, 2), 3U);
  EXPECT_EQ(next_character(text, 4), 7U);
  EXPECT_EQ(next_character(text, 8), 8U);
  EXPECT_EQ(next_character(text, 9), 8U);
}

TEST(CutTest, NeverHalvesACharacter) {
  EXPECT_EQ(cut("Zürich", 6), "Züric");
  EXPECT_EQ(cut("Zürich", 7), "Zürich");
  EXPECT_EQ(cut("Zürich", 2), "Z");
  EXPECT_EQ(cut("📠", 3), "");
  EXPECT_EQ(cut("", 3), "");
}

TEST(CutTest, AShortenedTextSaysSo) {
  EXPECT_EQ(shortened("Zürich", 2), "Z...");
  EXPECT_EQ(shortened("Zürich", 7), "Zürich");
  EXPECT_EQ(shortened(std::string(60, 'a')), std::string(60, 'a'));
  EXPECT_EQ(shortened(std::string(61, 'a')), std::string(60, 'a') + "...");
  EXPECT_EQ(shortened(std::string(59, 'a') + "ü"), std::string(59, 'a') + "...");
}

}  // namespace
}  // namespace connlint
