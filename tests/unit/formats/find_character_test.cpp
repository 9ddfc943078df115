#include "linter/formats/find_character.h"

#include <string>

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(FindCharacterTest, FindsTheFirstWhereverItStands) {
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string text(size, 'a');
      text[place] = ';';
      if (place + 1 < size) text[place + 1] = '\n';
      EXPECT_EQ(find_character(text, 0, ';'), place) << size;
      EXPECT_EQ(find_character(text, 0, '\n', ';'), place) << size;
      EXPECT_EQ(find_character(text, place, ';', '\r', '\n'), place) << size;
      // What stands before the begin does not count.
      EXPECT_EQ(find_character(text, place + 1, ';'), size) << size;
    }
  }
}

TEST(FindCharacterTest, IsTheSizeWhereThereIsNone) {
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string text(size, '\x8A');  // a line feed with the top bit set
    EXPECT_EQ(find_character(text, 0, '\n', '\r'), size);
    EXPECT_EQ(find_character(text, size, '\x8A'), size);
  }
}

}  // namespace
}  // namespace connlint
