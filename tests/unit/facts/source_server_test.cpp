#include "linter/facts/source_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using test::Statement;
using ::testing::ElementsAre;

Statement version(const char* text) { return {Property::version, {text}}; }
Statement roles(std::vector<std::string> words) { return {Property::roles, std::move(words)}; }
Statement site(const char* name) { return {Property::site, {name}}; }

Organization with_sources(OrganizationBuilder builder, std::vector<std::string> sources) {
  return builder
      .connector("A", {{Property::kind, {"send"}}, {Property::source_servers, std::move(sources)}})
      .build();
}

TEST(SourceGenerations, are_those_of_the_known_versions) {
  OrganizationBuilder builder;
  builder.server("OLD", {version("8.3 (Build 83.6)")})
      .server("NEW", {version("15.1 (Build 2507.6)")})
      .server("ODD", {});
  const Organization all = with_sources(builder, {"OLD", "NEW"});
  const Organization some = with_sources(builder, {"NEW", "ODD", "GONE"});
  const Organization none = with_sources(builder, {});

  const SourceGenerations both = source_generations_of(all, all.connectors[0]);
  EXPECT_EQ(both.oldest, Generation::exchange_2007);
  EXPECT_EQ(both.newest, Generation::exchange_2016);
  EXPECT_TRUE(both.complete);
  EXPECT_FALSE(source_generations_of(some, some.connectors[0]).complete);
  EXPECT_EQ(source_generations_of(some, some.connectors[0]).oldest, Generation::exchange_2016);
  EXPECT_FALSE(source_generations_of(none, none.connectors[0]).complete);
  EXPECT_THAT(
      sources_between(all, all.connectors[0], Generation::exchange_55, Generation::exchange_2010),
      ElementsAre("OLD"));
}

TEST(TransportRoleOf, goes_by_role_and_version) {
  const Organization organization =
      OrganizationBuilder()
          .server("A", {version("8.3 (Build 83.6)"), roles({"mailbox"})})
          .server("B", {version("15.1 (Build 2507.6)"), roles({"mailbox"})})
          .server("C", {roles({"mailbox"})})
          .server("D", {roles({"hub-transport"})})
          .server("E", {version("15.0 (Build 1497.2)"), roles({"client-access"})})
          .server("F", {version("15.0 (Build 1497.2)")})
          .build();

  std::vector<TransportRole> found;
  for (const Server& server : organization.servers) found.push_back(transport_role_of(server));
  EXPECT_THAT(found, ElementsAre(TransportRole::no, TransportRole::yes, TransportRole::unknown,
                                 TransportRole::yes, TransportRole::no, TransportRole::unknown));
}

TEST(SourceSites, are_those_of_servers_inside) {
  OrganizationBuilder builder;
  builder.server("A", {site("Seattle")})
      .server("B", {site("London")})
      .server("C", {site("Seattle")})
      .server("D", {})
      .server("E", {roles({"edge-transport"})});
  const Organization known = with_sources(builder, {"B", "A", "C", "E"});
  const Organization partly = with_sources(builder, {"A", "D"});

  const SourceSites sites = source_sites_of(known, known.connectors[0]);
  EXPECT_THAT(names_of(known, sites), ElementsAre("London", "Seattle"));
  EXPECT_TRUE(sites.complete);
  EXPECT_FALSE(source_sites_of(partly, partly.connectors[0]).complete);
}

TEST(HasSourceServers, goes_by_the_kind) {
  const Organization organization = OrganizationBuilder()
                                        .connector("A", {{Property::kind, {"foreign"}}})
                                        .connector("B", {{Property::kind, {"receive"}}})
                                        .build();

  EXPECT_TRUE(has_source_servers(organization.connectors[0]));
  EXPECT_FALSE(has_source_servers(organization.connectors[1]));
}

}  // namespace
}  // namespace connlint
