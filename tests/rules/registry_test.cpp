// What holds for every rule: codes, names, documents, sources, profiles, and that all are listed.
#include "linter/engine/registry.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "linter/engine/rule.h"
#include "linter/support/text.h"
#include "tests/support/rule_documents.h"

namespace connlint::test {
namespace {

namespace fs = std::filesystem;

fs::path rules_folder() { return fs::path(CONNLINT_SOURCE_DIR) / "rules"; }

/// The first word of each line of retired.txt and the second one: codes and names.
std::set<std::string> retired() {
  std::set<std::string> words;
  std::istringstream lines(read_text(rules_folder() / "retired.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream columns(line);
    std::string code;
    std::string name;
    columns >> code >> name;
    words.insert({code, name});
  }
  return words;
}

bool is_name(std::string_view name) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; };
  return !name.empty() && std::ranges::all_of(name, plain) && !name.starts_with('-') &&
         !name.ends_with('-') && name.find("--") == std::string_view::npos;
}

bool is_code(std::string_view code) {
  return code.size() == 5 && code.starts_with("CL") &&
         std::ranges::all_of(code.substr(2), is_digit);
}

/// The kinds of object that a finding points at; the folders of the rules.
bool is_subject(std::string_view word) {
  constexpr std::string_view kSubjects[] = {"address-space", "connector", "server",
                                            "routing-group", "site",      "organization",
                                            "client",        "input"};
  return std::ranges::find(kSubjects, word) != std::end(kSubjects);
}

TEST(rule_registry, codes_and_names_are_unique_and_were_never_retired) {
  std::set<std::string, std::less<>> seen;
  const std::set<std::string> old = retired();
  for (const RuleEntry& entry : rule_table()) {
    const RuleInfo& info = entry.rule->info;
    EXPECT_TRUE(seen.emplace(info.code).second) << info.code;
    EXPECT_TRUE(seen.emplace(info.name).second) << info.name;
    EXPECT_FALSE(old.contains(std::string(info.code))) << info.code;
    EXPECT_FALSE(old.contains(std::string(info.name))) << info.name;
  }
}

TEST(rule_registry, codes_and_names_follow_their_patterns) {
  constexpr std::string_view kInstructions[] = {"use-", "avoid-", "check-", "fix-", "set-"};
  for (const RuleEntry& entry : rule_table()) {
    const RuleInfo& info = entry.rule->info;
    EXPECT_TRUE(is_code(info.code)) << info.code;
    EXPECT_TRUE(is_name(info.name)) << info.name;
    EXPECT_TRUE(is_subject(info.subject)) << info.code << " in " << info.subject;
    for (std::string_view word : kInstructions) {
      EXPECT_FALSE(info.name.starts_with(word))
          << info.name << " says what to do, not what is wrong";
    }
  }
}

TEST(rule_registry, inferred_rules_never_exceed_a_warning) {
  for (const RuleEntry& entry : rule_table()) {
    const RuleInfo& info = entry.rule->info;
    if (info.confidence == Confidence::inferred) {
      EXPECT_LE(info.severity, Severity::warning) << info.code;
    }
  }
}

TEST(rule_registry, every_rule_has_sources_and_known_profiles) {
  for (const RuleEntry& entry : rule_table()) {
    const RuleInfo& info = entry.rule->info;
    EXPECT_FALSE(info.sources.empty()) << info.code;
    EXPECT_FALSE(info.profiles.empty()) << info.code;
    for (std::string_view profile : info.profiles) {
      EXPECT_NE(std::ranges::find(profiles(), profile), profiles().end()) << info.code << profile;
    }
    EXPECT_LE(info.from, info.to) << info.code;
  }
}

TEST(rule_registry, documents_are_complete) {
  for (const RuleEntry& entry : rule_table()) {
    SCOPED_TRACE(entry.path);
    const RuleInfo& info = entry.rule->info;
    const RuleDocument document = read_document(entry);
    const std::vector<std::string> headings = {
        "# " + std::string(info.code) + " " + std::string(info.name),
        "## What it finds",
        "## Why it matters",
        "## How to fix",
        "## How to verify",
        "## Options",
        "## Examples"};
    EXPECT_EQ(document.headings, headings);
    EXPECT_TRUE(document.has_facts);
    EXPECT_TRUE(document.problems.empty()) << document.problems.front();
    EXPECT_EQ(document.summary, std::string(info.summary) + ".");
    const auto has = [&](std::string_view prefix) {
      return std::ranges::any_of(document.examples, [&](const Example& example) {
        return example.title.starts_with(prefix);
      });
    };
    EXPECT_TRUE(has("Bad: "));
    EXPECT_TRUE(has("Good: "));
  }
}

TEST(rule_registry, the_path_of_a_document_is_its_subject_and_name) {
  for (const RuleEntry& entry : rule_table()) {
    const RuleInfo& info = entry.rule->info;
    EXPECT_EQ(entry.path,
              "rules/" + std::string(info.subject) + "/" + std::string(info.name) + ".md");
  }
}

TEST(rule_registry, every_file_of_a_rule_is_listed) {
  std::set<std::string> listed;
  for (const RuleEntry& entry : rule_table()) {
    listed.insert(fs::path(entry.path).replace_extension().generic_string());
  }
  for (const auto& file : fs::recursive_directory_iterator(rules_folder())) {
    if (!file.is_regular_file() || file.path().parent_path() == rules_folder()) continue;
    const fs::path relative = fs::relative(file.path(), CONNLINT_SOURCE_DIR);
    if (relative.parent_path().filename() == "topics") continue;
    EXPECT_TRUE(listed.contains(fs::path(relative).replace_extension().generic_string()))
        << relative;
  }
}

TEST(rule_registry, topics_begin_with_their_name) {
  for (const Topic& topic : topic_table()) {
    EXPECT_TRUE(topic.document.starts_with("# " + std::string(topic.name) + "\n")) << topic.name;
  }
}

}  // namespace
}  // namespace connlint::test
