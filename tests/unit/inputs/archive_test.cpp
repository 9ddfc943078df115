#include "linter/inputs/archive.h"

#include <cstddef>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/archive_builder.h"
#include "tests/support/program_run.h"

namespace connlint {
namespace {

using test::archive_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kFax =
    "connlint: 1\nconnectors:\n  - {name: Fax, kind: send, address_spaces: [\"FAX:*;101\"]}\n";

/// Why an archive is refused.
std::string refusal_of(const std::string& bytes, const ArchiveLimits& limits = {}) {
  const Result<std::vector<ArchivedFile>> files = read_archive(bytes, limits);
  EXPECT_FALSE(files.ok());
  return files.ok() ? std::string() : files.error().message;
}

TEST(Archive, HoldsFilesInTheOrderOfTheirNames) {
  const auto files = read_archive(archive_of({{"b/c.xml", "two"}, {"b/", ""}, {"a.csv", "one"}}));

  ASSERT_TRUE(files.ok()) << files.error().message;
  ASSERT_THAT(files.value(), SizeIs(2));
  EXPECT_EQ(files.value()[0].name, "a.csv");
  EXPECT_EQ(files.value()[0].bytes, "one");
  EXPECT_EQ(files.value()[1].name, "b/c.xml");
  EXPECT_EQ(files.value()[1].bytes, "two");
}

TEST(Archive, IsKnownByItsFirstBytes) {
  EXPECT_TRUE(is_archive(archive_of({{"a", "b"}})));
  EXPECT_FALSE(is_archive("PK"));
  EXPECT_FALSE(is_archive("connlint: 1\n"));
}

TEST(Archive, IsRefusedWhereANameLeadsOutOfIt) {
  for (const char* name : {"../a.xml", "a/../../b.xml", "/etc/a.xml", "..\\a.xml", "C:\\a.xml"}) {
    EXPECT_THAT(refusal_of(archive_of({{name, "x"}})), HasSubstr("leads out of the archive"))
        << name;
  }
  EXPECT_TRUE(read_archive(archive_of({{"a..b/...xml", "x"}})).ok());
}

TEST(Archive, IsRefusedWhereItGrowsTooMuch) {
  const std::string bomb = archive_of({{"a.xml", std::string(std::size_t{8} << 20U, ' ')}});
  ASSERT_LT(bomb.size(), 20'000U);

  EXPECT_THAT(refusal_of(bomb, {.least = 1024}), HasSubstr("too large when they are unpacked"));
  EXPECT_THAT(refusal_of(bomb, {.bytes = 1'000'000}), HasSubstr("too large"));
  EXPECT_TRUE(read_archive(bomb).ok());
}

TEST(Archive, IsRefusedWhereItHoldsTooManyFiles) {
  EXPECT_THAT(refusal_of(archive_of({{"a", "1"}, {"b", "2"}, {"c", "3"}}), {.files = 2}),
              HasSubstr("too many files"));
}

TEST(Archive, CutOffAnywhereIsRefused) {
  const std::string whole = archive_of({{"a.xml", kFax}, {"b.xml", kFax}});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_THAT(refusal_of(whole.substr(0, length)), HasSubstr("the archive cannot be read"))
        << length;
  }
}

TEST(Archive, WithAFlippedByteIsReadOrRefused) {
  const std::string whole = archive_of({{"a.xml", std::string(200, 'a') + kFax}});
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const auto files = read_archive(damaged);
    EXPECT_TRUE(files.ok() || !files.error().message.empty());
  }
}

TEST(Archive, IsReadLikeAFolder) {
  const std::string archive = archive_of({{"readme.txt", "hello"}, {"export/fax.yaml", kFax}});
  const test::ProgramRun outcome =
      test::run_connlint({"check", "--no-config", "--format", "json", "-"}, archive);

  EXPECT_LE(outcome.status, 1) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr(R"("file": "-/export/fax.yaml")"));
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST(Archive, WithoutExchangeObjectsIsAnInputError) {
  const test::ProgramRun outcome =
      test::run_connlint({"check", "--no-config", "-"}, archive_of({{"readme.txt", "hello"}}));

  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("the archive holds no file with Exchange objects"));
}

TEST(Archive, InAnArchiveStaysClosed) {
  const test::ProgramRun outcome = test::run_connlint(
      {"check", "--no-config", "-"}, archive_of({{"inner.zip", archive_of({{"a.yaml", kFax}})}}));

  EXPECT_EQ(outcome.status, 2);
}

TEST(Archive, ThatLeadsOutOfItselfIsAnInputError) {
  const test::ProgramRun outcome =
      test::run_connlint({"check", "--no-config", "-"}, archive_of({{"../a.yaml", kFax}}));

  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("-: error: the archive is refused"));
}

}  // namespace
}  // namespace connlint
