#include <string>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

std::string read(std::string text, Places places = Places::hidden) {
  return read_as_text(read_json, std::move(text), places);
}

TEST(JsonReaderTest, ObjectsInListsOfTheRootAreRecordsAndTheRestComesLast) {
  EXPECT_EQ(
      read("{\"connlint\": 1, \"connectors\": [{\"name\": \"Fax\", \"spaces\": [\"FAX:*;1\"],\n"
           "  \"port\": null}, \"x\", {}], \"config\": {\"a\": {\"b\": true}}, \"servers\": []}"),
      "record in connectors\n"
      "  name: \"Fax\" quoted\n"
      "  spaces: [\"FAX:*;1\" quoted]\n"
      "  port: null\n"
      "record in connectors\n"
      "record\n"
      "  connlint: \"1\"\n"
      "  connectors: [\"x\" quoted]\n"
      "  config: {a: {b: \"true\"}}\n"
      "  servers: []\n");
}

TEST(JsonReaderTest, ObjectsOfARootListAreRecords) {
  EXPECT_EQ(read("[{\"a\": 1}, 2, [{}], {\"b\": 3}]"),
            "record\n"
            "  a: \"1\"\n"
            "unreadable: '2' stands where an object was expected, as in '- name: Fax'\n"
            "unreadable: a list stands where an object was expected, as in '- name: Fax'\n"
            "record\n"
            "  b: \"3\"\n");
}

TEST(JsonReaderTest, EachLineMayBeADocument) {
  EXPECT_EQ(
      read("{\"a\": 1}\n{\"b\": tru}\n{\"c\": \"x\n\n{\"d\": 2}\n"),
      "record\n"
      "  a: \"1\"\n"
      "unreadable: expected a value: a text in double quotes, a number, true, false, null, '{' "
      "or '['\n"
      "unreadable: expected a closing quote before the end of the line\n"
      "record\n"
      "  d: \"2\"\n");
}

TEST(JsonReaderTest, ADamagedLineIsOnlyThatLine) {
  EXPECT_EQ(
      read("{\"a\": 1}\n{\"b\": }\n{\"c\": 2}\n"),
      "record\n"
      "  a: \"1\"\n"
      "unreadable: expected a value: a text in double quotes, a number, true, false, null, '{' "
      "or '['\n"
      "record\n"
      "  c: \"2\"\n");
}

TEST(JsonReaderTest, PlacesCountCodePointsAndLeaveQuotesOut) {
  EXPECT_EQ(
      read("{\"ü\": \"Zürich\", \"n\": -1.5e+3,\r\n \"e\": \"\", \"x\": \"a\\tb\"}", Places::shown),
      "record @1:1-2:23\n"
      "  ü @1:3-1:4=: \"Zürich\" quoted @1:8-1:14=\n"
      "  n @1:18-1:19=: \"-1.5e+3\" @1:22-1:29=\n"
      "  e @2:3-2:4=: \"\" quoted @2:7-2:9\n"
      "  x @2:12-2:13=: \"a\\tb\" quoted @2:17-2:21\n");
}

TEST(JsonReaderTest, EscapesAreUndone) {
  EXPECT_EQ(read(R"({"a": "\"\\\/\b\f\n\r\t\u0041\u00FC\ud83d\udce0"})"),
            "record\n"
            "  a: \"\\\"\\\\/\\u{8}\\u{C}\\n\\r\\tA\xC3\xBC\xF0\x9F\x93\xA0\" quoted\n");
}

TEST(JsonReaderTest, HalfASurrogatePairIsReplacedAndNoted) {
  const std::string note =
      "suspicious: half a surrogate pair, read as U+FFFD; expected \\uD800 to \\uDBFF and then "
      "\\uDC00 to \\uDFFF @1:";

  EXPECT_EQ(read(R"({"a": "\ud83dx\udce0"})", Places::shown),
            note + "8-1:14\n" + note +
                "15-1:21\n"
                "record @1:1-1:23\n"
                "  a @1:3-1:4=: \"\xEF\xBF\xBDx\xEF\xBF\xBD\" quoted @1:8-1:21\n");
}

