#include "linter/outlook/allowed_types.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/outlook/gap_trace.h"
#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using test::Statement;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Statement kVersion2003{Property::version, {"6.5 (Build 7638.2)"}};
const Statement kVersion2007Sp1{Property::version, {"8.1 (Build 240.6)"}};
const Statement kMailbox{Property::roles, {"mailbox", "hub-transport"}};
const Statement kOrganization{Property::scope, {"organization"}};
const Statement kSite{Property::scope, {"site"}};
const Statement kRoutingGroup{Property::scope, {"routing-group"}};
const Statement kFax{Property::address_spaces, {"FAX:*;1"}};
const Statement kSend{Property::kind, {"send"}};
const Statement kSmtp{Property::kind, {"smtp"}};
const Statement kOld{Property::source_servers, {"EX03"}};
const Statement kNew{Property::source_servers, {"EX07"}};

/// One server of Exchange 2003 and one mailbox server of Exchange 2007 SP1.
OrganizationBuilder coexistence() {
  OrganizationBuilder builder;
  builder.server("EX03", {kVersion2003});
  builder.server("EX07", {kVersion2007Sp1, kMailbox});
  return builder;
}

std::vector<std::string> names_of(const Organization& organization,
                                  const std::vector<ServerId>& ids) {
  std::vector<std::string> names;
  for (ServerId id : ids) names.emplace_back(organization.server(id).name());
  return names;
}

ScopeFix fix_of(std::vector<Statement> statements) {
  const Organization organization =
      OrganizationBuilder().server("EX", std::move(statements)).build();
  return scope_fix_of(organization.servers.front());
}

TEST(ScopeFixOf, needs_rollup_7_of_8_1_and_nothing_from_8_2_on) {
  EXPECT_EQ(fix_of({{Property::version, {"8.1 (Build 240.6)"}}, {Property::update_rollup, {"7"}}}),
            ScopeFix::fixed);
  EXPECT_EQ(fix_of({{Property::version, {"8.1 (Build 240.6)"}}, {Property::update_rollup, {"6"}}}),
            ScopeFix::unfixed);
  EXPECT_EQ(fix_of({{Property::version, {"8.1 (Build 240.6)"}}}), ScopeFix::unknown);
  EXPECT_EQ(fix_of({{Property::version, {"8.2 (Build 176.2)"}}}), ScopeFix::fixed);
  EXPECT_EQ(fix_of({{Property::version, {"14.3 (Build 123.4)"}}}), ScopeFix::fixed);
}

TEST(ScopeFixOf, is_never_in_8_0_whatever_the_rollup) {
  EXPECT_EQ(fix_of({{Property::version, {"8.0 (Build 685.24)"}}, {Property::update_rollup, {"7"}}}),
            ScopeFix::unfixed);
}

TEST(ScopeFixOf, is_unknown_where_the_version_is) {
  EXPECT_EQ(fix_of({{Property::roles, {"mailbox"}}}), ScopeFix::unknown);
}

TEST(ListServers, are_mailbox_servers_of_2007_and_later_and_those_of_unknown_roles) {
  const Organization organization =
      coexistence()
          .server("HUB", {kVersion2007Sp1, {Property::roles, {"hub-transport"}}})
          .server("EDGE", {kVersion2007Sp1, {Property::roles, {"edge-transport"}}})
          .server("ANY", {{Property::version, {"14.1 (Build 218.15)"}}})
          .build();

  EXPECT_THAT(names_of(organization, list_servers(organization)), ElementsAre("EX07", "ANY"));
}

TEST(ListServers, count_a_server_without_version_in_the_routing_group_of_2007) {
  const Organization organization =
      OrganizationBuilder()
          .server("A", {{Property::routing_group, {"Exchange Routing Group (DWBGZMFD01QNBJR)"}}})
          .server("B", {{Property::routing_group, {"First Routing Group"}}})
          .build();

  EXPECT_THAT(names_of(organization, list_servers(organization)), ElementsAre("A"));
}

