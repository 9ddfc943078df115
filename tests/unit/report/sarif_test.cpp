#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/report/reporter.h"
#include "tests/support/sample_report.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;
using connlint::test::SampleReport;

Json run_of(SampleReport& sample, const std::string& folder = {}) {
  const ReportStyle style{.color = false, .quiet = false, .folder = folder};
  return Json::parse(write_sarif(sample.report(), style)).at("runs").at(0);
}

/// The URI of the first result of a report about a file of that name.
std::string uri_of(std::string name, const std::string& folder) {
  SampleReport sample;
  const FileId file = sample.add_file(std::move(name), "x");
  sample.add_outcome("CL901", Evaluation::evaluated, "");
  sample.add_finding("CL901", Severity::info, "m", sample.span_of(file, "x"));
  return run_of(sample, folder)
      .at("/results/0/locations/0/physicalLocation/artifactLocation/uri"_json_pointer);
}

TEST(SarifReportTest, ResultsHavePlaceLevelAndFingerprint) {
  SampleReport sample;
  const FileId file = sample.add_file("exports/fax.ldf", "dn: CN=Fax\nroutingList: FAX:*;1\n");
  Finding& finding = sample.add_finding("CL901", Severity::info, "connector 'Fax' is there",
                                        sample.span_of(file, "FAX:*;1"));
  finding.related.push_back({"the connector", sample.span_of(file, "CN=Fax")});
  sample.add_outcome("CL901", Evaluation::evaluated, "");

  const Json result = run_of(sample).at("results").at(0);

  EXPECT_EQ(result.at("ruleId"), "CL901");
  EXPECT_EQ(result.at("ruleIndex"), 0);
  EXPECT_EQ(result.at("level"), "note");
  EXPECT_EQ(result.at("message").at("text"), "connector 'Fax' is there.");
  EXPECT_EQ(result.at("partialFingerprints").at("primaryLocationLineHash"), "0123456789abcdef");
  const Json region =
      Json::parse(R"({"startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 21})");
  EXPECT_EQ(result.at("/locations/0/physicalLocation/region"_json_pointer), region);
  EXPECT_EQ(result.at("/relatedLocations/0/message/text"_json_pointer), "the connector.");
  EXPECT_EQ(result.at("/relatedLocations/0/physicalLocation/region/startColumn"_json_pointer), 5);
}

TEST(SarifReportTest, RulesAreTheEnabledOnesWithHelp) {
  SampleReport sample;
  sample.add_outcome("CL901", Evaluation::evaluated, "");
  sample.add_outcome("CL902", Evaluation::not_applicable, "x");
  sample.add_outcome("CL904", Evaluation::disabled, "x");

  const Json rules = run_of(sample).at("/tool/driver/rules"_json_pointer);

  ASSERT_EQ(rules.size(), 2U);
  const Json& rule = rules.at(0);
  EXPECT_EQ(rule.at("id"), "CL901");
  EXPECT_EQ(rule.at("name"), "every-connector");
  EXPECT_EQ(rule.at("/shortDescription/text"_json_pointer), "A connector is there.");
  EXPECT_EQ(rule.at("/fullDescription/text"_json_pointer), "Every connector.");
  EXPECT_EQ(rule.at("/help/markdown"_json_pointer),
            "# CL901 every-connector\n\n## What it finds\n\nEvery\nconnector.\n\n"
            "## How to fix\n\nRemove it.");
  EXPECT_EQ(rule.at("/defaultConfiguration/level"_json_pointer), "warning");
  EXPECT_EQ(rule.at("properties").at("precision"), "high");
  EXPECT_EQ(rule.at("properties").at("problem.severity"), "warning");
  EXPECT_EQ(rule.at("properties").at("security-severity"), "5.0");
  EXPECT_FALSE(rules.at(1).at("properties").contains("security-severity"));
}

TEST(SarifReportTest, InputErrorsAndUnjudgedRulesAreNotifications) {
  SampleReport sample;
  const FileId file = sample.add_file("a.xml", "x");
  sample.add_note(NoteKind::unreadable, "damaged", sample.span_of(file, ""), false);
  sample.add_outcome("CL901", Evaluation::evaluated, "");
  sample.add_outcome("CL902", Evaluation::not_evaluated, "no servers");

  const Json invocation = run_of(sample).at("invocations").at(0);

  EXPECT_EQ(invocation.at("executionSuccessful"), false);
  const Json& notifications = invocation.at("toolExecutionNotifications");
  ASSERT_EQ(notifications.size(), 2U);
  EXPECT_EQ(notifications.at(0).at("level"), "error");
  EXPECT_EQ(
      notifications.at(0).at("/locations/0/physicalLocation/artifactLocation/uri"_json_pointer),
      "a.xml");
  EXPECT_EQ(notifications.at(1).at("level"), "note");
  EXPECT_EQ(notifications.at(1).at("/associatedRule/index"_json_pointer), 1);
}

TEST(SarifReportTest, ACleanRunHasEmptyResults) {
  SampleReport sample;

  const Json run = run_of(sample);

  EXPECT_TRUE(run.at("results").is_array());
  EXPECT_TRUE(run.at("results").empty());
  EXPECT_EQ(run.at("columnKind"), "unicodeCodePoints");
  EXPECT_EQ(run.at("/invocations/0/executionSuccessful"_json_pointer), true);
}

TEST(SarifReportTest, FilesAreRelativeUris) {
  EXPECT_EQ(uri_of("./my exports/Zürich#1.xml", ""), "my%20exports/Z%C3%BCrich%231.xml");
  EXPECT_EQ(uri_of("a:b.xml", ""), "a%3Ab.xml");
  EXPECT_EQ(uri_of("../b.xml", "/home/x"), "../b.xml");
  EXPECT_EQ(uri_of("/home/x/exports/b.xml", "/home/x"), "exports/b.xml");
  EXPECT_EQ(uri_of("/srv/b.xml", "/home/x"), "file:///srv/b.xml");
}

TEST(SarifReportTest, NoLinkHidesInAMessage) {
  SampleReport sample;
  const FileId file = sample.add_file("a.xml", "x");
  sample.add_outcome("CL901", Evaluation::evaluated, "");
  sample.add_finding("CL901", Severity::info, "connector '[x](https://example.com)' is there",
                     sample.span_of(file, "x"));

  EXPECT_EQ(run_of(sample).at("/results/0/message/text"_json_pointer),
            "connector '[x] (https://example.com)' is there.");
}

}  // namespace
}  // namespace connlint
