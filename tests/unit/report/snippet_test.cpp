#include "linter/report/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace connlint {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A file with one text in it, and the spans of pieces of that text.
class SnippetTest : public ::testing::Test {
 protected:
  Snippet snippet(const std::string& text, std::string_view words) {
    const SourceFile& file = sources_.add("a.txt", text);
    for (std::string_view name : secret_names_) {
      secrets_.push_back(file.span(file.text.find(name), name.size()));
    }
    return snippet_of(sources_, file.span(file.text.find(words), words.size()), secrets_);
  }

  SourceStore sources_;
  std::vector<std::string_view> secret_names_;
  std::vector<Span> secrets_;
};

TEST_F(SnippetTest, ShowsTheLineAndWhereTheSpanStands) {
  const Snippet shown = snippet("first\r\ncost: 101 x\r\nlast", "101");

  EXPECT_EQ(shown.line, "cost: 101 x");
  EXPECT_EQ(shown.before, 6U);
  EXPECT_EQ(shown.width, 3U);
}

TEST_F(SnippetTest, TabsTakeFourColumnsAndWideCharactersTwo) {
  const Snippet shown = snippet("\t電話: FAX", "FAX");

  EXPECT_EQ(shown.line, "    電話: FAX");
  EXPECT_EQ(shown.before, 4U + 4U + 2U);
}

TEST_F(SnippetTest, CombiningMarksTakeNoColumn) {
  EXPECT_EQ(snippet("u\xCC\x88: FAX", "FAX").before, 3U);
}

TEST_F(SnippetTest, ControlCharactersAreVisible) {
  const Snippet shown = snippet("\x1b[0mFAX", "FAX");

  EXPECT_EQ(shown.line, R"(\x1b[0mFAX)");
  EXPECT_EQ(shown.before, 7U);
}

TEST_F(SnippetTest, ASpanOfSeveralLinesIsMarkedInItsFirst) {
  const Snippet shown = snippet("dn: CN=Fax\n  more\n", "CN=Fax\n  more");

  EXPECT_EQ(shown.line, "dn: CN=Fax");
  EXPECT_EQ(shown.width, 6U);
}

TEST_F(SnippetTest, AnEmptySpanAtTheEndHasACaret) {
  const Snippet shown = snippet("dn:", "");

  EXPECT_EQ(shown.line, "dn:");
  EXPECT_EQ(shown.width, 1U);
}

TEST_F(SnippetTest, LongLinesAreCutOnBothSides) {
  const Snippet shown = snippet(std::string(5000, 'a') + "FAX" + std::string(5000, 'b'), "FAX");

  EXPECT_THAT(shown.line, HasSubstr("aFAXb"));
  EXPECT_EQ(shown.line.substr(0, 3), "…");
  EXPECT_EQ(shown.line.substr(shown.line.size() - 3), "…");
  EXPECT_EQ(shown.before, 61U);
  EXPECT_LT(shown.line.size(), 120U);
}

TEST_F(SnippetTest, ALongSpanIsCut) {
  const std::string text(5000, 'a');
  const Snippet shown = snippet(text, text);

  EXPECT_LT(shown.line.size(), 120U);
  EXPECT_LE(shown.width, 101U);
}

TEST_F(SnippetTest, NothingIsShownBehindTheNameOfASecret) {
  secret_names_ = {"password"};

  const Snippet shown = snippet("password: NotARealSecret", "password");

  EXPECT_EQ(shown.line, "password…");
  EXPECT_EQ(shown.before, 0U);
  EXPECT_EQ(shown.width, 8U);
}

TEST_F(SnippetTest, ASecretBeforeTheSpanIsNotShown) {
  secret_names_ = {"password"};

  const Snippet shown = snippet("<password>NotARealSecret</password><space>FAX</space>", "FAX");

  EXPECT_EQ(shown.line, "…FAX…");
  EXPECT_EQ(shown.before, 1U);
}

TEST_F(SnippetTest, ASecretBehindTheSpanIsNotShown) {
  secret_names_ = {"password"};

  const Snippet shown = snippet("{space: FAX, password: NotARealSecret}", "FAX");

  EXPECT_EQ(shown.line, "{space: FAX, password…");
}

TEST_F(SnippetTest, ASecretOnAnotherLineChangesNothing) {
  secret_names_ = {"password"};

  EXPECT_EQ(snippet("password: x\nspace: FAX\n", "FAX").line, "space: FAX");
}

}  // namespace
}  // namespace connlint
