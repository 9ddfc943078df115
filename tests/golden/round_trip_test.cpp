// `connlint show FILE | connlint check -` finds the same as `connlint check FILE`.
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

namespace fs = std::filesystem;

/// Findings that the shown organisation cannot give: CL901 to CL907 speak of the export itself, and
/// CL108 of a cost that the source leaves out, where `show` always writes one.
bool speaks_of_the_source(const std::string& code) {
  return code.starts_with("CL9") || code == "CL108";
}

/// The findings of a report in JSON, by what each says and of whom.
std::set<std::string> findings_of(const std::string& text) {
  std::set<std::string> found;
  const nlohmann::json report = nlohmann::json::parse(text);
  for (const nlohmann::json& finding : report.at("findings")) {
    const std::string code = finding.at("code");
    if (speaks_of_the_source(code)) continue;
    found.insert(code + " " + finding.at("subject").at("name").get<std::string>() + " " +
                 finding.at("severity").get<std::string>() + " " +
                 finding.at("fingerprint").get<std::string>());
  }
  return found;
}

/// Every input among the fixtures: each file, and each folder that holds one organisation.
std::vector<std::string> inputs() {
  std::vector<std::string> paths;
  for (const char* root : {"fixtures/organizations", "fixtures/formats", "fixtures/routing"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const std::string path = entry.path().generic_string();
      const bool organization = entry.is_directory() && path.find("quirks") == std::string::npos;
      if (organization || (entry.is_regular_file() && !path.ends_with(".md"))) {
        paths.push_back(path);
      }
    }
  }
  std::ranges::sort(paths);
  return paths;
}

TEST(RoundTrip, WhatIsShownHasTheSameFindings) {
  const std::vector<std::string> paths = inputs();
  ASSERT_GT(paths.size(), 100U);

  std::size_t findings = 0;
  for (const std::string& path : paths) {
    const ProgramRun checked =
        run_connlint({"check", "--no-config", "--allow-empty", "--format", "json", path});
    const ProgramRun shown = run_connlint({"show", "--no-config", "--allow-empty", path});
    const ProgramRun again =
        run_connlint({"check", "--no-config", "--allow-empty", "--format", "json", "-"}, shown.out);

    ASSERT_LE(again.status, 1) << path << "\n" << again.err << shown.out;
    EXPECT_EQ(findings_of(checked.out), findings_of(again.out)) << path;
    findings += findings_of(checked.out).size();
  }
  EXPECT_GT(findings, 100U);
}

TEST(RoundTrip, WhatIsShownIsShownTheSameAgain) {
  for (const std::string& path : inputs()) {
    const ProgramRun shown = run_connlint({"show", "--no-config", "--allow-empty", path});
    const ProgramRun again = run_connlint({"show", "--no-config", "--allow-empty", "-"}, shown.out);

    EXPECT_EQ(shown.out, again.out) << path;
  }
}

}  // namespace
}  // namespace connlint::test
