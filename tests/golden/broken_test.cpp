// Every file of fixtures/broken is an input error with a message, and what could be read of it is
// still reported.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program_run.h"

namespace connlint::test {
namespace {

/// Files that can be read but for single values, or for what they say of themselves.
const std::set<std::string> kNoted = {"declared-utf16.xml", "wrong-types.ldf", "wrong-types.xml"};

TEST(BrokenFiles, AreInputErrorsWithAMessage) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator("fixtures/broken")) {
    paths.push_back(entry.path().generic_string());
  }
  std::ranges::sort(paths);
  ASSERT_GT(paths.size(), 20U);

  for (const std::string& path : paths) {
    const ProgramRun outcome = run_connlint({"check", "--no-config", "--format", "json", path});

    const bool noted = kNoted.contains(std::filesystem::path(path).filename().string());
    EXPECT_EQ(outcome.status == 2, !noted) << path;
    EXPECT_NE(outcome.err.find(path), std::string::npos) << path << "\n" << outcome.err;
    EXPECT_NE(outcome.err.find(noted ? "note: " : "error: "), std::string::npos) << path << "\n"
                                                                                 << outcome.err;
    EXPECT_TRUE(nlohmann::json::accept(outcome.out)) << path;
  }
}

}  // namespace
}  // namespace connlint::test