TEST(JsonReaderTest, OfAKeyThatOccursTwiceTheFirstCounts) {
  EXPECT_EQ(
      read(R"({"a": 1, "a": {"b": [2]}, "c": {"d": 3, "d": 4}})", Places::shown),
      "unreadable: the key 'a' occurs twice in one object; the first value counts, remove one "
      "of them @1:11-1:12\n"
      "unreadable: the key 'd' occurs twice in one object; the first value counts, remove one "
      "of them @1:42-1:43\n"
      "record @1:1-1:49\n"
      "  a @1:3-1:4=: \"1\" @1:7-1:8=\n"
      "  c @1:28-1:29=: {d @1:34-1:35=: \"3\" @1:38-1:39=} @1:32-1:48\n");
}

TEST(JsonReaderTest, WhatStandsBeforeTheDamageIsRead) {
  EXPECT_EQ(
      read("{\"connlint\": 1, \"connectors\": [{\"name\": \"Fax\"}, {\"name\": \"S", Places::shown),
      "record in connectors @1:18-1:28= @1:32-1:47\n"
      "  name @1:34-1:38=: \"Fax\" quoted @1:42-1:45=\n"
      "unreadable: the file ends too early, it may have been cut off: expected a closing quote "
      "before the end of the line @1:59-1:60\n"
      "record @1:1-1:15\n"
      "  connlint @1:3-1:11=: \"1\" @1:14-1:15=\n");
}

TEST(JsonReaderTest, DamageSaysWhatWasExpected) {
  struct Case {
    const char* text;
    const char* note;
  };
  const Case cases[] = {
      {"{a: 1}", "expected a key in double quotes @1:2-1:3"},
      {"{'a': 1}", "expected a key in double quotes, not in single ones @1:2-1:3"},
      {"{\"a\" 1}", "expected ':' behind the key @1:6-1:7"},
      {"{\"a\": 1 \"b\": 2}", "expected ',' or '}' in the object @1:9-1:10"},
      {"[{} {}]", "expected ',' or ']' in the list @1:5-1:6"},
      {"{\"a\": 1,}", "expected another key behind ','; remove the comma @1:9-1:10"},
      {"{\"a\": [1,]}", "expected another value behind ','; remove the comma @1:10-1:11"},
      {"{\"a\": 01}", "expected a value: "},
      {"{\"a\": .5}", "expected a value: "},
      {"{\"a\": NaN}", "expected a value: "},
      {"{\"a\": \"\\x\"}", "expected an escape of JSON: "},
      {"{\"a\": \"\\u12\"}", "expected an escape of JSON: "},
      {"{\"a\": ", "the file ends too early, it may have been cut off: expected a value: "},
      {"{", "the file ends too early, it may have been cut off: expected a key in double quotes"},
  };
  for (const Case& example : cases) {
    const std::string text = read(example.text, Places::shown);
    EXPECT_TRUE(text.find("unreadable: " + std::string(example.note)) != std::string::npos)
        << example.text << " gives " << text;
  }
}

TEST(JsonReaderTest, NestingIsLimitedAndTheRestRead) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');

  const std::string text = read("{\"a\": " + deep + ", \"b\": 1}");

  EXPECT_NE(text.find("unreadable: nested deeper than 200 levels"), std::string::npos);
  EXPECT_TRUE(text.ends_with("  b: \"1\"\n"));
}

TEST(JsonReaderTest, AFileWithoutContentIsAnError) {
  EXPECT_EQ(
      read(" \n"),
      "unreadable: the file holds nothing; expected keys and values, such as 'connlint: 1'\n");
  EXPECT_EQ(read("\"Fax\""),
            "unreadable: a text stands alone; expected keys and values, such as 'name: Fax'\n");
}

TEST(JsonReaderTest, ClaimsObjectsAndListsOnly) {
  EXPECT_TRUE(claims_json("{\"connlint\": 1}"));
  EXPECT_TRUE(claims_json("\r\n [ {\"Name\": \"Fax\"}"));
  EXPECT_TRUE(claims_json("[]"));
  EXPECT_FALSE(claims_json(""));
  EXPECT_FALSE(claims_json("{ Get-SendConnector }"));
  EXPECT_FALSE(claims_json("[CmdletBinding()]\nparam()"));
  EXPECT_FALSE(claims_json("connlint: 1\n"));
}

}  // namespace
}  // namespace connlint
