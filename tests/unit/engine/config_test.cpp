#include "linter/engine/config.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/sample_rules.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Reads a configuration and keeps its text.
struct Reading {
  explicit Reading(std::string text) {
    const RuleRegistry registry(connlint::test::sample_rules());
    reading = read_config(sources.add(".connlint.yaml", std::move(text)), registry);
  }
  /// The problems as `LINE: TEXT`.
  [[nodiscard]] std::vector<std::string> problems() const {
    std::vector<std::string> out;
    for (const Note& note : reading.problems) {
      out.push_back(std::to_string(sources.begin(note.where).line) + ": " + note.message);
    }
    return out;
  }
  SourceStore sources;
  ConfigReading reading;
};

std::vector<std::string> values(const std::vector<Located<std::string>>& texts) {
  std::vector<std::string> out;
  for (const Located<std::string>& text : texts) out.push_back(*text);
  return out;
}

TEST(ConfigTest, ReadsEveryKey) {
  const Reading read(
      "inputs: [exports, contoso.yaml]\n"
      "required_address_types:\n  - FAX\n  - SMS\n"
      "fail_on: error\n"
      "profile: security\n"
      "rules:\n"
      "  CL901: {severity: error, limit: 3, names: [x, y], loud: true}\n"
      "  needs-servers:\n    severity: off\n");

  EXPECT_THAT(read.problems(), IsEmpty());
  const Config& config = read.reading.config;
  EXPECT_THAT(values(config.inputs), ElementsAre("exports", "contoso.yaml"));
  EXPECT_THAT(values(config.required_address_types), ElementsAre("FAX", "SMS"));
  EXPECT_EQ(read.sources.begin(config.required_address_types[1].where).line, 4U);
  ASSERT_TRUE(config.fail_on.has_value());
  EXPECT_EQ(config.fail_on->least, Severity::error);
  EXPECT_EQ(config.profile, "security");
  const RuleSetting& every = config.rules.at("CL901");
  EXPECT_EQ(every.severity, Severity::error);
  EXPECT_THAT(every.options.at("limit"), ElementsAre("3"));
  EXPECT_THAT(every.options.at("names"), ElementsAre("x", "y"));
  EXPECT_THAT(every.options.at("loud"), ElementsAre("true"));
  EXPECT_TRUE(config.rules.at("CL902").off);
}

TEST(ConfigTest, AFileWithoutSettingsSaysNothing) {
  EXPECT_THAT(Reading("").problems(), IsEmpty());
  EXPECT_THAT(Reading("# fail_on: error\n\n  # more\n---\n").problems(), IsEmpty());
}

TEST(ConfigTest, FailOnNeverMeansNoSeverity) {
  const Reading read("fail_on: never\n");

  ASSERT_TRUE(read.reading.config.fail_on.has_value());
  EXPECT_FALSE(read.reading.config.fail_on->least.has_value());
}

TEST(ConfigTest, UnknownWordsAreErrorsWithLineAndNearestWord) {
  const Reading read(
      "required_adress_types: [FAX]\n"
      "fail_on: warnings\n"
      "profile: securty\n"
      "rules:\n"
      "  CL909: {severity: error}\n"
      "  CL901: {severity: eror, limt: 3}\n");

  EXPECT_THAT(
      read.problems(),
      ElementsAre("1: unknown key 'required_adress_types': did you mean 'required_address_types'?",
                  "2: unknown value of 'fail_on' 'warnings': did you mean 'warning'?",
                  "3: unknown profile 'securty': did you mean 'security'?",
                  "5: unknown rule 'CL909': did you mean 'CL901'?",
                  "6: unknown severity 'eror': did you mean 'error'?",
                  "6: unknown option of rule 'every-connector' 'limt': did you mean 'limit'?"));
}

TEST(ConfigTest, ValuesOfTheWrongKindAreErrors) {
  const Reading read(
      "inputs: exports\n"
      "required_address_types: [[FAX]]\n"
      "rules:\n"
      "  CL901: {limit: many, names: x, loud: \"true\"}\n"
      "  CL902: off\n");

  EXPECT_THAT(
      read.problems(),
      ElementsAre("1: 'inputs': expected a list such as [a, b]",
                  "2: 'required_address_types': expected a text", "4: 'limit': expected a number",
                  "4: 'names': expected a list of texts", "4: 'loud': expected true or false",
                  "5: 'CL902': expected an object such as {severity: off}"));
}

TEST(ConfigTest, RulesAsAListAreAnError) {
  const Reading read("rules:\n  - {CL901: {severity: off}}\n  - {CL902: {severity: off}}\n");

  EXPECT_THAT(
      read.problems(),
      ElementsAre("1: 'rules' is a list: expected an object such as {CL106: {severity: warning}}"));
}

TEST(ConfigTest, ARuleThatIsSetTwiceIsAnError) {
  const Reading read("rules:\n  CL901: {severity: off}\n  every-connector: {severity: error}\n");

  EXPECT_THAT(read.problems(), ElementsAre("3: rule CL901 ('every-connector') is set twice"));
}

TEST(ConfigTest, DamageIsAProblem) {
  EXPECT_FALSE(Reading("inputs: [a\nfail_on: x: y\n").reading.problems.empty());
  EXPECT_FALSE(Reading("just words\n").reading.problems.empty());
}

/// The schema beside the reader.
nlohmann::json schema() {
  std::ifstream in(CONNLINT_SOURCE_DIR "/linter/engine/config.schema.json");
  return nlohmann::json::parse(in);
}

std::set<std::string> words_of(const nlohmann::json& list) { return {list.begin(), list.end()}; }

std::set<std::string> words_of(std::span<const std::string_view> list) {
  return {list.begin(), list.end()};
}

TEST(ConfigSchemaTest, NamesTheKeysThatTheReaderKnows) {
  const nlohmann::json properties = schema().at("properties");
  std::set<std::string> keys;
  for (const auto& [key, value] : properties.items()) keys.insert(key);

  EXPECT_EQ(keys, words_of(config_keys()));
}

TEST(ConfigSchemaTest, NamesTheWordsThatTheReaderKnows) {
  const nlohmann::json properties = schema().at("properties");
  const nlohmann::json rule = properties.at("rules").at("additionalProperties");

  EXPECT_EQ(words_of(properties.at("fail_on").at("enum")), words_of(fail_on_words()));
  EXPECT_EQ(words_of(properties.at("profile").at("enum")), words_of(profiles()));
  EXPECT_EQ(words_of(rule.at("properties").at("severity").at("enum")),
            (std::set<std::string>{"error", "warning", "info", "off"}));
}

}  // namespace
}  // namespace connlint
