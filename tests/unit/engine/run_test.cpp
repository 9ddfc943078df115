#include "linter/engine/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_rules.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Runs the sample rules on an organisation in the files `b.yaml` and `a.yaml`.
class RunTest : public ::testing::Test {
 protected:
  RunTest() : sources_(std::make_shared<SourceStore>()) {
    sources_->add("b.yaml", std::string(100, '\n'));
    sources_->add("a.yaml", std::string(100, '\n'));
    organization_.coverage.add(ObjectKind::connector);
  }

  void add_connector(const std::string& name, Span where) {
    organization_.connectors.emplace_back(ObjectKind::connector, where);
    organization_.connectors.back().set(
        {.property = Property::name, .where = where, .value = name});
  }
  void add_server(Generation generation) {
    organization_.servers.emplace_back(ObjectKind::server, Span{});
    organization_.servers.back().generation = generation;
    organization_.coverage.add(ObjectKind::server);
    organization_.coverage.add(ObjectKind::server, Property::version);
  }
  OrganizationReport result() {
    return run({.organization = organization_, .sources = sources_, .notes = notes_, .counts = {}},
               registry_, selection_);
  }
  /// Evaluation and reason of a rule.
  RuleOutcome outcome(std::string_view code) {
    for (const RuleOutcome& outcome : result().rules) {
      if (outcome.rule->rule.code == code) return outcome;
    }
    return {};
  }

  RuleRegistry registry_{connlint::test::sample_rules()};
  Selection selection_;
  std::shared_ptr<SourceStore> sources_;
  Organization organization_;
  std::vector<Note> notes_;
};

std::vector<std::string> names(const OrganizationReport& report) {
  std::vector<std::string> out;
  for (const Finding& finding : report.findings) out.push_back(finding.subject.name);
  return out;
}

TEST_F(RunTest, FindingsAreInTheOrderOfFileNamesAndPlaces) {
  add_connector("third", {.file = FileId{0}, .begin = 1, .length = 1});
  add_connector("second", {.file = FileId{1}, .begin = 9, .length = 1});
  add_connector("first", {.file = FileId{1}, .begin = 2, .length = 1});

  EXPECT_THAT(names(result()), ElementsAre("first", "second", "third"));
}

TEST_F(RunTest, ExactDuplicatesAreDropped) {
  const Span where{.file = FileId{0}, .begin = 1, .length = 1};
  add_connector("Fax", where);
  add_connector("Fax", where);

  EXPECT_THAT(names(result()), ElementsAre("Fax"));
}

TEST_F(RunTest, MissingNeedsMakeARuleNotEvaluatedAndSayHowToExport) {
  const RuleOutcome missing = outcome("CL902");

  EXPECT_EQ(missing.outcome, Evaluation::not_evaluated);
  EXPECT_THAT(missing.reason, HasSubstr("hold no servers"));
  EXPECT_THAT(missing.reason, HasSubstr("Get-ExchangeServer | Export-Clixml"));
  EXPECT_THAT(missing.reason, HasSubstr("declare `servers` in an organisation file"));
}

TEST_F(RunTest, AMissingPropertyMakesARuleNotEvaluated) {
  organization_.coverage.add(ObjectKind::server);

  const RuleOutcome missing = outcome("CL902");

  EXPECT_EQ(missing.outcome, Evaluation::not_evaluated);
  EXPECT_THAT(missing.reason, HasSubstr("do not state `version`"));
}

TEST_F(RunTest, WhatTheRuleCouldNotJudgeIsSaidOnce) {
  const RuleOutcome unsure = outcome("CL904");

  EXPECT_EQ(unsure.outcome, Evaluation::not_evaluated);
  EXPECT_EQ(unsure.reason,
            "connector 'Fax': its host is not known; connector 'Sms': its scope is not known");
}

