// Instances of compiled DSC configurations. The grammar is that of DMTF DSP0004.
#include <string>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

std::string read(std::string text, Places places = Places::hidden) {
  return read_as_text(read_mof, std::move(text), places);
}

bool refuses(const std::string& text) {
  return read(text).find("unreadable: ") != std::string::npos;
}

TEST(MofTest, AnInstanceIsARecord) {
  EXPECT_EQ(
      read("/* x */ instance of MSFT_X as $X1\n{\n A = \"b\"; // c\n L = {\"1\", \"2\"};\n E = "
           "{};\n T = True;\n P = 25;\n N = NULL;\n};\n"),
      "record <MSFT_X> \"$X1\"\n"
      "  A: \"b\" quoted\n"
      "  L: list \"{\\\"1\\\", \\\"2\\\"}\" [\"1\" quoted, \"2\" quoted]\n"
      "  E: list \"{}\" []\n"
      "  T: \"True\"\n"
      "  P: \"25\"\n"
      "  N: null\n");
}

TEST(MofTest, PlacesAreThoseOfTheText) {
  EXPECT_EQ(read("instance of X { A = \"b\"; };", Places::shown),
            "record <X> @1:1-1:27\n  A @1:17-1:18=: \"b\" quoted @1:22-1:23=\n");
}

TEST(MofTest, EscapesAndAdjacentTexts) {
  EXPECT_EQ(read(R"(instance of X { A = "a\\b\"c\td\x0041" " e" /**/ "f"; };)"),
            "record <X>\n  A: \"a\\\\b\\\"c\\tdA ef\" quoted\n");
}

TEST(MofTest, WhatWasFoundIsAWholeCharacter) {
  EXPECT_EQ(read("instance of X { A ü };"),
            "unreadable: expected '=' behind the property's name, found 'ü'\n");
}

TEST(MofTest, AliasesAndEmbeddedInstances) {
  EXPECT_EQ(
      read(bytes_of("fixtures/formats/quirks/mof/embedded.mof")),
      "record <MSFT_KeyValuePair> \"$Pair1\"\n"
      "  Key: \"contoso\\\\Relays\" quoted\n"
      "  Value: \"ms-Exch-SMTP-Accept-Any-Recipient\" quoted\n"
      "record <MSFT_xExchSendConnector> \"$Fax\"\n"
      "  Name: \"Fax\" quoted\n"
      "  AddressSpaces: list \"{ \\\"FAX:*;1\\\" }\" [\"FAX:*;1\" quoted]\n"
      "  ExtendedRightAllowEntries: list \"{ $PAIR1, instance of MSFT_KeyValuePair { Key = "
      "\\\"NT AUTHORITY\\\\\\\\ANONYMOUS LOGON\\\"; Value = \\\"ms-Exch-Bypass-Anti-Spam\\\"; } "
      "}\" [<MSFT_KeyValuePair> \"$PAIR1\" {Key: \"contoso\\\\Relays\" quoted, Value: "
      "\"ms-Exch-SMTP-Accept-Any-Recipient\" quoted}, <MSFT_KeyValuePair> {Key: \"NT "
      "AUTHORITY\\\\ANONYMOUS LOGON\" quoted, Value: \"ms-Exch-Bypass-Anti-Spam\" quoted}]\n"
      "  Comment: null\n"
      "  Port: \"2525\"\n");
  EXPECT_EQ(read("instance of X { A = $unknown; };"),
            "record <X>\n  A: \"$unknown\" lost=unresolved\n");
}

TEST(MofTest, ClassesAndPragmasAreLeftOut) {
  EXPECT_EQ(
      read("#pragma include (\"x\")\n[ClassVersion(\"1;0\")]\nclass A : B { [Key] String C; };\n"
           "instance of X { };"),
      "record <X>\n");
}

TEST(MofTest, DamageSaysWhatWasExpected) {
  for (const char* text :
       {"instance of", "instance of X", "instance of X {", "instance of X { A",
        "instance of X { A =", "instance of X { A = \"b", "instance of X { A = \"b\" }",
        "instance of X { A = {\"b\" };", "instance X { };", "/* x", "class A { "}) {
    EXPECT_TRUE(refuses(text)) << text;
  }
  // What stands before the damage is read.
  EXPECT_EQ(read("instance of X { };\ninstance of Y { A = ; };"),
            "record <X>\nunreadable: expected a value, found ';'\n");
}

TEST(MofTest, NestingAndReferencesAreBounded) {
  std::string deep = "instance of X { A = ";
  for (int i = 0; i < 100'000; ++i) deep += "{";
  EXPECT_TRUE(refuses(deep));
  // Each instance names the one before twice: ten would be a thousand, thirty a thousand million.
  std::string bomb = "instance of X as $a0 { V = \"x\"; };\n";
  for (int i = 1; i <= 40; ++i) {
    const std::string before = "$a" + std::to_string(i - 1);
    bomb +=
        "instance of X as $a" + std::to_string(i) + " { L = {" + before + ", " + before + "}; };\n";
  }
  EXPECT_FALSE(refuses(bomb));
}

TEST(MofTest, ClaimsInstances) {
  EXPECT_TRUE(claims_mof("/*\n@TargetNode='x'\n*/\n\ninstance of MSFT_X as $X\n{"));
  EXPECT_FALSE(claims_mof("an instance of something"));
  EXPECT_FALSE(claims_mof("class A { };"));
}

}  // namespace
}  // namespace connlint
