#include <string>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

std::string read(std::string text, Places places = Places::hidden) {
  return read_as_text(read_yaml, std::move(text), places);
}

std::size_t count(const std::string& text, std::string_view word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++found;
  }
  return found;
}

TEST(YamlTest, ObjectsInListsOfTheRootAreRecordsAndTheRestComesLast) {
  EXPECT_EQ(read("connlint: 1\n"
                 "connectors:\n"
                 "  - name: Fax\n"
                 "    address_spaces: [\"FAX:*;1\", SMS]\n"
                 "  - {name: Sms, port: 25}\n"
                 "transport_config: {max_send_size: 10MB}\n"
                 "servers: []\n"),
            "record in connectors\n"
            "  name: \"Fax\"\n"
            "  address_spaces: [\"FAX:*;1\" quoted, \"SMS\"]\n"
            "record in connectors\n"
            "  name: \"Sms\"\n"
            "  port: \"25\"\n"
            "record\n"
            "  connlint: \"1\"\n"
            "  transport_config: {max_send_size: \"10MB\"}\n"
            "  servers: []\n");
}

TEST(YamlTest, ItemsThatAreNoObjectsStayInTheList) {
  EXPECT_EQ(read("connectors: [Fax, {name: Sms}, ~]\n"),
            "record in connectors\n"
            "  name: \"Sms\"\n"
            "record\n"
            "  connectors: [\"Fax\", null]\n");
}

TEST(YamlTest, ObjectsOfARootListAreRecords) {
  const std::string text = read("- {name: Fax}\n- Sms\n- [Pager]\n");

  EXPECT_EQ(text,
            "record\n"
            "  name: \"Fax\"\n"
            "unreadable: 'Sms' stands where an object was expected, as in '- name: Fax'\n"
            "unreadable: a list stands where an object was expected, as in '- name: Fax'\n");
}

TEST(YamlTest, PlacesCountCodePointsAndLeaveQuotesOut) {
  EXPECT_EQ(read("# Zürich\n"
                 "\"ü\": \"Zürich \xF0\x9F\x93\xA0\"\r\n"
                 "b: 'it''s'\n"
                 "c: x  # 'no'\n"
                 "d: \"\"\n",
                 Places::shown),
            "record @2:1-5:6\n"
            "  ü @2:2-2:3=: \"Zürich \xF0\x9F\x93\xA0\" quoted @2:7-2:15=\n"
            "  b @3:1-3:2=: \"it's\" quoted @3:5-3:10\n"
            "  c @4:1-4:2=: \"x\" @4:4-4:5=\n"
            "  d @5:1-5:2=: \"\" quoted @5:4-5:6\n");
}

TEST(YamlTest, PlacesOfTextsOverSeveralLines) {
  EXPECT_EQ(read("a: two\n"
                 "  words\n"
                 "b: |\n"
                 "  one\n"
                 "\n"
                 "  two\n"
                 "\n"
                 "c:\n"
                 "  - >-\n"
                 "    x\n"
                 "    y\n"
                 "d: \"a\\\n"
                 "  b\"\n",
                 Places::shown),
            "record @1:1-13:5\n"
            "  a @1:1-1:2=: \"two words\" @1:4-2:8\n"
            "  b @3:1-3:2=: \"one\\n\\ntwo\\n\" quoted @3:4-6:6\n"
            "  c @8:1-8:2=: [\"x y\" quoted @9:5-11:6] @9:3-11:6\n"
            "  d @12:1-12:2=: \"ab\" quoted @12:5-13:4\n");
}

TEST(YamlTest, PlacesOfCollections) {
  EXPECT_EQ(read("a: [x, # ]\n"
                 "  {b: }, ]\n"
                 "c:\n"
                 "- d: 1\n"
                 "  e: 2\n"
                 "f: [g: h]\n",
                 Places::shown),
            "record in a @1:1-1:2= @2:3-2:8\n"
            "  b @2:4-2:5=: null @2:5-2:5\n"
            "record in c @3:1-3:2= @4:3-5:7\n"
            "  d @4:3-4:4=: \"1\" @4:6-4:7=\n"
            "  e @5:3-5:4=: \"2\" @5:6-5:7=\n"
            "record in f @6:1-6:2= @6:5-6:9\n"
            "  g @6:5-6:6=: \"h\" @6:8-6:9=\n"
            "record @1:1-6:10\n"
            "  a @1:1-1:2=: [\"x\" @1:5-1:6=] @1:4-2:11\n");
}

