#include "linter/source/source_store.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(SourceStoreTest, CountsLinesAndColumnsFromOneInCodePoints) {
  SourceStore store;
  const SourceFile& file = store.add("a.txt", "one\r\nZ\xC3\xBCrich x\rthree\n");

  EXPECT_EQ(store.begin(file.span(0, 1)), (Position{1, 1}));
  EXPECT_EQ(store.begin(file.span(5, 1)), (Position{2, 1}));
  EXPECT_EQ(store.begin(file.span(13, 1)), (Position{2, 8}));
  EXPECT_EQ(store.end(file.span(5, 7)), (Position{2, 7}));
  EXPECT_EQ(store.begin(file.span(15, 0)), (Position{3, 1}));
  EXPECT_EQ(store.line(file.id, 2), "Z\xC3\xBCrich x");
  EXPECT_EQ(store.line(file.id, 3), "three");
  EXPECT_EQ(store.line(file.id, 9), "");
}

TEST(SourceStoreTest, SpansPastTheEndAreCut) {
  SourceStore store;
  const SourceFile& file = store.add("a.txt", "ab");
  EXPECT_EQ(store.text(file.span(1, 50)), "b");
  EXPECT_EQ(store.text(file.span(70, 5)), "");
  EXPECT_EQ(store.begin(file.span(70, 5)), (Position{1, 3}));
}

TEST(SourceStoreTest, FilesStayWhereTheyAre) {
  SourceStore store;
  const std::string_view first = store.add("a", std::string(100, 'a')).text;
  for (int i = 0; i < 100; ++i) store.add("b", "b");
  EXPECT_EQ(store.file(FileId{0}).text.data(), first.data());
  EXPECT_EQ(store.text(store.file(FileId{0}).span_of(first.substr(10, 5))), "aaaaa");
}

}  // namespace
}  // namespace connlint
