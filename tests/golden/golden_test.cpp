// Runs `connlint check` on every folder of fixtures/organizations and compares the reports with
// those in tests/golden/NAME. With CONNLINT_UPDATE_GOLDEN=1 it writes them instead.
//
// `arguments` in a golden folder holds further arguments of the command line, one a line.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

#include "linter/cli/environment.h"
#include "tests/support/scenario.h"

namespace connlint::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kInputs = "fixtures/organizations";
constexpr std::string_view kGoldens = "tests/golden";
constexpr std::string_view kArguments = "arguments";
/// What formats_test.cpp writes.
constexpr std::string_view kFormats = "formats.txt";

struct GoldenFile {
  std::string_view format;
  std::string_view name;
};
constexpr std::array kFiles = {GoldenFile{"text", "report.txt"}, GoldenFile{"json", "report.json"},
                               GoldenFile{"sarif", "report.sarif"}};

bool updating() {
  const char* value = std::getenv("CONNLINT_UPDATE_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
  return value != nullptr && std::string_view(value) == "1";
}

/// The names of the folders in `path`, in order.
std::vector<std::string> folders_in(const fs::path& path) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

fs::path golden_folder(const std::string& name) {
  return fs::path(CONNLINT_SOURCE_DIR) / kGoldens / name;
}

/// The report on an organisation in a format. The tests run in the root of the project.
std::string report_of(const std::string& name, std::string_view format) {
  std::vector<std::string> arguments = {"check", "--no-config", "--format", std::string(format)};
  std::istringstream lines(read_text(golden_folder(name) / kArguments));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) arguments.push_back(line);
  }
  arguments.push_back(std::string(kInputs) + "/" + name);
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  run_program(arguments, {.rules = rule_table(),
                          .topics = topic_table(),
                          .in = in,
                          .out = out,
                          .err = err,
                          .variable = [](const char*) { return std::optional<std::string>(); },
                          .out_is_terminal = false});
  return out.str();
}

class GoldenTest : public ::testing::Test {
 public:
  GoldenTest(std::string name, GoldenFile file) : name_(std::move(name)), file_(file) {}

  void TestBody() override {
    const fs::path path = golden_folder(name_) / file_.name;
    const std::string report = report_of(name_, file_.format);
    if (updating()) {
      fs::create_directories(path.parent_path());
      std::ofstream(path, std::ios::binary) << report;
      return;
    }
    ASSERT_TRUE(fs::exists(path)) << path << " is missing: CONNLINT_UPDATE_GOLDEN=1 writes it";
    EXPECT_EQ(report, read_text(path)) << path;
  }

 private:
  std::string name_;
  GoldenFile file_;
};

void register_goldens() {
  for (const std::string& name : folders_in(fs::path(CONNLINT_SOURCE_DIR) / kInputs)) {
    for (const GoldenFile& file : kFiles) {
      std::string title = name + "/" + std::string(file.format);
      std::ranges::replace(title, '-', '_');
      ::testing::RegisterTest(
          "Golden", title.c_str(), nullptr, nullptr, __FILE__, __LINE__,
          [name, file]() -> ::testing::Test* { return new GoldenTest(name, file); });
    }
  }
}

const bool kRegistered = (register_goldens(), true);

TEST(GoldenFiles, BelongToAnOrganisation) {
  ASSERT_TRUE(kRegistered);
  std::set<std::string> known = {std::string(kArguments), std::string(kFormats)};
  for (const GoldenFile& file : kFiles) known.emplace(file.name);

  for (const std::string& name : folders_in(fs::path(CONNLINT_SOURCE_DIR) / kGoldens)) {
    EXPECT_TRUE(fs::is_directory(fs::path(CONNLINT_SOURCE_DIR) / kInputs / name)) << name;
    for (const auto& entry : fs::directory_iterator(golden_folder(name))) {
      EXPECT_TRUE(known.contains(entry.path().filename().string())) << entry.path();
    }
  }
}

}  // namespace
}  // namespace connlint::testing
