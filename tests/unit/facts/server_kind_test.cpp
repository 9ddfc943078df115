#include "linter/facts/server_kind.h"

#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using test::Statement;

constexpr const char* kModernGroup = "Exchange Routing Group (DWBGZMFD01QNBJR)";
const Statement kSend{Property::kind, {"send"}};
const Statement kVersion2010{Property::version, {"14.1 (Build 218.15)"}};

TEST(CountsAsModern, goes_by_the_version_first) {
  const Organization organization = OrganizationBuilder()
                                        .server("A", {{Property::version, {"6.5 (Build 7638.2)"}},
                                                      {Property::routing_group, {kModernGroup}}})
                                        .build();

  EXPECT_FALSE(counts_as_modern(organization, organization.servers[0]));
  EXPECT_TRUE(counts_as_legacy(organization, organization.servers[0]));
}

TEST(CountsAsModern, goes_by_routing_group_and_roles_where_the_version_is_unknown) {
  const Organization organization = OrganizationBuilder()
                                        .server("A", {{Property::routing_group, {kModernGroup}}})
                                        .server("B", {{Property::roles, {"mailbox"}}})
                                        .server("C", {{Property::routing_group, {"Berlin"}}})
                                        .server("D", {})
                                        .build();

  EXPECT_TRUE(counts_as_modern(organization, organization.servers[0]));
  EXPECT_TRUE(counts_as_modern(organization, organization.servers[1]));
  EXPECT_TRUE(counts_as_legacy(organization, organization.servers[2]));
  EXPECT_FALSE(counts_as_modern(organization, organization.servers[3]));
  EXPECT_FALSE(counts_as_legacy(organization, organization.servers[3]));
}

TEST(ShowsLegacy, by_a_routing_group_alone) {
  const Organization organization =
      OrganizationBuilder().connector("A", {kSend, {Property::home, {"Berlin"}}}).build();
  const Organization modern =
      OrganizationBuilder().connector("A", {kSend, {Property::home, {kModernGroup}}}).build();

  EXPECT_TRUE(shows_legacy(organization));
  EXPECT_FALSE(shows_legacy(modern));
}

TEST(IsEdgeObject, by_its_name_in_ad_lds) {
  const Organization organization =
      OrganizationBuilder()
          .connector("A",
                     {kSend,
                      {Property::dn,
                       {"CN=A,CN=Connections,CN=First Organization,CN=Microsoft Exchange,"
                        "CN=Services,CN=Configuration,CN={0A1B2C3D-0000-4000-8000-000000000001}"}}})
          .connector("B", {kSend, {Property::dn, {"CN=B,CN=Configuration,DC=contoso,DC=com"}}})
          .build();

  EXPECT_TRUE(is_edge_object(organization, organization.connectors[0]));
  EXPECT_FALSE(is_edge_object(organization, organization.connectors[1]));
}

TEST(IsEdgeObject, where_all_servers_are_edge_servers) {
  const Organization organization =
      OrganizationBuilder()
          .server("EDGE", {kVersion2010, {Property::roles, {"edge-transport"}}})
          .connector("A", {kSend})
          .build();

  EXPECT_TRUE(is_edge_object(organization, organization.connectors[0]));
}

TEST(EdgeSourceOf, knows_roles_and_subscriptions) {
  const Organization organization =
      OrganizationBuilder()
          .server("HUB", {kVersion2010, {Property::roles, {"hub-transport"}}})
          .server("ANY", {kVersion2010})
          .add(ObjectKind::edge_subscription, {{Property::name, {"EDGE"}}})
          .connector("hub", {kSend, {Property::source_servers, {"HUB"}}})
          .connector("edge", {kSend, {Property::source_servers, {"edge.contoso.com"}}})
          .connector("roles unknown", {kSend, {Property::source_servers, {"ANY"}}})
          .connector("server unknown", {kSend, {Property::source_servers, {"OTHER"}}})
          .connector("no source", {kSend})
          .build();
  const auto source = [&](std::size_t index) {
    return edge_source_of(organization, organization.connectors[index]);
  };

  EXPECT_EQ(source(0), EdgeSource::no);
  EXPECT_EQ(source(1), EdgeSource::yes);
  EXPECT_EQ(source(2), EdgeSource::unknown);
  EXPECT_EQ(source(3), EdgeSource::unknown);
  EXPECT_EQ(source(4), EdgeSource::unknown);
}

}  // namespace
}  // namespace connlint