TEST(Feeding, depends_on_host_scope_and_state) {
  const Organization organization =
      coexistence()
          .connector("old", {kSmtp, kFax, kOrganization, kOld})
          .connector("old local", {kSmtp, kFax, kRoutingGroup, kOld})
          .connector("new", {kSend, kFax, kOrganization, kNew})
          .connector("new local", {kSend, kFax, kSite, kNew})
          .connector("off", {kSend, kFax, kOrganization, kNew, {Property::enabled, {"false"}}})
          .connector("groups", {{Property::kind, {"routing-group"}}, kNew})
          .connector("scope unknown", {kSend, kFax, kNew})
          .build();
  const Server& server = organization.servers.back();
  std::vector<Feeding> feedings;
  for (const Connector& connector : organization.connectors) {
    feedings.push_back(feeding(organization, connector, server));
  }

  EXPECT_THAT(feedings, ElementsAre(Feeding::legacy_host, Feeding::legacy_scope, Feeding::feeds,
                                    Feeding::scoped_rollup_unknown, Feeding::disabled,
                                    Feeding::no_types, Feeding::unknown));
}

TEST(Feeding, of_a_connector_without_source_servers_goes_by_its_home_mta) {
  const Organization organization =
      coexistence()
          .connector("gateway", {{Property::kind, {"gateway"}},
                                 kFax,
                                 kOrganization,
                                 {Property::home_mta_server_id, {"EX03"}}})
          .build();

  EXPECT_EQ(feeding(organization, organization.connectors[0], organization.servers.back()),
            Feeding::legacy_host);
}

TEST(CarriedTypes, are_compared_without_regard_to_case_and_know_disabled_connectors) {
  const Organization organization =
      OrganizationBuilder()
          .connector("A", {kSend, {Property::address_spaces, {"fax:1*;1", "FAX:*;1", "SMTP:*;1"}}})
          .connector("B", {kSend, kFax, {Property::enabled, {"false"}}})
          .build();
  const std::vector<CarriedType> types = carried_types(organization);

  ASSERT_EQ(types.size(), 2U);
  EXPECT_EQ(types[0].type, "FAX");
  EXPECT_THAT(types[0].connectors, ElementsAre(ConnectorId{0}));
  EXPECT_THAT(types[0].disabled, ElementsAre(ConnectorId{1}));
  EXPECT_EQ(types[1].type, "SMTP");
}

TEST(ListGaps, name_the_legacy_host_first) {
  const Organization organization = coexistence()
                                        .connector("local", {kSmtp, kFax, kRoutingGroup, kOld})
                                        .connector("old", {kSmtp, kFax, kOrganization, kOld})
                                        .build();
  const ListGaps gaps = list_gaps(organization, carried_types(organization));

  ASSERT_EQ(gaps.gaps.size(), 1U);
  EXPECT_EQ(gaps.gaps[0].type, "FAX");
  EXPECT_EQ(gaps.gaps[0].cause, GapCause::legacy_host);
  EXPECT_FALSE(gaps.gaps[0].depends_on_rollup);
  EXPECT_EQ(gaps.gaps[0].carriers.size(), 2U);
  EXPECT_THAT(names_of(organization, gaps.gaps[0].servers), ElementsAre("EX07"));
}

TEST(ListGaps, are_closed_by_one_unscoped_connector_of_2007) {
  const Organization organization = coexistence()
                                        .connector("old", {kSmtp, kFax, kOrganization, kOld})
                                        .connector("new", {kSend, kFax, kOrganization, kNew})
                                        .build();

  EXPECT_THAT(list_gaps(organization, carried_types(organization)).gaps, IsEmpty());
}

TEST(ListGaps, are_not_closed_by_a_disabled_connector) {
  const Organization organization =
      coexistence()
          .connector("old", {kSmtp, kFax, kOrganization, kOld})
          .connector("new", {kSend, kFax, kOrganization, kNew, {Property::enabled, {"false"}}})
          .build();

  EXPECT_EQ(list_gaps(organization, carried_types(organization)).gaps.size(), 1U);
}

TEST(ListGaps, do_not_speak_of_types_that_every_client_has) {
  const Organization organization =
      coexistence()
          .connector("old", {kSmtp,
                             {Property::address_spaces, {"SMTP:*;1", "X400:c=US;a=A;p=B;1"}},
                             kOrganization,
                             kOld})
          .build();

  EXPECT_THAT(list_gaps(organization, carried_types(organization)).gaps, IsEmpty());
}