TEST_F(RunTest, ARuleThatSpeaksOfOtherVersionsIsNotApplicable) {
  selection_.profile = "all";
  add_server(Generation::exchange_2003);

  EXPECT_EQ(outcome("CL903").outcome, Evaluation::not_applicable);
  EXPECT_EQ(outcome("CL903").reason,
            "it speaks of Exchange 2007, and all servers are of Exchange 2003");

  add_server(Generation::exchange_2007);
  EXPECT_EQ(outcome("CL903").outcome, Evaluation::evaluated);
}

TEST_F(RunTest, AServerOfUnknownVersionMayBeOneThatTheRuleSpeaksOf) {
  selection_.profile = "all";
  add_server(Generation::exchange_2003);
  add_server(Generation::unknown);

  EXPECT_EQ(outcome("CL903").outcome, Evaluation::evaluated);
}

TEST_F(RunTest, TheProfileDecidesWhichRulesRun) {
  EXPECT_EQ(outcome("CL901").outcome, Evaluation::evaluated);
  EXPECT_EQ(outcome("CL903").outcome, Evaluation::disabled);
  EXPECT_EQ(outcome("CL903").reason, "not in the profile 'recommended'");

  selection_.profile = "security";
  EXPECT_EQ(outcome("CL901").outcome, Evaluation::evaluated);
  EXPECT_EQ(outcome("CL904").outcome, Evaluation::disabled);
}

TEST_F(RunTest, SelectedRulesRunAloneWhateverTheProfileSays) {
  selection_.select = {registry_.find("CL903")};

  EXPECT_EQ(outcome("CL903").outcome, Evaluation::evaluated);
  EXPECT_EQ(outcome("CL901").outcome, Evaluation::disabled);
}

TEST_F(RunTest, IgnoredRulesDoNotRunEvenIfSelected) {
  selection_.select = {registry_.find("CL901")};
  selection_.ignore = {registry_.find("CL901")};

  EXPECT_EQ(outcome("CL901").outcome, Evaluation::disabled);
  EXPECT_EQ(outcome("CL901").reason, "ignored by --ignore");
}

TEST_F(RunTest, TheConfigurationTurnsRulesOffAndOn) {
  selection_.settings["CL901"].off = true;
  selection_.settings["CL903"].severity = Severity::error;

  EXPECT_EQ(outcome("CL901").outcome, Evaluation::disabled);
  EXPECT_EQ(outcome("CL903").outcome, Evaluation::evaluated);
}

TEST_F(RunTest, TheConfigurationSetsTheSeverity) {
  selection_.settings["CL901"].severity = Severity::error;
  add_connector("Fax", {.file = FileId{0}, .begin = 1, .length = 1});

  EXPECT_EQ(result().findings.at(0).severity, Severity::error);
}

TEST_F(RunTest, TheHomeIsKeptOnlyWhereTheNameIsAmbiguous) {
  organization_.routing_groups.emplace_back(ObjectKind::routing_group, Span{});
  organization_.routing_groups[0].set(
      {.property = Property::name, .where = {}, .value = std::string("First")});
  for (std::uint32_t begin : {1U, 2U, 3U}) {
    add_connector(begin == 3 ? "Sms" : "Fax", {.file = FileId{0}, .begin = begin, .length = 1});
    organization_.connectors.back().home = RoutingGroupId{0};
  }

  const OrganizationReport report = result();

  EXPECT_EQ(report.findings.at(0).subject.home, "First");
  EXPECT_EQ(report.findings.at(2).subject.home, "");
}

TEST_F(RunTest, NotesAreInTheOrderOfFileNamesAndPlaces) {
  notes_ = {{.kind = NoteKind::ignored, .message = "late", .where = {FileId{1}, 5, 0}},
            {.kind = NoteKind::ignored, .message = "other file", .where = {FileId{0}, 0, 0}},
            {.kind = NoteKind::ignored, .message = "early", .where = {FileId{1}, 2, 0}}};

  const OrganizationReport report = result();

  EXPECT_EQ(report.notes.at(0).message, "early");
  EXPECT_EQ(report.notes.at(1).message, "late");
  EXPECT_EQ(report.notes.at(2).message, "other file");
}

}  // namespace
}  // namespace connlint
