// Every example of every rule's document is a test: its findings block states exactly what all
// rules of the default profile find in its files. With CONNLINT_UPDATE_GOLDEN=1 blocks, titles,
// facts and the index are rewritten.
#include "tests/support/rule_documents.h"

#include <string>

#include <gtest/gtest.h>

#include "linter/engine/rule.h"
#include "linter/support/text.h"

namespace connlint::test {
namespace {

/// `CL101_bad_no_connector_has_the_types`: without characters that filters and ctest give a
/// meaning.
std::string test_name(std::string_view code, std::string_view title) {
  std::string name(code);
  bool gap = true;
  for (char c : title) {
    const bool plain = is_letter(c) || is_digit(c);
    if (plain && gap) name += '_';
    if (plain) name += to_lower(c);
    gap = !plain;
  }
  return name;
}

class ExampleTest : public testing::Test {
 public:
  ExampleTest(const RuleEntry& entry, Example example)
      : entry_(entry), example_(std::move(example)) {}

  void TestBody() override {
    const std::string found = findings_of(example_, entry_.rule.code);
    judge_title(found);
    if (updates_golden()) return update_document(entry_);
    if (found == example_.findings) return;
    ADD_FAILURE_AT(document_path(entry_).c_str(), static_cast<int>(example_.line))
        << "the findings of this example are stale\nstated:\n"
        << example_.findings << "found:\n"
        << found;
  }

 private:
  /// A bad example shows the rule, a good one does not.
  void judge_title(const std::string& found) const {
    const bool bad = example_.title.starts_with("Bad: ");
    const bool shown = found.find("[" + std::string(entry_.rule.code) + " ") != found.npos;
    if ((bad || example_.title.starts_with("Good: ")) && bad == shown) return;
    ADD_FAILURE_AT(document_path(entry_).c_str(), static_cast<int>(example_.line))
        << "an example is `Bad: ` where it shows the rule and `Good: ` where it does not; found:\n"
        << found;
  }

  const RuleEntry& entry_;
  Example example_;
};

class FactsTest : public testing::Test {
 public:
  explicit FactsTest(const RuleEntry& entry) : entry_(entry) {}

  void TestBody() override {
    if (updates_golden()) return update_document(entry_);
    const RuleDocument document = read_document(entry_);
    std::string stated = document.lines.empty() ? "\n" : document.lines.front() + "\n";
    for (std::size_t i = document.facts.begin; i < document.facts.end; ++i) {
      stated += document.lines[i] + "\n";
    }
    const std::string expected = title_of(entry_) + "\n" + facts_of(entry_.rule);
    if (stated == expected) return;
    ADD_FAILURE_AT(document_path(entry_).c_str(), static_cast<int>(document.facts.begin))
        << "title or facts are stale\nstated:\n"
        << stated << "true:\n"
        << expected;
  }

 private:
  const RuleEntry& entry_;
};

class IndexTest : public testing::Test {
 public:
  void TestBody() override {
    const std::filesystem::path path =
        std::filesystem::path(CONNLINT_SOURCE_DIR) / "rules" / "README.md";
    if (updates_golden()) return write_text(path, index_of(rule_table()));
    EXPECT_EQ(read_text(path), index_of(rule_table()));
  }
};

void register_tests() {
  for (const RuleEntry& entry : rule_table()) {
    const std::string path = document_path(entry).string();
    const std::string code(entry.rule.code);
    testing::RegisterTest("rule_documents", (code + "_facts").c_str(), nullptr, nullptr,
                          path.c_str(), 1,
                          [&entry]() -> testing::Test* { return new FactsTest(entry); });
    for (const Example& example : read_document(entry).examples) {
      testing::RegisterTest(
          "rule_documents", test_name(code, example.title).c_str(), nullptr, nullptr, path.c_str(),
          static_cast<int>(example.line),
          [&entry, example]() -> testing::Test* { return new ExampleTest(entry, example); });
    }
  }
  testing::RegisterTest("rule_index", "is_current", nullptr, nullptr, __FILE__, __LINE__,
                        []() -> testing::Test* { return new IndexTest; });
}

}  // namespace
}  // namespace connlint::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  connlint::test::register_tests();
  return RUN_ALL_TESTS();
}