TEST(ListGaps, hold_only_the_servers_that_a_scoped_connector_does_not_feed) {
  const Organization organization =
      coexistence()
          .server("SP2", {{Property::version, {"8.2 (Build 176.2)"}}, kMailbox})
          .connector("local", {kSend, kFax, kSite, kNew})
          .build();
  const ListGaps gaps = list_gaps(organization, carried_types(organization));

  ASSERT_EQ(gaps.gaps.size(), 1U);
  EXPECT_EQ(gaps.gaps[0].cause, GapCause::scoped_send);
  EXPECT_TRUE(gaps.gaps[0].depends_on_rollup);
  EXPECT_THAT(names_of(organization, gaps.gaps[0].servers), ElementsAre("EX07"));
}

TEST(ListGaps, do_not_depend_on_the_rollup_where_a_server_surely_lacks_the_fix) {
  const Organization organization =
      coexistence()
          .server("RTM", {{Property::version, {"8.0 (Build 685.24)"}}, kMailbox})
          .connector("local", {kSend, kFax, kSite, kNew})
          .build();
  const ListGaps gaps = list_gaps(organization, carried_types(organization));

  ASSERT_EQ(gaps.gaps.size(), 1U);
  EXPECT_FALSE(gaps.gaps[0].depends_on_rollup);
  EXPECT_THAT(names_of(organization, gaps.gaps[0].servers), ElementsAre("EX07", "RTM"));
}

TEST(ListGaps, of_scoped_foreign_connectors_alone_have_no_article) {
  const Organization organization =
      coexistence().connector("local", {{Property::kind, {"foreign"}}, kFax, kSite, kNew}).build();

  ASSERT_EQ(list_gaps(organization, carried_types(organization)).gaps.size(), 1U);
  EXPECT_EQ(list_gaps(organization, carried_types(organization)).gaps[0].cause,
            GapCause::scoped_other);
}

TEST(ListGaps, of_routing_group_scoped_connectors_alone_are_the_legacy_scope) {
  const Organization organization =
      coexistence().connector("local", {kSmtp, kFax, kRoutingGroup, kOld}).build();

  ASSERT_EQ(list_gaps(organization, carried_types(organization)).gaps.size(), 1U);
  EXPECT_EQ(list_gaps(organization, carried_types(organization)).gaps[0].cause,
            GapCause::legacy_scope);
}

TEST(ListGaps, are_unknown_where_the_host_is) {
  const Organization organization =
      coexistence()
          .connector("lost", {kSmtp,
                              kFax,
                              kOrganization,
                              {Property::home, {"Exchange Routing Group (DWBGZMFD01QNBJR)"}}})
          .build();
  const ListGaps gaps = list_gaps(organization, carried_types(organization));

  EXPECT_THAT(gaps.gaps, IsEmpty());
  ASSERT_EQ(gaps.unknown.size(), 1U);
  EXPECT_EQ(reason_of(organization, gaps.unknown[0]),
            "whether cached-mode Outlook may send to FAX is not known: host or scope of connector "
            "'lost' is not known");
}

TEST(ListGaps, are_unknown_where_a_server_may_be_of_2007) {
  const Organization organization = OrganizationBuilder()
                                        .server("EX03", {kVersion2003})
                                        .server("ODD", {})
                                        .connector("old", {kSmtp, kFax, kOrganization, kOld})
                                        .build();
  const ListGaps gaps = list_gaps(organization, carried_types(organization));

  EXPECT_FALSE(gaps.no_servers);
  EXPECT_THAT(gaps.gaps, IsEmpty());
  ASSERT_EQ(gaps.unknown.size(), 1U);
  EXPECT_EQ(reason_of(organization, gaps.unknown[0]),
            "whether cached-mode Outlook may send to FAX is not known: the version of server 'ODD' "
            "is not known");
}

TEST(ListGaps, say_that_there_is_no_server_of_2007) {
  const Organization organization = OrganizationBuilder()
                                        .server("EX03", {kVersion2003})
                                        .connector("old", {kSmtp, kFax, kOrganization, kOld})
                                        .build();

  EXPECT_TRUE(list_gaps(organization, carried_types(organization)).no_servers);
  EXPECT_THAT(list_gaps(organization, carried_types(organization)).gaps, IsEmpty());
}

TEST(NeverRequiredByImport, holds_internal_types_and_those_of_other_transports) {
  for (const char* type : {"EX", "smtp", "X500", "X400", "MAPIPDL", "EUM", "SIP"}) {
    EXPECT_TRUE(never_required_by_import(type)) << type;
  }
  EXPECT_FALSE(never_required_by_import("FAX"));
  EXPECT_FALSE(never_required_by_import("NOTES"));
}

}  // namespace
}  // namespace connlint
