#include "linter/report/document.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

constexpr std::string_view kDocument =
    "# CL102 name\n\n## What it finds\n\nA type.\nMore ## of it.\n\n## How to fix\n\nMove it.\n\n"
    "## Examples\n\n### Bad: one\n";

TEST(DocumentTest, SectionEndsAtTheNextHeading) {
  EXPECT_EQ(section_of(kDocument, "What it finds"), "A type.\nMore ## of it.");
  EXPECT_EQ(section_of(kDocument, "How to fix"), "Move it.");
  EXPECT_EQ(section_of(kDocument, "Options"), "");
}

TEST(DocumentTest, ExamplesAreLeftOut) {
  EXPECT_TRUE(without_examples(kDocument).ends_with("Move it."));
  EXPECT_EQ(without_examples("# only\n"), "# only");
}

TEST(DocumentTest, OneLineCollapsesBlanksAndIsCutByCharacters) {
  EXPECT_EQ(in_one_line(" a\n\n b\tc ", 100), "a b c");
  EXPECT_EQ(in_one_line("üüüüü", 4), "üüü…");
  EXPECT_EQ(in_one_line("üüü", 4), "üüü");
}

}  // namespace
}  // namespace connlint
