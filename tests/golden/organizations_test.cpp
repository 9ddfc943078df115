// What holds for whole families of fixtures/organizations: those of healthy-* are clean, those of
// everything-wrong-* together trip every rule whose severity is error. The latter are several since
// some conditions exclude each other.
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

constexpr std::string_view kInputs = "fixtures/organizations";

/// The names of the organisations that begin so.
std::vector<std::string> family(std::string_view prefix) {
  std::vector<std::string> names;
  for (const auto& folder : fs::directory_iterator(fs::path(CONNLINT_SOURCE_DIR) / kInputs)) {
    std::string name = folder.path().filename().string();
    if (name.starts_with(prefix)) names.push_back(std::move(name));
  }
  return names;
}

/// The findings on an organisation with the rules of a profile.
nlohmann::json findings_on(const std::string& name, const std::string& profile) {
  const ProgramRun outcome = run_connlint({"check", "--no-config", "--profile", profile, "--format",
                                           "json", std::string(kInputs) + "/" + name});
  return nlohmann::json::parse(outcome.out).at("findings");
}

TEST(OrganizationFamilies, HealthyOnesHaveNothingAboveInfo) {
  const std::vector<std::string> names = family("healthy-");
  EXPECT_GE(names.size(), 3U);
  for (const std::string& name : names) {
    for (const nlohmann::json& finding : findings_on(name, "recommended")) {
      EXPECT_EQ(finding.at("severity"), "info") << name << ": " << finding.at("message");
    }
  }
}

TEST(OrganizationFamilies, EverythingWrongTripsEveryErrorRule) {
  const std::vector<std::string> names = family("everything-wrong-");
  EXPECT_GE(names.size(), 3U);
  std::set<std::string, std::less<>> found;
  for (const std::string& name : names) {
    for (const nlohmann::json& finding : findings_on(name, "all")) {
      if (finding.at("severity") == "error") found.insert(finding.at("code"));
    }
  }
  for (const RuleEntry& entry : rule_table()) {
    if (entry.rule.severity != Severity::error) continue;
    EXPECT_TRUE(found.contains(entry.rule.code)) << entry.rule.code << " " << entry.name;
  }
}

}  // namespace
}  // namespace connlint::test
