// Runs every `*.scenario` of this folder as a test of its own.
#include "tests/support/scenario.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/text_file.h"

namespace connlint::test {
namespace {

namespace fs = std::filesystem;

/// What differs, for people.
void expect_match(const std::string& text, const std::string& pattern, const std::string& what,
                  const fs::path& file) {
  if (matches(text, pattern)) return;
  ADD_FAILURE_AT(file.c_str(), 1) << what << " is\n" << text << "but should be\n" << pattern;
}

class ScenarioTest : public ::testing::Test {
 public:
  explicit ScenarioTest(fs::path file) : file_(std::move(file)) {}

  void TestBody() override {
    const Result<Scenario> scenario = parse_scenario(test::read_text(file_));
    ASSERT_TRUE(scenario.ok()) << file_ << ": " << scenario.error().message;
    const fs::path folder =
        fs::path(::testing::TempDir()) / ("connlint-scenario-" + file_.stem().string());

    const ProgramRun outcome = run_scenario(scenario.value(), folder);

    expect_match(outcome.out, scenario.value().expected_out, "standard output", file_);
    expect_match(outcome.err, scenario.value().expected_err, "standard error", file_);
    EXPECT_EQ(outcome.status, scenario.value().status) << file_;
  }

 private:
  fs::path file_;
};

/// One test for each file.
bool register_scenarios() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(CONNLINT_SOURCE_DIR "/tests/cli")) {
    if (entry.path().extension() == ".scenario") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    // In a filter, by which ctest runs each test, what follows a dash is left out.
    std::string name = file.stem().string();
    std::ranges::replace(name, '-', '_');
    ::testing::RegisterTest("Scenario", name.c_str(), nullptr, nullptr, file.c_str(), 1,
                            [file]() -> ::testing::Test* { return new ScenarioTest(file); });
  }
  return !files.empty();
}

const bool kRegistered = register_scenarios();

TEST(ScenarioFiles, AreThere) { EXPECT_TRUE(kRegistered); }

}  // namespace
}  // namespace connlint::test
