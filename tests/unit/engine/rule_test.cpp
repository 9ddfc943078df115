#include "linter/engine/rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_rules.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;

/// The rule with options.
const RuleEntry& every_connector() { return connlint::test::sample_rules()[3]; }

TEST(OptionsTest, AreTheDefaultsWhereNothingIsSet) {
  const Options options(every_connector().rule.options, {});

  EXPECT_EQ(options.number("limit"), 10);
  EXPECT_THAT(options.texts("names"), ElementsAre("a", "b c"));
  EXPECT_TRUE(options.lists("names", "B C"));
  EXPECT_FALSE(options.lists("names", "b"));
  EXPECT_FALSE(options.flag("loud"));
  EXPECT_EQ(options.text("word"), "fax");
}

TEST(OptionsTest, AreWhatIsSet) {
  const Options options(every_connector().rule.options,
                        {{"limit", {"-3"}}, {"names", {}}, {"loud", {"true"}}, {"word", {"sms"}}});

  EXPECT_EQ(options.number("limit"), -3);
  EXPECT_THAT(options.texts("names"), ElementsAre());
  EXPECT_TRUE(options.flag("loud"));
  EXPECT_EQ(options.text("word"), "sms");
  EXPECT_FALSE(options.lists("names", "a"));
}

Connector connector_named(std::string name) {
  Connector connector(ObjectKind::connector, {.file = FileId{1}, .begin = 10, .length = 30});
  connector.set({.property = Property::name,
                 .where = {.file = FileId{1}, .begin = 12, .length = 3},
                 .value = std::move(name)});
  return connector;
}

TEST(SinkTest, ReportsWithTheRulesOwnSeverity) {
  const Organization organization;
  Sink sink(every_connector(), organization);

  sink.report(Span{.file = FileId{1}, .begin = 2, .length = 3},
              Subject{.kind = "connector", .name = "Fax"}, "a message of {}", 3);

  ASSERT_EQ(sink.findings().size(), 1U);
  const Finding& finding = sink.findings()[0];
  EXPECT_EQ(finding.code, "CL901");
  EXPECT_EQ(finding.rule, "every-connector");
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_EQ(finding.subject.name, "Fax");
  EXPECT_EQ(finding.message, "a message of 3");
  EXPECT_EQ(finding.where.begin, 2U);
  EXPECT_EQ(finding.detail, "");
}

TEST(SinkTest, ReportsInCodeWithTheSeverityForCode) {
  Organization organization;
  organization.coverage.code = true;
  Sink code(every_connector(), organization);
  EXPECT_EQ(code.report(connector_named("Fax"), "a message").severity, Severity::error);

  organization.coverage.cmdlet_objects = true;
  Sink both(every_connector(), organization);
  EXPECT_EQ(both.report(connector_named("Fax"), "a message").severity, Severity::warning);
}

TEST(SinkTest, APropertyGivesPlaceAndDetail) {
  const Organization organization;
  const Connector connector = connector_named("Fax");
  Sink sink(every_connector(), organization);

  const Finding& stated = sink.report(connector, Property::name, "its name is {}", "odd");
  EXPECT_EQ(stated.where.begin, 12U);
  EXPECT_EQ(stated.detail, "name");
  EXPECT_EQ(stated.message, "its name is odd");
  EXPECT_EQ(stated.subject.kind, "connector");
  EXPECT_EQ(stated.subject.name, "Fax");
  EXPECT_EQ(sink.report(connector, Property::port, "no port").where.begin, 10U);
}

TEST(SinkTest, AnAddressSpaceGivesPlaceAndDetail) {
  const Organization organization;
  AddressSpace space;
  space.type = "FAX";
  space.address = "*";
  space.where = {.file = FileId{1}, .begin = 20, .length = 7};
  Sink sink(every_connector(), organization);

  const Finding& finding = sink.report(connector_named("Fax"), space, "it is odd");
  EXPECT_EQ(finding.where.begin, 20U);
  EXPECT_EQ(finding.detail, identity_of(space));
  EXPECT_EQ(finding.subject.name, "Fax");
}

TEST(SinkTest, OtherPlacesAreAddedToAFinding) {
  const Organization organization;
  Sink sink(every_connector(), organization);

  sink.report(connector_named("Fax"), "it is odd")
      .also({.file = FileId{1}, .begin = 5, .length = 1}, "{} is here", "this")
      .also({.file = FileId{1}, .begin = 6, .length = 1}, "and that");

  ASSERT_EQ(sink.findings()[0].related.size(), 2U);
  EXPECT_EQ(sink.findings()[0].related[0].message, "this is here");
  EXPECT_EQ(sink.findings()[0].related[1].where.begin, 6U);
}

TEST(SinkTest, WhatIsUnknownIsSaidOnceForAReason) {
  const Organization organization;
  Sink sink(every_connector(), organization);
  Unjudged unknown;
  sink.not_judged(unknown, "the scope is not known");
  EXPECT_THAT(sink.unjudged(), ElementsAre());

  unknown.add("Sms");
  unknown.add("Fax");
  sink.not_judged(unknown, "the scope is not known");
  sink.not_judged("the host of {} is not known", "Fax");
  EXPECT_THAT(sink.unjudged(), ElementsAre("the scope is not known: 'Fax' and 'Sms'",
                                           "the host of Fax is not known"));
}

TEST(RuleTest, ProfilesAndSourcesAreLists) {
  EXPECT_THAT(words_of(Profile::security | Profile::recommended),
              ElementsAre("recommended", "security"));
  EXPECT_THAT(words_of(Profile::coexistence | Profile::decommission_2003),
              ElementsAre("coexistence", "decommission-2003"));
  EXPECT_THAT(words_of(Profile{}), ElementsAre());
  EXPECT_THAT(sources_of({.code = "CL901", .sources = "KB 959956, cause 2; event 5025"}),
              ElementsAre("KB 959956, cause 2", "event 5025"));
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
