#include "linter/import/directory/directory_objects.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/directory_records.h"

namespace connlint {
namespace {

using test::connector;
using test::DirectoryImport;
using test::kOlder;
using test::kSmtp;
using test::text;

TEST(DirectoryObjects, AreTimesOfTheDirectory) {
  EXPECT_EQ(parse_generalized_time("20081202090000.0Z"), parse_time("2008-12-02T09:00:00Z"));
  EXPECT_EQ(parse_generalized_time("20081202090000Z"), parse_time("2008-12-02T09:00:00Z"));
  EXPECT_EQ(parse_generalized_time("20081202100000.0+0100"), parse_time("2008-12-02T09:00:00Z"));
  EXPECT_EQ(parse_generalized_time("2008120209"), std::nullopt);
  EXPECT_EQ(parse_generalized_time("yesterday at ten"), std::nullopt);
}

TEST(DirectoryObjects, AreVersionNumbers) {
  // 0x720280B0 is the example of "When an int is really 5 ints": 8.2 build 176.
  EXPECT_EQ(version_of_number(0x720280B0), (Version{8, 2, 176, 0}));
  EXPECT_EQ(version_of_number(0x738180DA), (Version{14, 1, 218, 0}));
  EXPECT_EQ(version_of_number(6944), (Version{6, 5, 6944, 0}));
  EXPECT_EQ(version_of_number(6249), (Version{6, 0, 6249, 0}));
  EXPECT_EQ(version_of_number(17), std::nullopt);
  EXPECT_EQ(version_of_number(-1), std::nullopt);
}

TEST(DirectoryObjects, AreGuidsOfBytesOfTextAndOfHexadecimalDigits) {
  EXPECT_EQ(guid_of_bytes("too short"), "");
  const DirectoryImport import({
      connector("Text", kOlder, kSmtp,
                {{"objectGUID", text("{0292C782-9804-4D8B-AE0E-E1C7AB90852B}")}}),
      connector("Hex", kOlder, kSmtp,
                {{"objectGUID", text("X'000102030405060708090a0b0c0d0e0f'")}}),
  });

  EXPECT_EQ(import.named("Text").text(Property::guid), "0292c782-9804-4d8b-ae0e-e1c7ab90852b");
  EXPECT_EQ(import.named("Hex").text(Property::guid), "03020100-0504-0706-0809-0a0b0c0d0e0f");
}

}  // namespace
}  // namespace connlint
