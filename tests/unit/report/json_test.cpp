#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/report/reporter.h"
#include "tests/support/sample_report.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;
using connlint::test::SampleReport;
using ::testing::HasSubstr;
using ::testing::Not;

// The shape and the order of the keys are a contract.
TEST(JsonReportTest, HasTheShapeOfVersion1) {
  SampleReport sample;
  const FileId file = sample.add_file("exports/fax.ldf", "dn: CN=Zürich\nroutingList: FAX:*;1\n");
  Finding& finding = sample.add_finding("CL901", Severity::error, "connector 'Fax' is there",
                                        sample.span_of(file, "FAX:*;1"));
  finding.related.push_back({"the connector", sample.span_of(file, "CN=Zürich")});
  sample.add_outcome("CL901", Evaluation::evaluated, "");
  sample.add_outcome("CL902", Evaluation::not_evaluated, "no servers");
  sample.add_note(NoteKind::suspicious, "odd", sample.span_of(file, "dn"), true);
  sample.add_note(NoteKind::unreadable, "damaged", sample.span_of(file, ""), false);

  const Json expected = Json::parse(R"({
    "schema": "connlint/report/1",
    "tool": {"name": "connlint", "version": "1.2.3"},
    "findings": [
      {"code": "CL901", "rule": "every-connector", "severity": "error",
       "message": "connector 'Fax' is there", "subject": {"kind": "connector", "name": "Fax"},
       "location": {"file": "exports/fax.ldf", "line": 2, "column": 14, "end_line": 2, "end_column": 21},
       "related": [{"message": "the connector",
                    "location": {"file": "exports/fax.ldf", "line": 1, "column": 5, "end_line": 1,
                                 "end_column": 14}}],
       "fingerprint": "0123456789abcdef", "organization": "Contoso"}
    ],
    "waived": [],
    "rules": [
      {"code": "CL901", "rule": "every-connector", "outcome": "evaluated", "reason": ""},
      {"code": "CL902", "rule": "needs-servers", "outcome": "not-evaluated", "reason": "no servers"}],
    "notes": [
      {"kind": "suspicious", "message": "odd",
       "location": {"file": "exports/fax.ldf", "line": 1, "column": 1, "end_line": 1, "end_column": 3}},
      {"kind": "unreadable", "message": "damaged", "location": {"file": "exports/fax.ldf"}}],
    "summary": {"files": 2, "connectors": 1, "servers": 3, "errors": 1, "warnings": 0, "infos": 0,
                "waived": 0, "rules_evaluated": 1, "rules_not_evaluated": 1}
  })");
  EXPECT_EQ(Json::parse(write_json(sample.report(), {})).dump(2), expected.dump(2));
}

TEST(JsonReportTest, ListsAreThereWhereNothingIsFound) {
  SampleReport sample;

  const Json report = Json::parse(write_json(sample.report(), {}));

  for (const char* key : {"findings", "waived", "rules", "notes"}) {
    EXPECT_TRUE(report.at(key).is_array()) << key;
  }
}

TEST(JsonReportTest, WithEachOutcomesAndNotesSayTheirOrganisation) {
  SampleReport sample;
  sample.report().each = true;
  sample.add_outcome("CL901", Evaluation::evaluated, "");

  const Json report = Json::parse(write_json(sample.report(), {}));

  EXPECT_EQ(report.at("rules").at(0).at("organization"), "Contoso");
}

TEST(JsonReportTest, ControlCharactersAreEscapedAndStayWhatTheyAre) {
  SampleReport sample;
  const std::string message = "\x1b[2J \x7f \xC2\x9B \xE2\x80\xAE ü";
  const FileId file = sample.add_file("a.ldf", "x");
  sample.add_finding("CL901", Severity::info, message, sample.span_of(file, "x"));

  const std::string text = write_json(sample.report(), {});

  for (const char* raw : {"\x1b", "\x7f", "\xC2\x9B", "\xE2\x80\xAE"}) {
    EXPECT_THAT(text, Not(HasSubstr(raw)));
  }
  EXPECT_EQ(Json::parse(text).at("findings").at(0).at("message"), message);
}

TEST(JsonReportTest, StrayBytesBecomeReplacementCharacters) {
  SampleReport sample;
  sample.organization().name = "Fax\xFF";
  const FileId file = sample.add_file("a.ldf", "x");
  sample.add_finding("CL901", Severity::info, "m", sample.span_of(file, "x"));

  EXPECT_EQ(Json::parse(write_json(sample.report(), {})).at("findings").at(0).at("organization"),
            "Fax\xEF\xBF\xBD");
}

}  // namespace
}  // namespace connlint
