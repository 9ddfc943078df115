#include "linter/outlook/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/routing/routing_fixture.h"

namespace connlint {
namespace {

using test::organization_from;
using ::testing::HasSubstr;

/// Two mailbox servers of Exchange 2007 SP1 in site A, one with Update Rollup 7.
Organization two_servers(const std::string& connector, const std::string& started = "") {
  const std::string store = started.empty() ? "" : ", store_started: " + started;
  return organization_from(
      "connlint: 1\nsites: [{name: A}]\nservers:\n"
      "  - {name: EX1, version: '8.1 (Build 240.6)', roles: [mailbox, hub-transport], site: A, "
      "update_rollup: 7" +
      store +
      "}\n  - {name: EX2, version: '8.1 (Build 240.6)', roles: [mailbox, hub-transport], site: A, "
      "update_rollup: 6" +
      store + "}\nconnectors:\n" + connector);
}

Gate gate(const Organization& organization, Place place, std::string_view type = "FAX") {
  return gate_of(organization, place, type, Client::cached);
}
constexpr Place kSiteA{PlaceKind::site, 0};
constexpr Place kFirstServer{PlaceKind::server, 0};

const std::string kFax =
    "  - {name: Fax, kind: send, address_spaces: ['FAX:*'], source_servers: [EX1]";

TEST(Gate, allows_what_is_always_on_the_list) {
  const Organization organization = two_servers(kFax + "}\n");
  for (std::string_view type : {"SMTP", "X400", "EX", "MAPIPDL"}) {
    EXPECT_EQ(gate(organization, kSiteA, type).verdict, GateVerdict::allowed) << type;
  }
}

TEST(Gate, is_that_of_the_strictest_server) {
  const Organization organization = two_servers(kFax + ", scope: site, enabled: true}\n");

  EXPECT_EQ(gate(organization, kFirstServer).verdict, GateVerdict::allowed);

  const Gate site = gate(organization, kSiteA);
  EXPECT_EQ(site.verdict, GateVerdict::refused);
  EXPECT_THAT(site.reason, HasSubstr("on 'EX2'"));
  EXPECT_THAT(site.reason, HasSubstr("KB 955778"));
}

TEST(Gate, is_not_asked_without_a_client_and_open_online) {
  const Organization organization = two_servers("  []\n");
  EXPECT_EQ(gate_of(organization, kSiteA, "FAX", Client::none).verdict, GateVerdict::not_asked);
  EXPECT_EQ(gate_of(organization, kSiteA, "FAX", Client::online).verdict, GateVerdict::allowed);
  EXPECT_EQ(gate(organization, kSiteA).verdict, GateVerdict::refused);
}

TEST(Gate, a_list_older_than_its_only_connector_is_stale) {
  const std::string fax =
      kFax + ", scope: organization, enabled: true, changed: 2008-12-02T09:00:00Z}\n";

  const Gate stale = gate(two_servers(fax, "2008-12-01T08:00:00Z"), kFirstServer);
  EXPECT_EQ(stale.verdict, GateVerdict::refused);
  EXPECT_THAT(stale.reason, HasSubstr("stale"));

  EXPECT_EQ(gate(two_servers(fax, "2008-12-03T08:00:00Z"), kFirstServer).verdict,
            GateVerdict::allowed);
}

TEST(Gate, unknown_times_leave_the_list_current_and_say_so) {
  const Gate open =
      gate(two_servers(kFax + ", scope: organization, enabled: true}\n"), kFirstServer);
  EXPECT_EQ(open.verdict, GateVerdict::allowed);
  EXPECT_THAT(open.reason, HasSubstr("restart"));
  EXPECT_THAT(open.reason, HasSubstr("assumed"));
}

TEST(Gate, does_not_judge_what_no_article_speaks_of) {
  const Organization organization = organization_from(
      "connlint: 1\nrouting_groups: [{name: Old}]\nservers:\n"
      "  - {name: EX03, version: '6.5 (Build 7638.2)', routing_group: Old}\nconnectors: []\n");
  EXPECT_EQ(gate(organization, kFirstServer).verdict, GateVerdict::unknown);
  EXPECT_EQ(gate(organization, {PlaceKind::routing_group, 0}).verdict, GateVerdict::unknown);
}

TEST(Gate, knows_the_sort_fault_and_never_refuses_for_it) {
  const Organization organization = organization_from(
      "connlint: 1\nsites: [{name: A}]\nservers:\n"
      "  - {name: EX1, version: '8.0 (Build 685.24)', roles: [mailbox, hub-transport], site: A, "
      "update_rollup: "
      "3}\n"
      "connectors:\n" +
      kFax + ", scope: organization, enabled: true}\n");
  const Gate open = gate(organization, kFirstServer);
  EXPECT_EQ(open.verdict, GateVerdict::allowed);
  EXPECT_THAT(open.reason, HasSubstr("KB 937861"));
}

// KB 959956: Outlook reads its list anew each time that it starts.
TEST(ClientList, refuses_a_type_that_the_server_gives_and_the_list_lacks) {
  const std::vector<std::string> list = {"EX", "SMTP"};
  const Gate gate = with_client_list({GateVerdict::allowed, "the server gives it"}, "FAX", list);
  EXPECT_EQ(gate.verdict, GateVerdict::refused);
  EXPECT_THAT(gate.reason, HasSubstr("restart the Information Store, then Outlook"));
  EXPECT_THAT(gate.reason, HasSubstr("the server gives it"));
  EXPECT_EQ(with_client_list({GateVerdict::allowed, "always"}, "X400", list).verdict,
            GateVerdict::allowed);
}

TEST(ClientList, does_not_allow_what_the_server_refuses) {
  const std::vector<std::string> list = {"EX", "FAX", "SMTP"};
  const Gate gate = with_client_list({GateVerdict::refused, "no connector"}, "fax", list);
  EXPECT_EQ(gate.verdict, GateVerdict::refused);
  EXPECT_THAT(gate.reason, HasSubstr("still holds the type until Outlook is started again"));
}

TEST(ClientList, settles_what_is_not_known_of_the_server) {
  const std::vector<std::string> list = {"EX", "FAX", "SMTP"};
  EXPECT_EQ(with_client_list({GateVerdict::unknown, "rollup"}, "FAX", list).verdict,
            GateVerdict::allowed);
  EXPECT_EQ(with_client_list({GateVerdict::unknown, "rollup"}, "SMS", list).verdict,
            GateVerdict::refused);
}

}  // namespace
}  // namespace connlint
