#include "linter/report/columns.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(ColumnsTest, WideCharactersTakeTwoAndCombiningMarksNone) {
  EXPECT_EQ(columns_of(""), 0U);
  EXPECT_EQ(columns_of("Zürich"), 6U);
  EXPECT_EQ(columns_of("電話"), 4U);
  EXPECT_EQ(columns_of("📠"), 2U);
  EXPECT_EQ(columns_of("u\xCC\x88"), 1U);  // u and a combining diaeresis
  EXPECT_EQ(columns_of("a\xFF"), 2U);      // a stray byte is shown as one sign
}

}  // namespace
}  // namespace connlint