TEST(YamlTest, NullIsAWordOrNothing) {
  EXPECT_EQ(read("a: ~\nb: null\nc:\nd: \"null\"\ne: ''\nnull: x\n"),
            "record\n"
            "  a: null\n"
            "  b: null\n"
            "  c: null\n"
            "  d: \"null\" quoted\n"
            "  e: \"\" quoted\n"
            "  null: \"x\"\n");
}

TEST(YamlTest, StandardTagsAreObeyedAndOthersNoted) {
  EXPECT_EQ(read("a: !!str 12\nb: !!int \"12\"\nc: !!null x\nd: !!seq [y]\ne: !odd z\nf: !!str\n",
                 Places::shown),
            "suspicious: the tag '!odd' means nothing here; the value is read as if it had none "
            "@5:4-5:8\n"
            "record @1:1-6:9\n"
            "  a @1:1-1:2=: \"12\" quoted @1:10-1:12=\n"
            "  b @2:1-2:2=: \"12\" @2:11-2:13=\n"
            "  c @3:1-3:2=: null @3:11-3:12=\n"
            "  d @4:1-4:2=: [\"y\" @4:11-4:12=] @4:10-4:13\n"
            "  e @5:1-5:2=: \"z\" @5:9-5:10=\n"
            "  f @6:1-6:2=: \"\" quoted @6:4-6:9\n");
}

TEST(YamlTest, OfAKeyThatOccursTwiceTheFirstCounts) {
  EXPECT_EQ(
      read("a:\n  - {b: 1, b: [2], c: 3}\na: [{d: 4}]\n", Places::shown),
      "unreadable: the key 'b' occurs twice in one object; the first value counts, remove one "
      "of them @2:12-2:13\n"
      "record in a @1:1-1:2= @2:5-2:25\n"
      "  b @2:6-2:7=: \"1\" @2:9-2:10=\n"
      "  c @2:20-2:21=: \"3\" @2:23-2:24=\n"
      "unreadable: the key 'a' occurs twice in one object; the first value counts, remove one "
      "of them @3:1-3:2\n"
      "record @1:1-3:12\n");
}

TEST(YamlTest, AKeyTwiceIsFoundInLargeObjectsToo) {
  std::string text = "- k0: first\n";
  for (int i = 1; i < 100; ++i) text += "  k" + std::to_string(i) + ": x\n";
  text += "  k50: again\n  k0: again\n";

  const std::string read_text = read(text);

  EXPECT_EQ(count(read_text, "occurs twice"), 2U);
  EXPECT_EQ(count(read_text, "again"), 0U);
  EXPECT_EQ(count(read_text, "\n  k"), 100U);
}

TEST(YamlTest, AliasesStandAtTheirOwnPlaceAndTheirPartsWhereTheyWereWritten) {
  EXPECT_EQ(read("a: &x [1, \"2\"]\n"
                 "b: *x\n"
                 "c:\n"
                 "  - &y {d: 3}\n"
                 "  - *y\n"
                 "  - e: *x\n",
                 Places::shown),
            "record in c @3:1-3:2= @4:8-4:14\n"
            "  d @4:9-4:10=: \"3\" @4:12-4:13=\n"
            "record in c @3:1-3:2= @5:5-5:7\n"
            "  d @4:9-4:10=: \"3\" @4:12-4:13=\n"
            "record in c @3:1-3:2= @6:5-6:10\n"
            "  e @6:5-6:6=: [\"1\" @1:8-1:9=, \"2\" quoted @1:12-1:13=] @6:8-6:10\n"
            "record @1:1-6:10\n"
            "  a @1:1-1:2=: [\"1\" @1:8-1:9=, \"2\" quoted @1:12-1:13=] @1:7-1:15\n"
            "  b @2:1-2:2=: [\"1\" @1:8-1:9=, \"2\" quoted @1:12-1:13=] @2:4-2:6\n");
}

