#include "linter/support/utf.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

using namespace std::string_literals;

TEST(EncodingTest, IsRecognisedByMarkByZerosAndByValidity) {
  EXPECT_EQ(recognize_encoding("\xEF\xBB\xBFhi"), Encoding::utf8);
  EXPECT_EQ(recognize_encoding("\xFF\xFEh\0i\0"s), Encoding::utf16le);
  EXPECT_EQ(recognize_encoding("\xFE\xFF\0h\0i"s), Encoding::utf16be);
  EXPECT_EQ(recognize_encoding("d\0n\0:\0 \0C\0N\0"s), Encoding::utf16le);
  EXPECT_EQ(recognize_encoding("\0d\0n\0:\0 \0C\0N"s), Encoding::utf16be);
  EXPECT_EQ(recognize_encoding("Z\xC3\xBCrich"), Encoding::utf8);
  EXPECT_EQ(recognize_encoding("Z\xFCrich"), Encoding::windows1252);
  EXPECT_EQ(recognize_encoding(""), Encoding::utf8);
}

TEST(DecodeTest, GivesTheSameTextFromEveryEncoding) {
  const std::string text = "Z\xC3\xBCrich \xE2\x82\xAC \xF0\x9D\x84\x9E";
  EXPECT_EQ(decode("\xEF\xBB\xBF" + text).text, text);
  EXPECT_EQ(decode("\xFF\xFEZ\0\xFC\0r\0i\0c\0h\0 \0\xAC\x20 \0\x34\xD8\x1E\xDD"s).text, text);
  EXPECT_EQ(decode("\xFE\xFF\0Z\0\xFC\0r\0i\0c\0h\0 \x20\xAC\0 \xD8\x34\xDD\x1E"s).text, text);
  EXPECT_EQ(decode("Z\xFCrich \x80").text, "Z\xC3\xBCrich \xE2\x82\xAC");
}

TEST(DecodeTest, ReplacesWhatMeansNothingAndSaysSo) {
  const Decoded lone = decode("\xFF\xFE\x34\xD8X\0"s);
  EXPECT_TRUE(lone.replaced);
  EXPECT_EQ(lone.text, "\xEF\xBF\xBDX");
  const Decoded odd = decode("\xFF\xFEX\0Y"s);
  EXPECT_TRUE(odd.replaced);
  const Decoded forced = decode("a\xFFz", Encoding::utf8);
  EXPECT_TRUE(forced.replaced);
  EXPECT_EQ(forced.text, "a\xEF\xBF\xBDz");
  EXPECT_FALSE(decode("plain").replaced);
}

TEST(DecodeTest, RefusesOverlongFormsAndSurrogates) {
  for (const char* bad :
       {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80"}) {
    EXPECT_EQ(first_invalid_utf8(bad), 0U) << bad;
  }
  EXPECT_EQ(first_invalid_utf8("12345678\xC3"), 8U);
  EXPECT_EQ(first_invalid_utf8("12345678\xC3\xBC"), std::string_view::npos);
}

TEST(EncodingTest, IsNamedWithoutRegardToCase) {
  EXPECT_EQ(encoding_named("UTF-16LE"), Encoding::utf16le);
  EXPECT_EQ(encoding_named("latin1"), std::nullopt);
}

}  // namespace
}  // namespace connlint
