#include "linter/outlook/server_types.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/routing/routing_fixture.h"

namespace connlint {
namespace {

using test::organization_from;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> given(const ServerTypes& types) {
  std::vector<std::string> names;
  for (const GivenType& type : types.types) names.push_back(type.type);
  return names;
}

std::vector<std::string> missing(const ServerTypes& types) {
  std::vector<std::string> names;
  for (const MissingType& type : types.missing) names.push_back(type.type);
  return names;
}

TEST(ServerTypesTest, are_those_of_connectors_of_exchange_2007) {
  const Organization organization = organization_from(
      "connlint: 1\nrequired_address_types: [FAX, PAGER, SMTP]\nservers:\n"
      "  - {name: EX07, version: '8.1 (Build 240.6)', roles: [mailbox, hub-transport]}\n"
      "  - {name: EX03, version: '6.5 (Build 7638.2)'}\n"
      "  - {name: HUB, version: '8.1 (Build 240.6)', roles: [hub-transport]}\n"
      "connectors:\n"
      "  - {name: Second, kind: send, address_spaces: ['FAX:1*', 'fax:2*'], scope: organization,"
      " source_servers: [HUB]}\n"
      "  - {name: First, kind: send, address_spaces: ['FAX:*', '*'], scope: organization,"
      " source_servers: [HUB]}\n"
      "  - {name: Old, kind: smtp, address_spaces: ['PAGER:*'], scope: organization,"
      " source_servers: [EX03]}\n");

  const std::vector<ServerTypes> servers = types_of_servers(organization);

  // EX03 and EX07, by name; HUB has no mailboxes.
  ASSERT_THAT(servers, SizeIs(2));
  EXPECT_FALSE(servers[0].known);
  EXPECT_THAT(servers[0].unknown_reason, HasSubstr("Exchange 2000/2003"));
  EXPECT_TRUE(servers[1].known);
  EXPECT_THAT(given(servers[1]), ElementsAre("FAX"));
  EXPECT_THAT(servers[1].types[0].connectors, ElementsAre(ConnectorId{1}, ConnectorId{0}));
  EXPECT_THAT(missing(servers[1]), ElementsAre("PAGER"));
  EXPECT_THAT(servers[1].missing[0].reason, HasSubstr("KB 959956, cause 2"));
}

TEST(ServerTypesTest, are_not_known_without_version_or_connectors) {
  const std::vector<ServerTypes> unknown = types_of_servers(organization_from(
      "connlint: 1\nservers: [{name: EX}]\nconnectors:\n"
      "  - {name: Fax, kind: send, address_spaces: ['FAX:*'], scope: organization}\n"));
  ASSERT_THAT(unknown, SizeIs(1));
  EXPECT_FALSE(unknown[0].known);

  const std::vector<ServerTypes> alone = types_of_servers(
      organization_from("connlint: 1\nservers: [{name: EX, version: '8.1 (Build 240.6)'}]\n"));
  ASSERT_THAT(alone, SizeIs(1));
  EXPECT_FALSE(alone[0].known);
  EXPECT_EQ(alone[0].unknown_reason, "the inputs hold no connectors");
}

// KB 955778: with Update Rollup 7 a scoped connector feeds the list, before it does not; which one
// is installed is in no export.
TEST(ServerTypesTest, are_not_known_where_the_rollup_decides_about_a_required_type) {
  const auto types = [](const std::string& rollup) {
    return types_of_servers(organization_from(
        "connlint: 1\nrequired_address_types: [FAX]\nservers:\n"
        "  - {name: EX, version: '8.1 (Build 240.6)'" +
        rollup +
        "}\nconnectors:\n"
        "  - {name: Fax, kind: send, address_spaces: ['FAX:*'], scope: site, source_servers: "
        "[EX]}\n"));
  };
  EXPECT_FALSE(types("")[0].known);
  EXPECT_THAT(missing(types("")[0]), ElementsAre("FAX"));
  EXPECT_TRUE(types(", update_rollup: 6")[0].known);
  EXPECT_THAT(missing(types(", update_rollup: 6")[0]), ElementsAre("FAX"));
  EXPECT_THAT(given(types(", update_rollup: 7")[0]), ElementsAre("FAX"));
}

Organization timed(const std::string& started, const std::string& changed) {
  return organization_from(
      "connlint: 1\nrequired_address_types: [FAX]\nservers:\n"
      "  - {name: EX, version: '8.1 (Build 240.6)'" +
      (started.empty() ? "" : ", store_started: '" + started + "'") +
      "}\nconnectors:\n"
      "  - {name: Fax, kind: send, address_spaces: ['FAX:*'], scope: organization, source_servers: "
      "[EX]" +
      (changed.empty() ? "" : ", changed: '" + changed + "'") + "}\n");
}

TEST(ServerTypesTest, lack_what_was_changed_after_the_store_was_started) {
  const ServerTypes stale =
      types_of_servers(timed("2008-12-01T08:00:00Z", "2008-12-01T08:00:01Z")).front();
  EXPECT_TRUE(stale.types.front().after_restart);
  EXPECT_FALSE(stale.allows("FAX"));
  EXPECT_THAT(missing(stale), ElementsAre("FAX"));
  EXPECT_TRUE(stale.known);

  const ServerTypes current =
      types_of_servers(timed("2008-12-01T08:00:01Z", "2008-12-01T08:00:01Z")).front();
  EXPECT_TRUE(current.allows("fax"));
  EXPECT_TRUE(current.types.front().loaded);
  EXPECT_TRUE(types_of_servers(timed("", "2008-12-01T08:00:01Z")).front().allows("FAX"));
}

TEST(ClientListStateTest, names_the_restart_that_is_missing) {
  const std::vector<std::string> client = {"EX", "SMTP"};
  const ClientListState unknown = state_of(types_of_servers(timed("", "")).front(), client);
  EXPECT_THAT(unknown.lacking, ElementsAre("FAX"));
  EXPECT_TRUE(unknown.store_restart);

  const ClientListState loaded = state_of(
      types_of_servers(timed("2008-12-02T08:00:00Z", "2008-12-01T08:00:00Z")).front(), client);
  EXPECT_THAT(loaded.lacking, ElementsAre("FAX"));
  EXPECT_FALSE(loaded.store_restart);

  const ClientListState whole =
      state_of(types_of_servers(timed("", "")).front(), {"EX", "FAX", "SMTP"});
  EXPECT_THAT(whole.lacking, IsEmpty());
  EXPECT_FALSE(whole.store_restart);
}

}  // namespace
}  // namespace connlint