TEST(YamlTest, AnAliasOfTheValueAroundItIsLeftOut) {
  const std::string text = read("a: &x [1, *x]\nb: 2\n");

  EXPECT_EQ(count(text, "unreadable: '*x' is left out"), 1U);
  EXPECT_EQ(count(text, "  a: [\"1\", null lost=unresolved]\n  b: \"2\"\n"), 1U);
}

TEST(YamlTest, AliasesThatGrowWithoutBoundsAreRefusedOnce) {
  const std::string text = read(bytes_of("fixtures/broken/alias-bomb.yaml"));

  EXPECT_EQ(count(text, "unreadable: "), 1U);
  EXPECT_EQ(count(text, "aliases amount to too many values"), 1U);
  EXPECT_LT(text.size(), 2'000'000U);
}

TEST(YamlTest, MergeKeysAreRefusedAndQuotedOnesAreKeys) {
  EXPECT_EQ(
      read("- &a {b: 1}\n- {<<: *a, c: 2}\n- {\"<<\": 3}\n"),
      "record\n"
      "  b: \"1\"\n"
      "unreadable: merge keys ('<<') are no part of YAML 1.2 and are not read; write the keys "
      "out, or put '<<' in quotes where it is a name\n"
      "record\n"
      "  c: \"2\"\n"
      "record\n"
      "  <<: \"3\"\n");
}

TEST(YamlTest, KeysMustBeTexts) {
  EXPECT_EQ(read("- {[a]: 1, ? {b: 2} : [3], c: 4}\n"),
            "unreadable: a key is a list or a mapping; expected a text, such as 'name: Fax'\n"
            "unreadable: a key is a list or a mapping; expected a text, such as 'name: Fax'\n"
            "record\n"
            "  c: \"4\"\n");
}

TEST(YamlTest, EachDocumentIsReadInTurn) {
  EXPECT_EQ(read("a: 1\n---\nb: [{c: 2}]\n...\n---\n"),
            "record\n"
            "  a: \"1\"\n"
            "record in b\n"
            "  c: \"2\"\n"
            "record\n");
}

TEST(YamlTest, NestingIsLimitedAndTheRestRead) {
  std::string text = "a: " + std::string(300, '[') + std::string(300, ']') + "\nb: 1\n";

  const std::string read_text = read(text);

  EXPECT_EQ(count(read_text, "unreadable: nested deeper than 200 levels"), 1U);
  EXPECT_EQ(count(read_text, "  b: \"1\"\n"), 1U);
}

TEST(YamlTest, NestingBeyondWhatTheParserBearsEndsTheReading) {
  for (const char* file : {"fixtures/broken/deep-flow.yaml", "fixtures/broken/deep-sequence.yaml",
                           "fixtures/broken/deep-mapping.yaml"}) {
    EXPECT_EQ(read(bytes_of(file)),
              "unreadable: nested deeper than 200 levels; what is deeper is left out, expected "
              "objects with values and lists\n"
              "record\n"
              "  connlint: \"1\"\n"
              "  organization: \"Contoso\"\n")
        << file;
  }
}

TEST(YamlTest, WhatStandsBeforeTheDamageIsRead) {
  EXPECT_EQ(
      read("connlint: 1\nconnectors:\n  - name: Fax\n  - name: Sms\n    x: [\"FAX:*;1\", \"S",
           Places::hidden),
      "record in connectors\n"
      "  name: \"Fax\"\n"
      "unreadable: the file ends inside a text in quotes; the closing quote is missing, or the "
      "file was cut off\n"
      "record\n"
      "  connlint: \"1\"\n");
}

TEST(YamlTest, DamageSaysWhatWasExpected) {
  struct Case {
    const char* text;
    const char* note;
  };
  const Case cases[] = {
      {"a:\n\t- b\n",
       "a tab stands in the indentation; YAML indents with blanks only, replace it @2:2-2:3"},
      {"a: [1, 2\n", "the file ends inside a list; expected ']', or the file was cut off @1:8-1:9"},
      {"a: {b: 1\n",
       "the file ends inside a mapping; expected '}', or the file was cut off @1:8-1:9"},
      {"a:\n  - b\n c: d\n",
       "expected the next 'key: value' in the column of the mapping's other keys"},
      {"a: *.contoso.com\n", "a text that begins with '*' needs quotes @1:4-1:5"},
      {"a: b: c\n", "put the text that holds it in quotes @1:5-1:6"},
      {"a: @b\n", "a sign that no value can begin with; put the text in quotes @1:4-1:5"},
      {"a: \"\\q\"\n",
       "an escape that YAML does not know; write '\\\\' for a backslash, or use single "
       "quotes"},
  };
  for (const Case& example : cases) {
    const std::string text = read(example.text, Places::shown);
    EXPECT_EQ(count(text, "unreadable: "), 1U) << example.text;
    EXPECT_EQ(count(text, example.note), 1U) << text;
  }
}

