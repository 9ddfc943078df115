#include "linter/facts/dropped.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint::test {
namespace {

using testing::HasSubstr;

/// One connector beside a Hub Transport, a mailbox and an Edge Transport server.
Organization with(std::vector<Statement> statements) {
  OrganizationBuilder builder;
  const auto server = [&](const std::string& name, const std::string& role) {
    builder.server(name, {{Property::version, {"14.3 (Build 123.4)"}}, {Property::roles, {role}}});
  };
  server("HUB", "hub-transport");
  server("MBX", "mailbox");
  server("EDGE", "edge-transport");
  statements.push_back({Property::kind, {"send"}});
  builder.connector("C", std::move(statements));
  return builder.build();
}

Dropped dropped(std::vector<Statement> statements) {
  const Organization organization = with(std::move(statements));
  return dropped_of(organization, organization.connectors.front());
}

Carriage fax(std::vector<Statement> statements) {
  statements.push_back({Property::address_spaces, {"FAX:*;1"}});
  const Organization organization = with(std::move(statements));
  return carriage_of(organization, organization.connectors.front(), "fax");
}

TEST(Dropped, needs_a_source_server_that_sends) {
  EXPECT_EQ(dropped({{Property::source_servers, {"HUB"}}}), Dropped::no);
  EXPECT_EQ(dropped({{Property::source_servers, {"EDGE"}}}), Dropped::no);
  EXPECT_EQ(dropped({{Property::source_servers, {"MBX"}}}), Dropped::no_transport);
  EXPECT_EQ(dropped({{Property::source_servers, {"MBX", "HUB"}}}), Dropped::no);
  EXPECT_EQ(dropped({{Property::source_servers, {"GONE"}}}), Dropped::unknown_sources);
  EXPECT_EQ(dropped({{Property::source_servers, {}}, {Property::home_mta_server_id, {}}}),
            Dropped::no_source);
  // Home MTA not known: it may have one.
  EXPECT_EQ(dropped({{Property::source_servers, {}}}), Dropped::no);
}

TEST(Dropped, needs_smart_hosts_that_are_hosts) {
  const Statement hub = {Property::source_servers, {"HUB"}};
  const Statement no_dns = {Property::dns_routing, {"false"}};
  EXPECT_EQ(dropped({hub, no_dns, {Property::smart_hosts, {}}}), Dropped::smart_host);
  EXPECT_EQ(dropped({hub, no_dns, {Property::smart_hosts, {"no host!"}}}), Dropped::smart_host);
  EXPECT_EQ(dropped({hub, no_dns, {Property::smart_hosts, {"gw.contoso.com"}}}), Dropped::no);
  // `--` stands for the servers inside, which only an Edge Transport server knows.
  EXPECT_EQ(dropped({hub, no_dns, {Property::smart_hosts, {"--"}}}), Dropped::smart_host);
  EXPECT_EQ(
      dropped({{Property::source_servers, {"EDGE"}}, no_dns, {Property::smart_hosts, {"--"}}}),
      Dropped::no);
}

TEST(Carriage, other_types_than_smtp_need_a_smart_host_and_no_edge_server) {
  const Statement host = {Property::smart_hosts, {"gw.contoso.com"}};
  EXPECT_EQ(fax({{Property::source_servers, {"HUB"}}, host}), Carriage::carries);
  EXPECT_EQ(fax({{Property::source_servers, {"HUB"}}, {Property::dns_routing, {"true"}}}),
            Carriage::dropped);
  EXPECT_EQ(fax({{Property::source_servers, {"EDGE"}}, host}), Carriage::dropped);
  EXPECT_EQ(fax({{Property::source_servers, {"HUB"}}, host, {Property::max_message_size, {"0"}}}),
            Carriage::dropped);
}

TEST(Carriage, a_type_that_no_address_can_have_is_carried_by_nobody) {
  EXPECT_TRUE(is_impossible_type("FA-X"));
  EXPECT_TRUE(is_impossible_type("local"));
  EXPECT_FALSE(is_impossible_type("FAX"));
  const Organization organization = with({{Property::source_servers, {"HUB"}},
                                          {Property::smart_hosts, {"gw.contoso.com"}},
                                          {Property::address_spaces, {"Local:*;1", "SMS:*;1"}}});
  const Connector& connector = organization.connectors.front();
  EXPECT_EQ(carriage_of(organization, connector, "LOCAL"), Carriage::dropped);
  EXPECT_EQ(carriage_of(organization, connector, "SMS"), Carriage::carries);
  EXPECT_EQ(carriage_of(organization, connector, "FAX"), Carriage::none);
  EXPECT_THAT(std::string(dropped_text(organization, connector, "LOCAL")),
              HasSubstr("no address can have a type of that name"));
}

}  // namespace
}  // namespace connlint::test
