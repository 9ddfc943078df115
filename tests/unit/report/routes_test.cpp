#include "linter/report/routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Organization organization() {
  return OrganizationBuilder()
      .connector("Fax", {{Property::kind, {"send"}}, {Property::address_spaces, {"FAX:*;1"}}})
      .connector("Pager", {{Property::kind, {"smtp"}}, {Property::address_spaces, {"FAX:*;2"}}})
      .build();
}

AnsweredQuery answered() {
  AnsweredQuery answered;
  answered.query.address.written = "FAX:1";
  answered.query.address.type = "FAX";
  answered.query.address.value = "1";
  answered.route.from = {PlaceKind::site, "A"};
  answered.route.verdict = Verdict::routed;
  answered.route.answer.connectors = {ConnectorId{0}};
  answered.route.answer.path = {{PlaceKind::site, "A"}, {PlaceKind::routing_group, "Old"}};
  answered.route.answer.stops = {"A", "Old"};
  answered.route.answer.cost =
      Costs{.total = 13, .address_space = 1, .path = 12, .legacy = 3, .site = 10};
  answered.route.answer.reason = "it is the closest";
  answered.route.candidates = {{.connector = ConnectorId{0},
                                .name = "Fax",
                                .space = "FAX:*;1",
                                .outcome = Outcome::chosen,
                                .detail = "cost 13"},
                               {.connector = ConnectorId{1},
                                .name = "Pager",
                                .space = {},
                                .outcome = Outcome::out_of_scope,
                                .detail = "scoped"}};
  return answered;
}

std::string written(const Organization& organization, std::span<const AnsweredQuery> answers,
                    RoutesWriter::Format format) {
  RoutesWriter writer(organization, format);
  std::string text;
  for (const AnsweredQuery& answered : answers) text += writer.add(std::span(&answered, 1));
  return text + writer.finish();
}

std::string routes_text(const Organization& organization, std::span<const AnsweredQuery> answers) {
  return written(organization, answers, RoutesWriter::Format::text);
}

std::string routes_json(const Organization& organization, std::span<const AnsweredQuery> answers) {
  return written(organization, answers, RoutesWriter::Format::json);
}

TEST(RoutesText, begins_with_the_answer_and_ends_with_every_connector_where_all_are_asked_for) {
  const std::vector<AnsweredQuery> answers = {answered()};
  EXPECT_EQ(written(organization(), answers, RoutesWriter::Format::all_text),
            "FAX:1 from site 'A': routed by Send connector 'Fax'\n"
            "  path:    site 'A' -> routing group 'Old'\n"
            "  stops:   A, Old\n"
            "  cost:    13 (path 12, address space 1; routing group connectors and address space 3;"
            " site links 10)\n"
            "  reason:  it is the closest\n"
            "  connectors:\n"
            "    Fax    chosen        FAX:*;1  cost 13\n"
            "    Pager  out-of-scope           scoped\n");
}

TEST(RoutesText, shows_the_chosen_connector_first_then_those_that_nearly_were) {
  std::vector<AnsweredQuery> answers = {answered()};
  Candidate near = answers[0].route.candidates[1];
  near.name = "Early";
  near.space = "FAX:0171;1";
  answers[0].route.candidates.insert(answers[0].route.candidates.begin(), near);
  EXPECT_THAT(routes_text(organization(), answers),
              EndsWith("  connectors:\n"
                       "    Fax    chosen        FAX:*;1     cost 13\n"
                       "    Early  out-of-scope  FAX:0171;1  scoped\n"));
}

TEST(RoutesText, tells_equal_answers_once) {
  std::vector<AnsweredQuery> answers = {answered(), answered(), answered()};
  answers[1].route.from.name = "B";
  answers[1].route.answer.path = {{PlaceKind::site, "B"}};
  answers[1].route.answer.cost = Costs{.total = 1, .address_space = 1, .path = 0};
  answers[2].route.from = {PlaceKind::routing_group, "Old"};
  answers[2].route.answer.reason = "it is near";
  const Organization contoso = organization();
  RoutesWriter writer(contoso, RoutesWriter::Format::text);
  const std::string text = writer.add(answers);
  EXPECT_THAT(text,
              StartsWith("FAX:1 from sites 'A' and 'B': routed by Send connector 'Fax'\n"
                         "  path:    site 'A' -> routing group 'Old', cost 13 (path 12, address "
                         "space 1; routing group connectors and address space 3; site links 10)\n"
                         "  path:    site 'B', cost 1 (path 0, address space 1)\n"
                         "  reason:  it is the closest\n"
                         "  connectors, as site 'A' sees them:\n"));
  EXPECT_THAT(text,
              HasSubstr("\n\nFAX:1 from routing group 'Old': routed by Send connector 'Fax'\n"));
  RoutesWriter all(contoso, RoutesWriter::Format::all_text);
  EXPECT_THAT(all.add(answers), HasSubstr("\n\nFAX:1 from site 'B': "));
}

