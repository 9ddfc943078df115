#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "linter/engine/config.h"

namespace connlint {
namespace {

namespace fs = std::filesystem;

/// A folder `top/middle/low` below the folder for temporary files.
class FindConfigTest : public ::testing::Test {
 protected:
  FindConfigTest()
      : top_(fs::path(::testing::TempDir()) / "connlint-find-config" /
             ::testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(top_);
    fs::create_directories(low());
  }
  ~FindConfigTest() override { fs::remove_all(top_); }

  [[nodiscard]] fs::path low() const { return top_ / "middle" / "low"; }
  static void put_config(const fs::path& folder) { std::ofstream(folder / ".connlint.yaml"); }

  fs::path top_;
};

TEST_F(FindConfigTest, IsTheNearestUpToTheRepositorysRoot) {
  fs::create_directory(top_ / ".git");
  put_config(top_);
  EXPECT_EQ(find_config(low()), "../../.connlint.yaml");

  put_config(top_ / "middle");
  EXPECT_EQ(find_config(low()), "../.connlint.yaml");

  put_config(low());
  EXPECT_EQ(find_config(low()), ".connlint.yaml");
}

TEST_F(FindConfigTest, IsNotTakenFromAboveTheRepository) {
  fs::create_directory(top_ / "middle" / ".git");
  put_config(top_);

  EXPECT_EQ(find_config(low()), std::nullopt);
}

TEST_F(FindConfigTest, ARepositoryMayBeMarkedByAFile) {
  std::ofstream(top_ / "middle" / ".git") << "gitdir: elsewhere\n";
  put_config(top_);
  put_config(top_ / "middle");

  EXPECT_EQ(find_config(low()), "../.connlint.yaml");
}

TEST_F(FindConfigTest, OutsideOfARepositoryOnlyTheFolderItselfCounts) {
  put_config(top_);

  EXPECT_EQ(find_config(low()), std::nullopt);
  EXPECT_EQ(find_config(top_), ".connlint.yaml");
}

}  // namespace
}  // namespace connlint