TEST(YamlTest, ATokenThatBeginsNoDocumentEndsTheReading) {
  EXPECT_EQ(read("a: 1\n---\n, [x]: 2\n", Places::shown),
            "record @1:1-1:5\n"
            "  a @1:1-1:2=: \"1\" @1:4-1:5=\n"
            "unreadable: a sign that no value can begin with; put the text in quotes @3:1-3:2\n");
}

TEST(YamlTest, ControlCharactersAreAnErrorAndTheRestIsRead) {
  const std::string text = read(std::string("a: x\x01y\nb: 1\n"));
  const std::string cut = read(std::string("a: 1\nb: x\x04y\nc: 2\n"));
  const std::string nul = read(std::string("a\0: 1\n", 6));

  EXPECT_EQ(count(text, "unreadable: a control character stands in the text"), 1U);
  EXPECT_EQ(count(text, "  b: \"1\"\n"), 1U);
  EXPECT_EQ(count(cut, "reading stops at the first U+0004"), 1U);
  EXPECT_EQ(count(cut, "  a: \"1\"\n"), 1U);
  EXPECT_EQ(count(cut, "  c: "), 0U);
  EXPECT_EQ(count(nul, "the file is not read"), 1U);
}

TEST(YamlTest, AFileWithoutContentIsAnError) {
  const std::string expected =
      "unreadable: the file holds nothing; expected keys and values, such as 'connlint: 1'\n";

  EXPECT_EQ(read(""), expected);
  EXPECT_EQ(read("# nothing\n---\n"), expected);
}

TEST(YamlTest, RemarksAreBounded) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "- x\n";

  const std::string read_text = read(text);

  EXPECT_EQ(count(read_text, "unreadable: "), 100U);
  EXPECT_EQ(count(read_text, "ignored: 900 more remarks"), 1U);
}

TEST(YamlTest, ClaimsMappingsAndListsOfThem) {
  EXPECT_TRUE(claims_yaml("connlint: 1\n"));
  EXPECT_TRUE(claims_yaml("Some prose first.\nconnlint: 1\n"));
  EXPECT_TRUE(claims_yaml("# comment\n---\nName: Fax\nAddressSpaces:\n  - \"FAX:*;1\"\n"));
  EXPECT_TRUE(claims_yaml("- name: Fax\n  kind: send\n"));
  EXPECT_TRUE(claims_yaml("%YAML 1.2\n---\n\"a\": 1\n"));
}

TEST(YamlTest, ClaimsNoOtherText) {
  EXPECT_FALSE(claims_yaml(""));
  EXPECT_FALSE(claims_yaml("Name,AddressSpaces\nFax,\"FAX:*;1\"\n"));
  EXPECT_FALSE(claims_yaml("Note: this is prose.\nIt goes on here.\n"));
  EXPECT_FALSE(claims_yaml("AddressSpaces   : {FAX:*;1}\nName            : Fax\n"));
  EXPECT_FALSE(claims_yaml("dn: CN=Fax,DC=contoso,DC=com\ncn: Fax\n"));
  EXPECT_FALSE(claims_yaml("version: 1\ncn:: RmF4\n"));
  EXPECT_FALSE(claims_yaml("Name Enabled\n---- -------\nFax  True\n"));
  EXPECT_FALSE(claims_yaml("#TYPE System.Object\n\"Name\",\"Port\"\n"));
  EXPECT_FALSE(claims_yaml("- bring milk\n- bring bread\n"));
  EXPECT_FALSE(claims_yaml("Windows Registry Editor Version 5.00\n"));
}

}  // namespace
}  // namespace connlint