TEST(RoutesText, says_what_becomes_of_recipients_that_are_not_found) {
  std::vector<AnsweredQuery> answers = {answered()};
  answers[0].route.verdict = Verdict::internal;
  answers[0].route.answer = {};
  answers[0].route.answer.reason = "it is its own";
  answers[0].route.candidates.clear();
  answers[0].route.not_found = {Verdict::routed, {ConnectorId{0}}, "relayed"};
  EXPECT_EQ(routes_text(organization(), answers),
            "FAX:1 from site 'A': internal, delivered inside the organisation\n"
            "  reason:     it is its own\n"
            "  not found:  routed by Send connector 'Fax': relayed\n");
  const auto json = nlohmann::json::parse(routes_json(organization(), answers));
  EXPECT_EQ(json["routes"][0]["verdict"], "internal");
  EXPECT_EQ(
      json["routes"][0]["not_found"],
      nlohmann::json({{"verdict", "routed"}, {"connectors", {"Fax"}}, {"reason", "relayed"}}));
}

TEST(RoutesStatus, counts_what_the_client_refuses_everywhere) {
  std::vector<AnsweredQuery> answers = {answered(), answered()};
  EXPECT_TRUE(counts_as_routed(answers));
  answers[0].gate.verdict = GateVerdict::refused;
  EXPECT_TRUE(counts_as_routed(answers));
  answers[1].gate.verdict = GateVerdict::refused;
  EXPECT_FALSE(counts_as_routed(answers));
  answers[1].gate.verdict = GateVerdict::allowed;
  answers[1].route.verdict = Verdict::ndr;
  EXPECT_FALSE(counts_as_routed(answers));
  answers[1].route.verdict = Verdict::internal;
  EXPECT_TRUE(counts_as_routed(answers));
}

TEST(RoutesText, tells_the_client_apart_from_transport) {
  std::vector<AnsweredQuery> answers = {answered()};
  answers[0].gate = {GateVerdict::refused, "no connector has the type"};
  const std::string text = routes_text(organization(), answers);
  EXPECT_THAT(text, StartsWith("FAX:1 from site 'A': refused by Outlook in cached mode; in "
                               "transport routed by Send connector 'Fax'\n"));
  EXPECT_THAT(text, HasSubstr("  client:  refused: no connector has the type\n"));
}

TEST(RoutesText, names_all_that_share_the_load_and_other_readings) {
  std::vector<AnsweredQuery> answers = {answered()};
  answers[0].route.answer.connectors = {ConnectorId{0}, ConnectorId{1}};
  answers[0].route.verdict = Verdict::model_dependent;
  answers[0].route.alternatives.push_back(
      {.connectors = {ConnectorId{1}}, .path = {}, .stops = {}, .cost = {}, .reason = "otherwise"});
  const std::string text = routes_text(organization(), answers);
  EXPECT_THAT(text,
              StartsWith("FAX:1 from site 'A': routed by Send connector 'Fax', SMTP connector "
                         "'Pager', but it depends on what no source settles\n"));
  EXPECT_THAT(text, HasSubstr("  or:      SMTP connector 'Pager'\n  reason:  otherwise\n"));
}

TEST(RoutesText, says_what_becomes_of_mail_without_a_route) {
  const auto first_line = [](Verdict verdict) {
    std::vector<AnsweredQuery> answers = {answered()};
    answers[0].route.verdict = verdict;
    answers[0].route.answer.connectors.clear();
    const std::string text = routes_text(organization(), answers);
    return text.substr(0, text.find('\n'));
  };
  EXPECT_THAT(first_line(Verdict::ndr), EndsWith(": returned with an NDR"));
  EXPECT_THAT(first_line(Verdict::unreachable), EndsWith(": unreachable"));
  EXPECT_THAT(first_line(Verdict::loop), EndsWith(": loops"));
  // Exchange 2000/2003 without SMTP connectors.
  EXPECT_THAT(first_line(Verdict::routed), EndsWith(": routed by the SMTP virtual server"));
}

