// Runs `connlint check` on every folder of fixtures/organizations and compares the reports with
// those in tests/golden/NAME. With CONNLINT_UPDATE_GOLDEN=1 it writes them instead.
//
// `arguments` in a golden folder holds further arguments of the command line, one a line.
//
// A SARIF log describes every rule, which is thousands of lines and the same for all organisations.
// One golden folder has the whole log, `report.sarif`; the others have `results.sarif.json`, the
// log with an empty list of rules, into which the test puts the descriptions of the whole one
// before it compares.
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/program_run.h"
#include "tests/support/text_file.h"

namespace connlint::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kInputs = "fixtures/organizations";
constexpr std::string_view kGoldens = "tests/golden";
constexpr std::string_view kArguments = "arguments";
/// What formats_test.cpp writes.
constexpr std::string_view kFormats = "formats.txt";
constexpr std::string_view kWholeLog = "report.sarif";
constexpr std::string_view kLogWithoutRules = "results.sarif.json";
/// The organisation whose golden folder has the whole SARIF log.
constexpr std::string_view kWithRules = "kb959956-legacy-host";

constexpr std::array<std::string_view, 3> kReportFormats = {"text", "json", "sarif"};

/// The names of the folders in `path`, in order.
std::vector<std::string> folders_in(const fs::path& path) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

fs::path golden_folder(std::string_view name) {
  return fs::path(CONNLINT_SOURCE_DIR) / kGoldens / name;
}

std::string_view file_name(std::string_view organization, std::string_view format) {
  if (format == "text") return "report.txt";
  if (format == "json") return "report.json";
  return organization == kWithRules ? kWholeLog : kLogWithoutRules;
}

/// The report on an organisation in a format. The tests run in the root of the project.
std::string report_of(const std::string& name, std::string_view format) {
  std::vector<std::string> arguments = {"check", "--no-config", "--format", std::string(format)};
  std::istringstream lines(read_text(golden_folder(name) / kArguments));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) arguments.push_back(line);
  }
  arguments.push_back(std::string(kInputs) + "/" + name);
  return run_connlint(arguments).out;
}

/// Where in a SARIF log the list of rules stands, without its brackets.
struct RulesInLog {
  std::size_t begin = 0;
  std::size_t length = 0;
};
RulesInLog rules_in(std::string_view log) {
  constexpr std::string_view kOpen = "\n          \"rules\": [";
  constexpr std::string_view kClose = "\n          ]";
  const std::size_t open = log.find(kOpen);
  if (open == std::string_view::npos) {
    ADD_FAILURE() << "the SARIF log has no list of rules";
    return {};
  }
  const std::size_t begin = open + kOpen.size();
  if (log.substr(begin).starts_with(']')) return {begin, 0};
  const std::size_t close = log.find(kClose, begin);
  if (close == std::string_view::npos) {
    ADD_FAILURE() << "the list of rules does not end";
    return {};
  }
  return {begin, close + kClose.size() - 1 - begin};
}

std::string without_rules(std::string log) {
  const RulesInLog rules = rules_in(log);
  return log.erase(rules.begin, rules.length);
}

std::string with_rules_of(std::string log, const std::string& whole) {
  const RulesInLog rules = rules_in(whole);
  return log.insert(rules_in(log).begin, whole, rules.begin, rules.length);
}

class GoldenTest : public ::testing::Test {
 public:
  GoldenTest(std::string name, std::string_view format)
      : name_(std::move(name)), file_(file_name(name_, format)), format_(format) {}

  void TestBody() override {
    const fs::path path = golden_folder(name_) / file_;
    const std::string report = report_of(name_, format_);
    if (test::updates_golden()) {
      return test::write_text(path, file_ == kLogWithoutRules ? without_rules(report) : report);
    }
    ASSERT_TRUE(fs::exists(path)) << path << " is missing: CONNLINT_UPDATE_GOLDEN=1 writes it";
    std::string expected = read_text(path);
    if (file_ == kLogWithoutRules) {
      expected = with_rules_of(expected, read_text(golden_folder(kWithRules) / kWholeLog));
    }
    EXPECT_EQ(report, expected) << path;
  }

 private:
  std::string name_;
  std::string_view file_;
  std::string_view format_;
};

void register_goldens() {
  for (const std::string& name : folders_in(fs::path(CONNLINT_SOURCE_DIR) / kInputs)) {
    for (const std::string_view format : kReportFormats) {
      std::string title = name + "/" + std::string(format);
      std::ranges::replace(title, '-', '_');
      ::testing::RegisterTest(
          "Golden", title.c_str(), nullptr, nullptr, __FILE__, __LINE__,
          [name, format]() -> ::testing::Test* { return new GoldenTest(name, format); });
    }
  }
}

const bool kRegistered = (register_goldens(), true);

TEST(GoldenFiles, BelongToAnOrganisation) {
  ASSERT_TRUE(kRegistered);
  for (const std::string& name : folders_in(fs::path(CONNLINT_SOURCE_DIR) / kGoldens)) {
    EXPECT_TRUE(fs::is_directory(fs::path(CONNLINT_SOURCE_DIR) / kInputs / name)) << name;
    std::set<std::string_view> known = {kArguments, kFormats};
    for (const std::string_view format : kReportFormats) known.insert(file_name(name, format));
    for (const auto& entry : fs::directory_iterator(golden_folder(name))) {
      EXPECT_TRUE(known.contains(entry.path().filename().string())) << entry.path();
    }
  }
}

}  // namespace
}  // namespace connlint::test
