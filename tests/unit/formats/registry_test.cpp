#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

const std::string kVersion = "Windows Registry Editor Version 5.00\r\n\r\n";

std::string read(std::string text, Places places = Places::hidden) {
  return read_as_text(read_registry, std::move(text), places);
}

TEST(RegistryReaderTest, EachKeyIsARecordWithItsPathAsLabel) {
  EXPECT_EQ(read(kVersion + "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]\r\n"
                            "@=\"default\"\r\n"
                            "\"Path\"=\"C:\\\\Fax \\\"1\\\"\"\r\n"
                            "\"Port\"=dword:00000019\r\n"
                            "\r\n"
                            "; a comment\r\n"
                            "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\[x]]\r\n",
                 Places::shown),
            "record \"HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\Contoso\" @3:2-3:37= @3:1-6:22\n"
            "  @ @4:1-4:2=: \"default\" @4:4-4:11=\n"
            "  Path @5:2-5:6=: \"C:\\\\Fax \\\"1\\\"\" @5:9-5:22\n"
            "  Port @6:2-6:6=: \"25\" @6:14-6:22\n"
            "record \"HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\Contoso\\\\[x]\" @9:2-9:41= @9:1-9:42\n");
}

TEST(RegistryReaderTest, BytesAreReadByTheirType) {
  EXPECT_EQ(read(kVersion + "[K]\r\n"
                            "\"raw\"=hex:00,ff,\\\r\n  41\r\n"
                            "\"text\"=hex(2):25,00,61,00,00,00\r\n"
                            "\"list\"=hex(7):61,00,00,00,e9,00,62,00,00,00,00,00\r\n"
                            "\"big\"=hex(b):01,00,00,00,01,00,00,00\r\n"
                            "\"none\"=hex(0):\r\n",
                 Places::shown),
            "record \"K\" @3:2-3:3= @3:1-9:15\n"
            "  raw @4:2-4:5=: \"\\u{0}\xFF"
            "A\" @4:11-5:5\n"
            "  text @6:2-6:6=: \"%a\" @6:15-6:32\n"
            "  list @7:2-7:6=: [\"a\" @7:15-7:50, \"éb\" @7:15-7:50] @7:15-7:50\n"
            "  big @8:2-8:5=: \"4294967297\" @8:14-8:37\n"
            "  none @9:2-9:6=: \"\" @9:15-9:15\n");
}

TEST(RegistryReaderTest, TheFirstVersionHoldsTextsInTheAnsiCodePage) {
  EXPECT_EQ(read("REGEDIT4\n\n[K]\n\"text\"=hex(2):25,e9,00\n\"list\"=hex(7):61,00,62,00,00\n"),
            "record \"K\"\n"
            "  text: \"%é\"\n"
            "  list: [\"a\", \"b\"]\n");
}

TEST(RegistryReaderTest, TextsMayHoldLineBreaks) {
  EXPECT_EQ(read(kVersion + "[K]\r\n\"a\"=\"1\r\n2\"\r\n"),
            "record \"K\"\n"
            "  a: \"1\\r\\n2\"\n");
}

TEST(RegistryReaderTest, DeletionsAreLeftOutAndCounted) {
  EXPECT_EQ(read(kVersion + "[K]\n\"a\"=-\n\"b\"=\"-\"\n[-L]\n\"c\"=\"1\"\n"),
            "record \"K\"\n"
            "  b: \"-\"\n"
            "ignored: 2 deletions of keys or values are left out; a linter needs what is there\n");
}

TEST(RegistryReaderTest, DamagedLinesAreNotedAndTheRestIsRead) {
  const std::string note =
      "unreadable: expected '[key]' or '\"name\"=value', the value in quotes or as dword: or hex: "
      "digits; the line is left out\n";
  EXPECT_EQ(
      read(kVersion + "[K]\n\"a\"=1\n\"b\"=dword:xyz\n\"c\"=hex:0g\n\"d\"=\"x\" y\n\"e\"\n[L\n"
                      "word\n\"f\"=dword:0000000a\n\"g\"=\"open\n"),
      note + note + note + note + note + note + note + note +
          "record \"K\"\n"
          "  f: \"10\"\n");
}

TEST(RegistryReaderTest, AFileOfAnotherKindIsRefused) {
  EXPECT_EQ(read(""),
            "unreadable: expected 'Windows Registry Editor Version 5.00' or 'REGEDIT4' at the "
            "beginning; export the key again with reg export\n");
}

TEST(RegistryReaderTest, AFileCutOffAtAnyByteIsReadWithoutFault) {
  const std::string whole =
      kVersion +
      "[K\\L]\r\n@=\"d\"\r\n\"a\\\\b\"=\"c\\\"\r\nd\"\r\n\"e\"=hex(7):61,00,\\\r\n"
      "  00,00\r\n\"f\"=dword:00000001\r\n\"g\"=-\r\n[-M]\r\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    EXPECT_EQ(read(whole.substr(0, length), Places::shown).find("FAULT"), std::string::npos)
        << length;
  }
}

TEST(RegistryClaimTest, ClaimsByTheFirstLine) {
  EXPECT_TRUE(claims_registry(kVersion));
  EXPECT_TRUE(claims_registry("REGEDIT4\n\n[K]\n"));
  EXPECT_FALSE(claims_registry(""));
  EXPECT_FALSE(claims_registry("[K]\n\"a\"=\"b\"\n"));
  EXPECT_FALSE(claims_registry("REGEDIT45\n"));
}

}  // namespace
}  // namespace connlint
