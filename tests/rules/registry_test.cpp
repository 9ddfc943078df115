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
    EXPECT_TRUE(seen.emplace(entry.rule.code).second) << entry.rule.code;
    EXPECT_TRUE(seen.emplace(entry.name).second) << entry.name;
    EXPECT_FALSE(old.contains(std::string(entry.rule.code))) << entry.rule.code;
    EXPECT_FALSE(old.contains(std::string(entry.name))) << entry.name;
  }
}

TEST(rule_registry, codes_and_names_follow_their_patterns) {
  constexpr std::string_view kInstructions[] = {"use-", "avoid-", "check-", "fix-", "set-"};
  for (const RuleEntry& entry : rule_table()) {
    EXPECT_TRUE(is_code(entry.rule.code)) << entry.rule.code;
    EXPECT_TRUE(is_name(entry.name)) << entry.name;
    EXPECT_TRUE(is_subject(entry.subject)) << entry.rule.code << " in " << entry.subject;
    for (std::string_view word : kInstructions) {
      EXPECT_FALSE(entry.name.starts_with(word))
          << entry.name << " says what to do, not what is wrong";
    }
  }
}

TEST(rule_registry, inferred_rules_never_exceed_a_warning) {
  for (const RuleEntry& entry : rule_table()) {
    const Rule& rule = entry.rule;
    if (rule.confidence == Confidence::inferred) {
      EXPECT_LE(rule.severity, Severity::warning) << rule.code;
      EXPECT_LE(rule.severity_in_code.value_or(rule.severity), Severity::warning) << rule.code;
    }
  }
}

TEST(rule_registry, every_rule_has_sources_profiles_and_a_check) {
  for (const RuleEntry& entry : rule_table()) {
    const Rule& rule = entry.rule;
    for (std::string_view source : sources_of(rule)) EXPECT_FALSE(source.empty()) << rule.code;
    EXPECT_FALSE(words_of(rule.profiles).empty()) << rule.code;
    for (std::string_view profile : words_of(rule.profiles)) {
      EXPECT_NE(std::ranges::find(profiles(), profile), profiles().end()) << rule.code << profile;
    }
    EXPECT_LE(rule.from, rule.to) << rule.code;
    EXPECT_NE(rule.check, nullptr) << rule.code;
  }
}

TEST(rule_registry, documents_are_complete) {
  for (const RuleEntry& entry : rule_table()) {
    SCOPED_TRACE(entry.path);
    const RuleDocument document = read_document(entry);
    const std::vector<std::string> headings = {"## What it finds", "## Why it matters",
                                               "## How to fix",    "## How to verify",
                                               "## Options",       "## Examples"};
    ASSERT_FALSE(document.headings.empty());
    EXPECT_EQ(std::vector(document.headings.begin() + 1, document.headings.end()), headings);
    EXPECT_TRUE(document.has_facts);
    EXPECT_TRUE(document.problems.empty()) << document.problems.front();
    const auto has = [&](std::string_view prefix) {
      return std::ranges::any_of(document.examples, [&](const Example& example) {
        return example.title.starts_with(prefix);
      });
    };
    EXPECT_TRUE(has("Bad: "));
    EXPECT_TRUE(has("Good: "));
  }
}

TEST(rule_registry, name_subject_and_summary_come_from_path_and_document) {
  const RuleEntry* rule = RuleRegistry(rule_table()).find("CL214");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->path, "rules/connector/tls-domain-missing.md");
  EXPECT_EQ(rule->name, "tls-domain-missing");
  EXPECT_EQ(rule->subject, "connector");
  EXPECT_EQ(rule->summary,
            "A Send connector to a smart host validates the TLS domain but names none");
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
