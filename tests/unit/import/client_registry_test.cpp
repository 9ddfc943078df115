#include "linter/import/client_registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace connlint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using namespace std::string_literals;

// AddressTypeCount, AddressTypeSize and the strings, as MS-OXOMSG 2.2.4.3.2 sends them: four types,
// 3 + 4 + 5 + 5 = 17 bytes.
TEST(TypeNames, are_ascii_runs_that_end_with_a_nul) {
  EXPECT_THAT(type_names_in("\x04\0\x11\0EX\0FAX\0SMTP\0X400\0"s),
              ElementsAre("EX", "FAX", "SMTP", "X400"));
}

TEST(TypeNames, are_utf16_where_that_gives_the_types_of_every_client) {
  const std::string value = "\x02\0\0\0S\0M\0T\0P\0\0\0F\0A\0X\0\0\0"s;
  EXPECT_THAT(type_names_in(value), ElementsAre("FAX", "SMTP"));
  EXPECT_THAT(type_names_in("\x01" + value), ElementsAre("FAX", "SMTP"));
}

TEST(TypeNames, are_nothing_that_is_only_part_of_a_text) {
  EXPECT_THAT(type_names_in("EX\0/o=CONTOSO\0cn=EX2007-01\0lowerFAX\0SMS"s), ElementsAre("EX"));
}

TEST(TypeNames, have_a_letter_and_at_most_32_characters) {
  const std::string longest(32, 'A');
  EXPECT_THAT(type_names_in("SMTP\0A\00042\0"s + longest + "\0B"s + longest + "\0"s),
              ElementsAre(longest, "SMTP"));
}

TEST(TypeNames, are_none_where_no_type_of_every_client_is_there) {
  EXPECT_THAT(type_names_in("FAX\0SMS\0"s), IsEmpty());
  EXPECT_THAT(type_names_in(""), IsEmpty());
  EXPECT_THAT(type_names_in("\0\0\0"s), IsEmpty());
  EXPECT_THAT(type_names_in("E"), IsEmpty());
}

constexpr std::string_view kHead = "Windows Registry Editor Version 5.00\n\n";
constexpr std::string_view kKey =
    "[HKEY_CURRENT_USER\\Software\\Profiles\\Outlook\\13DBB0C8AA05101A9BB000AA002FC45A]\n";

ClientRegistry registry_of(const std::string& text) {
  SourceStore sources;
  return read_client_registry(sources.add("client.reg", text));
}

TEST(ClientRegistryTest, reads_the_value_of_the_global_section) {
  const ClientRegistry registry = registry_of(
      std::string(kHead) + "[HKEY_CURRENT_USER\\Other]\n\"01026687\"=hex:46,41,58,00\n" +
      std::string(kKey) + "\"01026689\"=hex:46,41,58,00\n\"01026687\"=hex:45,58,00,53,\\\n  " +
      "4d,54,50,00\n");

  EXPECT_THAT(registry.types, ElementsAre("EX", "SMTP"));
  EXPECT_EQ(registry.lists, 1U);
  EXPECT_THAT(registry.notes, IsEmpty());
}

TEST(ClientRegistryTest, joins_profiles_and_says_that_they_differ) {
  const ClientRegistry registry =
      registry_of(std::string(kHead) + std::string(kKey) + "\"01026687\"=hex:45,58,00\n" +
                  "[HKEY_CURRENT_USER\\Second\\13dbb0c8aa05101a9bb000aa002fc45a]\n" +
                  "\"01026687\"=hex:45,58,00,46,41,58,00\n");

  EXPECT_THAT(registry.types, ElementsAre("EX", "FAX"));
  ASSERT_THAT(registry.notes, SizeIs(1));
  EXPECT_EQ(registry.notes[0].kind, NoteKind::suspicious);
}

TEST(ClientRegistryTest, says_what_it_expected) {
  const ClientRegistry other = registry_of("connlint: 1\n");
  ASSERT_THAT(other.notes, SizeIs(1));
  EXPECT_EQ(other.notes[0].kind, NoteKind::unreadable);
  EXPECT_THAT(other.notes[0].message, HasSubstr("expected a registry file"));

  const ClientRegistry without = registry_of(std::string(kHead) + std::string(kKey));
  ASSERT_THAT(without.notes, SizeIs(1));
  EXPECT_THAT(without.notes[0].message, HasSubstr("expected the value 01026687"));

  const ClientRegistry unlike =
      registry_of(std::string(kHead) + std::string(kKey) + "\"01026687\"=hex:01,02,03\n");
  ASSERT_THAT(unlike.notes, SizeIs(1));
  EXPECT_EQ(unlike.notes[0].kind, NoteKind::unreadable);
  EXPECT_THAT(unlike.types, IsEmpty());
}

}  // namespace
}  // namespace connlint
