#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/report/reporter.h"
#include "tests/support/sample_report.h"

namespace connlint {
namespace {

using connlint::test::SampleReport;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(TextReportTest, ShowsFindingsWithTheirSourceLineAndASummary) {
  SampleReport sample;
  const FileId file = sample.add_file("exports/fax.ldf", "dn: CN=Fax\nroutingList: FAX:*;1\n");
  Finding& finding = sample.add_finding("CL901", Severity::error, "connector 'Fax' is there",
                                        sample.span_of(file, "FAX:*;1"));
  finding.related.push_back({"the connector", sample.span_of(file, "CN=Fax")});
  sample.add_outcome("CL901", Evaluation::evaluated, "");
  sample.add_outcome("CL902", Evaluation::not_evaluated, "the inputs hold no servers");
  sample.add_outcome("CL903", Evaluation::not_applicable, "no server");
  sample.add_outcome("CL904", Evaluation::disabled, "ignored");

  EXPECT_EQ(write_text(sample.report(), {}),
            "exports/fax.ldf:2:14: error: connector 'Fax' is there [CL901 every-connector]\n"
            "    2 | routingList: FAX:*;1\n"
            "      |              ^~~~~~~\n"
            "  exports/fax.ldf:1:5: note: the connector\n"
            "\n"
            "Read 2 files (1 other without Exchange objects skipped) of organisation 'Contoso': "
            "1 connector, 3 servers.\n"
            "1 rule evaluated, 1 not applicable, 1 could not be judged:\n"
            "  CL902 needs-servers:\n"
            "    the inputs hold no servers\n"
            "1 error, 0 warnings, 0 infos. What a finding means: connlint explain CL901\n");
}

TEST(TextReportTest, SaysWhatWasJudgedOnlyInPart) {
  SampleReport sample;
  sample.add_outcome("CL901", Evaluation::evaluated, "connector 'Sms': its host is not known");

  EXPECT_THAT(write_text(sample.report(), {}),
              HasSubstr("  CL901 every-connector (in part):\n"
                        "    connector 'Sms': its host is not known\n"));
}

TEST(TextReportTest, RulesWithTheSameReasonStandTogether) {
  SampleReport sample;
  sample.add_outcome("CL902", Evaluation::not_evaluated, "no servers");
  sample.add_outcome("CL903", Evaluation::not_evaluated, "no sites");
  sample.add_outcome("CL904", Evaluation::not_evaluated, "no servers");

  EXPECT_THAT(write_text(sample.report(), {}),
              HasSubstr("  CL902 needs-servers, CL904 unsure:\n    no servers\n"
                        "  CL903 only-2007:\n    no sites\n"));
}

TEST(TextReportTest, WhatTheInputsLackStandsTogetherByKindOfObject) {
  SampleReport sample;
  sample.add_outcome("CL902", Evaluation::not_evaluated, "said in the other formats");
  OrganizationReport& organization = sample.report().organizations.front();
  organization.rules.back().lacks_input = true;
  organization.lacks = {
      {ObjectKind::accepted_domain, true, {"default", "type"}, {"CL902", "CL903"}},
      {ObjectKind::site_link, true, {}, {"CL903", "CL904", "CL905", "CL907"}},
      {ObjectKind::server, false, {"store_started"}, {"CL902"}}};
  const std::string text = write_text(sample.report(), {});

  EXPECT_THAT(text, HasSubstr("  the inputs lack default, type of accepted domains "
                              "(Get-AcceptedDomain | Export-Clixml), needed by CL902 and CL903\n"
                              "  the inputs lack site links (Get-AdSiteLink | Export-Clixml), "
                              "needed by CL903 to CL905 and CL907\n"
                              "  the inputs lack store_started of servers (no export holds it; "
                              "declare it in an organisation file), needed by CL902\n"));
  EXPECT_THAT(text, Not(HasSubstr("said in the other formats")));
}

TEST(TextReportTest, WhereNothingWasReadNoRuleIsListed) {
  SampleReport sample;
  sample.report().organizations.front().counts.files = 0;
  sample.add_outcome("CL902", Evaluation::not_evaluated, "the inputs hold no servers");

  EXPECT_EQ(write_text(sample.report(), {}),
            "Nothing was read, so that nothing could be judged.\n");
}

TEST(TextReportTest, NoFindingsIsSaid) {
  SampleReport sample;
  sample.add_outcome("CL901", Evaluation::evaluated, "");
  EXPECT_THAT(write_text(sample.report(), {}), HasSubstr("\nNo findings.\n"));

  sample.add_outcome("CL902", Evaluation::not_evaluated, "x");
  EXPECT_THAT(write_text(sample.report(), {}),
              HasSubstr("\nNo findings in what could be judged.\n"));
}

TEST(TextReportTest, InputErrorsAreMentioned) {
  SampleReport sample;
  const FileId file = sample.add_file("a.xml", "x");
  sample.add_note(NoteKind::unreadable, "damaged", sample.span_of(file, "x"), true);

  EXPECT_THAT(write_text(sample.report(), {}), HasSubstr("1 input error: "));
}

TEST(TextReportTest, QuietLeavesOutTheSummary) {
  SampleReport sample;
  sample.add_outcome("CL901", Evaluation::evaluated, "");

  EXPECT_EQ(write_text(sample.report(), {.color = false, .quiet = true, .folder = {}}), "");
}

TEST(TextReportTest, HostileTextIsMadeHarmless) {
  SampleReport sample;
  const FileId file = sample.add_file("::error::x.ldf", "name: \x1b]0;x\x07\n");
  sample.add_finding("CL901", Severity::error, "connector '\x1b[2J\n::error::' ##[x] is there",
                     sample.span_of(file, "name"));

  const std::string text = write_text(sample.report(), {});

  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\n::")));
  EXPECT_THAT(text, Not(HasSubstr("##[")));
  EXPECT_TRUE(text.starts_with("\\::error::x.ldf:1:1: error: connector '\\x1b[2J\\n::error::'"));
}

TEST(TextReportTest, ColourIsOnlyThereWhereItIsWanted) {
  SampleReport sample;
  const FileId file = sample.add_file("a.ldf", "name: Fax\n");
  sample.add_finding("CL901", Severity::warning, "m", sample.span_of(file, "Fax"));

  EXPECT_THAT(write_text(sample.report(), {.color = true, .quiet = false, .folder = {}}),
              HasSubstr("\x1b[1;33mwarning:\x1b[0m"));
  EXPECT_THAT(write_text(sample.report(), {}), Not(HasSubstr("\x1b")));
}

TEST(TextReportTest, EachOrganisationHasItsHeading) {
  SampleReport sample;
  sample.report().each = true;

  EXPECT_TRUE(write_text(sample.report(), {}).starts_with("== Contoso\n"));
}

}  // namespace
}  // namespace connlint
