#include "linter/routing/topology/start.h"

#include "tests/unit/routing/routing_fixture.h"

namespace connlint::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Berlin has a mailbox server alone, Branch a Client Access server alone, Munich both roles apart.
std::string sites(const std::string& version) {
  const std::string of = ", version: '" + version + "', roles: ";
  return "connlint: 1\n"
         "sites: [{name: Berlin}, {name: Branch}, {name: Hub, hub: true}, {name: Munich}]\n"
         "site_links:\n"
         "  - {name: North, sites: [Berlin, Branch, Hub], cost: 10}\n"
         "  - {name: South, sites: [Branch, Munich], cost: 5}\n"
         "servers:\n"
         "  - {name: BER-MB" +
         of +
         "[mailbox], site: Berlin}\n"
         "  - {name: BRA-CAS" +
         of +
         "[client-access], site: Branch}\n"
         "  - {name: HUB-CAS" +
         of +
         "[client-access], site: Hub}\n"
         "  - {name: MUC-HT, version: '14.3 (Build 123.4)', roles: [hub-transport], site: Munich}\n"
         "  - {name: MUC-MB" +
         of +
         "[mailbox], site: Munich}\n"
         "connectors:\n"
         "  - {name: Internet, kind: send, address_spaces: ['SMTP:*;1'], dns_routing: true, scope: "
         "organization, enabled: true, source_servers: [MUC-HT, BER-MB]}\n";
}

std::vector<std::string> names(const RoutingModel& model, const std::vector<Place>& places) {
  std::vector<std::string> out;
  for (const Place& place : places) out.push_back(model.name_of(place).name);
  return out;
}

TEST(Start, of_mailbox_servers_without_hub_transport_is_nowhere) {
  const Case in(organization_from(sites("14.3 (Build 123.4)")));
  EXPECT_THAT(names(in.model(), in.model().places()), ElementsAre("Munich"));
  EXPECT_THAT(names(in.model(), in.model().starts()), ElementsAre("Berlin", "Munich"));
  for (std::string_view from : {"Berlin", "BER-MB"}) {
    const Route route = in.route("u@example.net", from);
    EXPECT_EQ(route.verdict, Verdict::unreachable);
    EXPECT_THAT(route.answer.reason, HasSubstr("event 5007"));
  }
  // A Client Access server of Exchange 2010 routes nothing either.
  EXPECT_EQ(in.route("u@example.net", "Branch").verdict, Verdict::unreachable);
}

TEST(Start, of_a_mailbox_server_is_the_hub_transport_server_of_its_site) {
  const Case in(organization_from(sites("14.3 (Build 123.4)")));
  const Route route = in.route("u@example.net", "MUC-MB");
  EXPECT_EQ(route.verdict, Verdict::routed);
  EXPECT_THAT(path_of(route.answer.path), ElementsAre("Munich"));
}

TEST(Start, of_client_access_servers_of_2013_is_the_nearest_site_with_transport) {
  const Case in(organization_from(sites("15.0 (Build 1497.2)")));
  // There a Mailbox server has the Transport service.
  EXPECT_THAT(names(in.model(), in.model().places()), ElementsAre("Berlin", "Munich"));
  const Route route = in.route("u@example.net", "Branch");
  EXPECT_EQ(route.verdict, Verdict::routed);
  EXPECT_THAT(path_of(route.answer.path), ElementsAre("Munich"));
  EXPECT_THAT(route.answer.reason, HasSubstr("site 'Branch' has Client Access servers alone"));
}

TEST(Topology, knows_hub_sites_and_bridgeheads_by_their_transport_servers) {
  const Case in(organization_from(sites("14.3 (Build 123.4)")));
  const Topology& topology = in.model().topology();
  // Hub is a hub site without anybody who could stop mail.
  EXPECT_FALSE(topology.is_hub(in.place("Hub").index));
  // Of the two source servers only one sends.
  EXPECT_THAT(topology.placement_of(ConnectorId{0}).sites, ElementsAre(in.place("Munich").index));
}

TEST(RouteModern, servers_without_transport_and_edge_servers_carry_nothing_beyond_their_reach) {
  const Case in(organization_from(
      "connlint: 1\n"
      "servers:\n"
      "  - {name: HUB, version: '14.3 (Build 123.4)', roles: [hub-transport], site: A}\n"
      "  - {name: MBX, version: '14.3 (Build 123.4)', roles: [mailbox], site: A}\n"
      "  - {name: EDGE, version: '14.3 (Build 123.4)', roles: [edge-transport], site: A}\n"
      "connectors:\n"
      "  - {name: Partner, kind: send, address_spaces: ['SMTP:fabrikam.com;1'], dns_routing: true, "
      "source_servers: [MBX]}\n"
      "  - {name: Fax, kind: send, address_spaces: ['FAX:*;1'], dns_routing: false, smart_hosts: "
      "[fax.contoso.com], source_servers: [EDGE]}\n"
      "  - {name: Internet, kind: send, address_spaces: ['SMTP:*;1'], dns_routing: true, "
      "source_servers: [HUB]}\n"));
  const Route partner = in.route("u@fabrikam.com", "A");
  EXPECT_THAT(in.chosen(partner), ElementsAre("Internet"));
  EXPECT_EQ(outcome_of(partner, "Partner"), Outcome::ignored);
  const Route fax = in.route("FAX:1", "A");
  EXPECT_EQ(fax.verdict, Verdict::ndr);
  EXPECT_EQ(outcome_of(fax, "Fax"), Outcome::ignored);
  EXPECT_EQ(in.gate("FAX:1", "A", Client::cached).verdict, GateVerdict::refused);
}

TEST(Topology, a_link_whose_sites_are_not_known_cuts_nothing_off) {
  const Case in(organization_from(
      "connlint: 1\n"
      "sites: [{name: A}, {name: B}]\n"
      "site_links: [{name: Backbone, cost: 10}]\n"
      "servers:\n"
      "  - {name: EX-A, version: '15.1 (Build 2507.6)', roles: [mailbox], site: A}\n"
      "  - {name: EX-B, version: '15.1 (Build 2507.6)', roles: [mailbox], site: B}\n"
      "connectors:\n"
      "  - {name: Internet, kind: send, address_spaces: ['SMTP:*;1'], dns_routing: true, scope: "
      "organization, enabled: true, source_servers: [EX-A]}\n"));
  const Route route = in.route("u@example.net", "B");
  EXPECT_EQ(route.verdict, Verdict::routed);
  EXPECT_FALSE(route.answer.cost);
  EXPECT_THAT(route.answer.reason, HasSubstr("the sites of site link 'Backbone' were cut off"));
}

}  // namespace
}  // namespace connlint::test