TEST(RoutesText, says_where_mail_waits) {
  std::vector<AnsweredQuery> answers = {answered()};
  answers[0].route.queue_point = "Old";
  EXPECT_THAT(routes_text(organization(), answers),
              StartsWith("FAX:1 from site 'A': routed by Send connector 'Fax', and waits in 'Old' "
                         "for what is down\n"));
}

TEST(RoutesText, columns_are_those_of_a_terminal) {
  std::vector<AnsweredQuery> answers = {answered()};
  answers[0].route.candidates[0].name = "電話";  // four columns, as "Zürich" has six
  answers[0].route.candidates[1].name = "Zürich";
  EXPECT_THAT(written(organization(), answers, RoutesWriter::Format::all_text),
              EndsWith("    電話    chosen        FAX:*;1  cost 13\n"
                       "    Zürich  out-of-scope           scoped\n"));
}

TEST(RoutesText, escapes_what_comes_from_inputs) {
  std::vector<AnsweredQuery> answers = {answered()};
  answers[0].query.address.written = "FAX:\x1b[2J\n::error::";
  answers[0].route.candidates[0].name = "\x1b[31m";
  const std::string text = routes_text(organization(), answers);
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, StartsWith("FAX:\\x1b[2J\\n::error:: from site"));
}

TEST(RoutesText, parts_answers_by_an_empty_line) {
  std::vector<AnsweredQuery> answers = {answered(), answered()};
  for (AnsweredQuery& one : answers) one.route.candidates.clear();
  const std::string one = routes_text(organization(), std::span(answers).first(1));
  EXPECT_EQ(routes_text(organization(), answers), one + "\n" + one);
  EXPECT_EQ(routes_text(organization(), {}), "");
}

TEST(RoutesJson, is_one_object_however_many_answers_there_are) {
  EXPECT_EQ(routes_json(organization(), {}),
            "{\n  \"schema\": \"connlint/route/1\",\n  \"routes\": []\n}\n");
  const std::vector<AnsweredQuery> answers = {answered(), answered()};
  const std::string text = routes_json(organization(), answers);
  EXPECT_EQ(text, nlohmann::ordered_json::parse(text).dump(2) + "\n");
  EXPECT_EQ(nlohmann::json::parse(text)["routes"].size(), 2U);
}

TEST(RoutesJson, has_null_where_there_is_nothing) {
  std::vector<AnsweredQuery> answers = {answered()};
  answers[0].route.answer.cost.reset();
  const auto json = nlohmann::json::parse(routes_json(organization(), answers));
  EXPECT_EQ(json["schema"], "connlint/route/1");
  const auto& route = json["routes"][0];
  EXPECT_EQ(route["query"]["size"], nullptr);
  EXPECT_EQ(route["query"]["client"], nullptr);
  EXPECT_EQ(route["cost"], nullptr);
  EXPECT_EQ(route["gate"], nlohmann::json({{"verdict", "not-asked"}, {"reason", ""}}));
  EXPECT_EQ(route["candidates"][1]["space"], nullptr);
  EXPECT_FALSE(route.contains("alternatives"));
  EXPECT_FALSE(route.contains("not_found"));
}

TEST(RoutesJson, has_the_costs_of_both_worlds_and_other_readings) {
  std::vector<AnsweredQuery> answers = {answered()};
  answers[0].route.verdict = Verdict::model_dependent;
  answers[0].route.alternatives.push_back(
      {.connectors = {ConnectorId{1}}, .path = {}, .stops = {}, .cost = {}, .reason = "otherwise"});
  const auto json = nlohmann::json::parse(routes_json(organization(), answers));
  const auto& route = json["routes"][0];
  EXPECT_EQ(route["verdict"], "model-dependent");
  EXPECT_EQ(route["cost"],
            nlohmann::json(
                {{"total", 13}, {"address_space", 1}, {"path", 12}, {"legacy", 3}, {"site", 10}}));
  EXPECT_EQ(route["path"][1], nlohmann::json({{"kind", "routing-group"}, {"name", "Old"}}));
  EXPECT_EQ(route["alternatives"][0]["connectors"], nlohmann::json({"Pager"}));
  EXPECT_EQ(route["alternatives"][0]["reason"], "otherwise");
}

}  // namespace
}  // namespace connlint
