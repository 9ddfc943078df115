#include "linter/engine/rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_rules.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;

/// The rule with options.
const RuleInfo& every_connector() { return connlint::testing::sample_rules()[3].rule->info; }

TEST(OptionsTest, AreTheDefaultsWhereNothingIsSet) {
  const Options options(every_connector().options, {});

  EXPECT_EQ(options.number("limit"), 10);
  EXPECT_THAT(options.texts("names"), ElementsAre("a", "b c"));
  EXPECT_FALSE(options.flag("loud"));
  EXPECT_EQ(options.text("word"), "fax");
}

TEST(OptionsTest, AreWhatIsSet) {
  const Options options(every_connector().options,
                        {{"limit", {"-3"}}, {"names", {}}, {"loud", {"true"}}, {"word", {"sms"}}});

  EXPECT_EQ(options.number("limit"), -3);
  EXPECT_THAT(options.texts("names"), ElementsAre());
  EXPECT_TRUE(options.flag("loud"));
  EXPECT_EQ(options.text("word"), "sms");
}

TEST(SinkTest, ReportsWithTheRulesOwnSeverity) {
  Sink sink(every_connector());

  sink.report({.file = FileId{1}, .begin = 2, .length = 3},
              {.kind = "connector", .name = "Fax", .home = {}}, "a message");

  ASSERT_EQ(sink.findings().size(), 1U);
  const Finding& finding = sink.findings()[0];
  EXPECT_EQ(finding.code, "CL901");
  EXPECT_EQ(finding.rule, "every-connector");
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_EQ(finding.subject.name, "Fax");
  EXPECT_EQ(finding.message, "a message");
  EXPECT_EQ(finding.where.begin, 2U);
}

Connector connector_named(std::string name) {
  Connector connector(ObjectKind::connector, Span{});
  connector.set({.property = Property::name, .where = {}, .value = std::move(name)});
  return connector;
}

TEST(SubjectTest, OfAConnectorHasItsHome) {
  Organization organization;
  organization.routing_groups.emplace_back(ObjectKind::routing_group, Span{});
  organization.routing_groups[0].set(
      {.property = Property::name, .where = {}, .value = std::string("First Routing Group")});
  Connector connector = connector_named("Fax");
  connector.home = RoutingGroupId{0};

  const Subject subject = subject_of(organization, connector);

  EXPECT_EQ(subject.kind, "connector");
  EXPECT_EQ(subject.name, "Fax");
  EXPECT_EQ(subject.home, "First Routing Group");
}

TEST(SubjectTest, OfAReceiveConnectorHasItsServer) {
  Connector connector = connector_named("Default");
  connector.kind = ConnectorKind::receive;
  connector.set({.property = Property::server, .where = {}, .value = std::string("EX2007-01")});

  EXPECT_EQ(subject_of(Organization(), connector).home, "EX2007-01");
}

TEST(SubjectTest, OfANamelessObjectIsItsGuid) {
  Object site(ObjectKind::site, Span{});
  site.set({.property = Property::guid, .where = {}, .value = std::string("1-2-3")});

  EXPECT_EQ(subject_of(site).kind, "site");
  EXPECT_EQ(subject_of(site).name, "1-2-3");
}

}  // namespace
}  // namespace connlint
