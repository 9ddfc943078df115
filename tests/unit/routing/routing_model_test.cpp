#include "linter/routing/routing_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/routing/routing_fixture.h"

namespace connlint {
namespace {

using test::Case;
using test::organization_from;
using test::outcome_of;
using test::path_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::uint64_t kMegabyte = 1024 * 1024;

/// An organisation of one server of Exchange 2007 SP1 in site A, with these connectors.
Organization one_site(const std::string& connectors) {
  return organization_from(
      "connlint: 1\nsites: [{name: A}]\n"
      "servers:\n  - {name: EX1, version: '8.1 (Build 240.6)', roles: [hub-transport], site: A}\n"
      "connectors:\n" +
      connectors);
}

/// Sites A and B with one server each, joined at cost 5; the connectors of the text.
Organization two_sites(const std::string& connectors, const std::string& limit = "unlimited") {
  return organization_from(
      "connlint: 1\nsites: [{name: A}, {name: B}]\n"
      "site_links: [{name: A-B, sites: [A, B], cost: 5, max_message_size: " +
      limit +
      "}]\n"
      "servers:\n"
      "  - {name: EX-A, version: '8.1 (Build 240.6)', roles: [hub-transport], site: A}\n"
      "  - {name: EX-B, version: '8.1 (Build 240.6)', roles: [hub-transport], site: B}\n"
      "connectors:\n" +
      connectors);
}

/// Site A of Exchange 2007, routing groups Old and Far of Exchange 2003, joined in a line.
Organization coexistence(const std::string& connectors) {
  const std::string modern = "'Exchange Routing Group (DWBGZMFD01QNBJR)'";
  return organization_from(
      "connlint: 1\nsites: [{name: A}]\nrouting_groups: [{name: Old}, {name: Far}, {name: " +
      modern +
      "}]\nservers:\n"
      "  - {name: EX07, version: '8.1 (Build 240.6)', roles: [hub-transport, mailbox], site: A, "
      "routing_group: " +
      modern +
      "}\n"
      "  - {name: EX03, version: '6.5 (Build 7638.2)', routing_group: Old}\n"
      "  - {name: FAR03, version: '6.5 (Build 7638.2)', routing_group: Far}\n"
      "connectors:\n"
      "  - {name: In, kind: routing-group, home: Old, target: " +
      modern +
      ", cost: 1, source_servers: [EX03], target_servers: [EX07]}\n"
      "  - {name: Out, kind: routing-group, home: " +
      modern +
      ", target: Old, cost: 1, source_servers: [EX07], target_servers: [EX03]}\n"
      "  - {name: There, kind: routing-group, home: Old, target: Far, cost: 1, "
      "source_servers: [EX03], target_servers: [FAR03]}\n"
      "  - {name: Back, kind: routing-group, home: Far, target: Old, cost: 1, "
      "source_servers: [FAR03], target_servers: [EX03]}\n" +
      connectors);
}

std::string detail_of(const Route& route, std::string_view connector) {
  for (const Candidate& candidate : route.candidates) {
    if (candidate.name == connector) return candidate.detail;
  }
  return {};
}

TEST(RouteModern, connectors_that_routing_drops_name_their_event) {
  const Case in(one_site(
      "  - {name: NoSource, kind: send, address_spaces: ['contoso.com'], source_servers: [],"
      " home_mta_server_id: ''}\n"
      "  - {name: Unknown, kind: send, address_spaces: ['contoso.com'], source_servers: [GONE]}\n"
      "  - {name: NoHost, kind: send, address_spaces: ['contoso.com'], source_servers: [EX1],"
      " dns_routing: false, smart_hosts: []}\n"
      "  - {name: BadHost, kind: send, address_spaces: ['contoso.com'], source_servers: [EX1],"
      " dns_routing: false, smart_hosts: ['not a host']}\n"
      "  - {name: Default, kind: send, address_spaces: ['*'], source_servers: [EX1]}\n"));

  const Route route = in.route("u@contoso.com", "A");

  EXPECT_THAT(in.chosen(route), ElementsAre("Default"));
  EXPECT_THAT(detail_of(route, "NoSource"), HasSubstr("event 5014"));
  EXPECT_THAT(detail_of(route, "Unknown"), HasSubstr("event 5016"));
  EXPECT_THAT(detail_of(route, "NoHost"), HasSubstr("event 5019"));
  EXPECT_THAT(detail_of(route, "BadHost"), HasSubstr("event 5019"));
  for (std::string_view name : {"NoSource", "Unknown", "NoHost", "BadHost"}) {
    EXPECT_EQ(outcome_of(route, name), Outcome::ignored) << name;
  }
}

TEST(RouteModern, a_non_smtp_space_is_dropped_where_the_connector_routes_by_dns) {
  const Case in(
      one_site("  - {name: Both, kind: send, address_spaces: ['FAX:*', '*'], source_servers: [EX1],"
               " dns_routing: true}\n"));

  const Route fax = in.route("FAX:1", "A");

  EXPECT_EQ(fax.verdict, Verdict::ndr);
  EXPECT_EQ(outcome_of(fax, "Both"), Outcome::ignored);
  EXPECT_THAT(detail_of(fax, "Both"), HasSubstr("event 5025"));
  EXPECT_THAT(in.chosen(in.route("u@contoso.com", "A")), ElementsAre("Both"));
}

TEST(RouteModern, a_source_without_site_path_is_dropped) {
  const Case in(organization_from(
      "connlint: 1\nsites: [{name: A}, {name: B}]\nsite_links: []\nservers:\n"
      "  - {name: EX-A, version: '8.1 (Build 240.6)', site: A}\n"
      "  - {name: EX-B, version: '8.1 (Build 240.6)', site: B}\n"
      "connectors:\n"
      "  - {name: Far, kind: send, address_spaces: ['contoso.com'], source_servers: [EX-B]}\n"
      "  - {name: Near, kind: send, address_spaces: ['*'], source_servers: [EX-A]}\n"));

  const Route route = in.route("u@contoso.com", "A");

  EXPECT_THAT(in.chosen(route), ElementsAre("Near"));
  EXPECT_EQ(outcome_of(route, "Far"), Outcome::ignored);
  EXPECT_THAT(detail_of(route, "Far"), HasSubstr("event 5016"));
}

TEST(RouteModern, too_large_or_scoped_specific_connectors_leak_to_the_default) {
  const Case in(two_sites(
      "  - {name: Partner, kind: send, address_spaces: ['contoso.com'], source_servers: [EX-B],"
      " max_message_size: 10MB}\n"
      "  - {name: Scoped, kind: send, address_spaces: ['fabrikam.com'], source_servers: [EX-B],"
      " scope: site}\n"
      "  - {name: Internet, kind: send, address_spaces: ['*'], source_servers: [EX-A]}\n"));

  EXPECT_THAT(in.chosen(in.route("u@contoso.com", "A", {.size = 20 * kMegabyte})),
              ElementsAre("Internet"));
  EXPECT_THAT(in.chosen(in.route("u@contoso.com", "A", {.size = kMegabyte})),
              ElementsAre("Partner"));
  EXPECT_THAT(in.chosen(in.route("u@fabrikam.com", "A")), ElementsAre("Internet"));
  EXPECT_THAT(in.chosen(in.route("u@fabrikam.com", "B")), ElementsAre("Scoped"));
}

TEST(RouteModern, a_site_link_that_is_too_small_returns_the_message) {
  const Case in(two_sites(
      "  - {name: Exit, kind: send, address_spaces: ['*'], source_servers: [EX-B]}\n", "5MB"));

  const Route route = in.route("u@contoso.com", "A", {.size = 6 * kMegabyte});

  EXPECT_EQ(route.verdict, Verdict::ndr);
  EXPECT_THAT(route.answer.connectors, IsEmpty());
  EXPECT_THAT(route.answer.reason, HasSubstr("'A-B'"));
  EXPECT_EQ(in.route("u@contoso.com", "A", {.size = 5 * kMegabyte}).verdict, Verdict::routed);
}

TEST(RouteModern, what_is_down_queues_and_never_falls_back) {
  const Case in(two_sites(
      "  - {name: Partner, kind: send, address_spaces: ['contoso.com'], source_servers: [EX-B]}\n"
      "  - {name: Internet, kind: send, address_spaces: ['*'], source_servers: [EX-A]}\n"));

  for (std::string_view down : {"EX-B", "A-B"}) {
    const Route route = in.route("u@contoso.com", "A", {.down = {std::string(down)}});
    EXPECT_THAT(in.chosen(route), ElementsAre("Partner")) << down;
    EXPECT_EQ(route.queue_point, "A") << down;
  }
  EXPECT_EQ(in.route("u@contoso.com", "A", {.down = {"Partner"}}).queue_point, "B");
  EXPECT_EQ(in.route("u@contoso.com", "A", {.down = {"Internet"}}).queue_point, "");
}

TEST(RouteModern, the_nearest_of_several_source_sites_counts) {
  const Case in(two_sites(
      "  - {name: Exit, kind: send, address_spaces: ['*'], source_servers: [EX-A, EX-B]}\n"));

  EXPECT_THAT(path_of(in.route("u@contoso.com", "A").answer.path), ElementsAre("A"));
  EXPECT_THAT(path_of(in.route("u@contoso.com", "B").answer.path), ElementsAre("B"));
}

TEST(RouteModern, unknown_links_count_as_one_of_the_default_cost) {
  const Case in(organization_from(
      "connlint: 1\nservers:\n  - {name: EX-A, version: '8.1 (Build 240.6)', site: A}\n"
      "  - {name: EX-B, version: '8.1 (Build 240.6)', site: B}\n"
      "connectors:\n  - {name: Exit, kind: send, address_spaces: ['*'], source_servers: "
      "[EX-B]}\n"));

  const Route route = in.route("u@contoso.com", "A");

  EXPECT_EQ(route.answer.cost->path, 100);
  EXPECT_THAT(route.answer.reason, HasSubstr("no input tells the site links"));
}

TEST(RouteModern, connectors_alone_make_one_unknown_site) {
  const Case in(organization_from(
      "connlint: 1\nconnectors:\n"
      "  - {name: Exit, kind: send, address_spaces: ['*'], source_servers: [EX1]}\n"));

  ASSERT_EQ(in.model().places().size(), 1U);
  const Result<Address> address = parse_address("u@contoso.com", {});
  const Route route = in.model().route({.address = address.value(),
                                        .from = in.model().places()[0],
                                        .size = {},
                                        .down = {},
                                        .detail = Detail::trace});
  EXPECT_THAT(in.chosen(route), ElementsAre("Exit"));
  EXPECT_THAT(path_of(route.answer.path), ElementsAre("(unknown site)"));
}

TEST(RouteModern, undocumented_patterns_are_told) {
  const Case in(one_site(
      "  - {name: Fax, kind: foreign, address_spaces: ['FAX:0171*'], source_servers: [EX1]}\n"));
  const Route route = in.route("FAX:0171020225", "A");
  EXPECT_THAT(in.chosen(route), ElementsAre("Fax"));
  EXPECT_THAT(route.answer.reason, HasSubstr("not documented"));
}

TEST(RouteModern, refused_encapsulation_is_returned) {
  Organization organization = one_site(
      "  - {name: Exit, kind: send, address_spaces: ['*'], source_servers: [EX1]}\n"
      "accepted_domains: [{name: contoso.com, type: authoritative, default: true}]\n");
  const Case in(std::move(organization));
  const Route route = in.route("IMCEASMTP-a+40b@contoso.com", "A");
  EXPECT_EQ(route.verdict, Verdict::ndr);
  EXPECT_EQ(outcome_of(route, "Exit"), Outcome::not_evaluated);
}

TEST(RouteLegacy, equal_costs_share_the_load) {
  const Case in(coexistence(
      "  - {name: One, kind: smtp, address_spaces: ['*;2'], source_servers: [EX03], home: Old}\n"
      "  - {name: Two, kind: smtp, address_spaces: ['*;1'], source_servers: [FAR03], home: "
      "Far}\n"));

  const Route route = in.route("u@contoso.com", "Old");

  EXPECT_THAT(in.chosen(route), ElementsAre("One", "Two"));
  EXPECT_EQ(outcome_of(route, "One"), Outcome::tied);
  EXPECT_EQ(outcome_of(route, "Two"), Outcome::tied);
}

TEST(RouteLegacy, without_any_smtp_space_the_virtual_server_delivers) {
  const Case in(
      coexistence("  - {name: Fax, kind: gateway, address_spaces: ['FAX:*'], source_servers: "
                  "[EX03], home: Old}\n"));

  const Route smtp = in.route("u@contoso.com", "Old");
  EXPECT_EQ(smtp.verdict, Verdict::routed);
  EXPECT_THAT(smtp.answer.connectors, IsEmpty());
  EXPECT_EQ(in.route("SMS:1", "Old").verdict, Verdict::ndr);
  EXPECT_EQ(in.route("u@contoso.com", "A").verdict, Verdict::unreachable);
}

TEST(RouteLegacy, a_disabled_connector_of_2007_makes_a_loop) {
  const Case in(coexistence(
      "  - {name: Off, kind: send, address_spaces: ['contoso.com'], source_servers: [EX07],"
      " enabled: false}\n"
      "  - {name: Old Internet, kind: smtp, address_spaces: ['*'], source_servers: [EX03], home: "
      "Old}\n"));

  const Route from_old = in.route("u@contoso.com", "Old");
  EXPECT_EQ(from_old.verdict, Verdict::loop);
  EXPECT_FALSE(from_old.counts_as_routed());

  const Route from_new = in.route("u@contoso.com", "A");
  EXPECT_EQ(outcome_of(from_new, "Off"), Outcome::disabled);
  EXPECT_EQ(from_new.verdict, Verdict::loop);
}

TEST(RouteLegacy, whether_a_wildcard_takes_the_domain_itself_is_left_open) {
  const Case in(coexistence(
      "  - {name: Sub, kind: smtp, address_spaces: ['*.contoso.com'], source_servers: [EX03], "
      "home: Old}\n"
      "  - {name: All, kind: smtp, address_spaces: ['*'], source_servers: [EX03], home: Old}\n"));

  const Route route = in.route("u@contoso.com", "Old");

  EXPECT_EQ(route.verdict, Verdict::model_dependent);
  EXPECT_TRUE(route.counts_as_routed());
  EXPECT_THAT(in.chosen(route), ElementsAre("All"));
  ASSERT_EQ(route.alternatives.size(), 1U);
  EXPECT_THAT(in.names(route.alternatives[0].connectors), ElementsAre("Sub"));
  EXPECT_EQ(in.route("u@a.contoso.com", "Old").verdict, Verdict::routed);
}

TEST(RouteCoexistence, both_readings_are_given_where_the_sources_differ) {
  const Case in(coexistence(
      "  - {name: New, kind: send, address_spaces: ['*;50'], source_servers: [EX07]}\n"
      "  - {name: Old, kind: smtp, address_spaces: ['*;1'], source_servers: [EX03], home: Old}\n"));

  const Route route = in.route("u@contoso.com", "A");

  EXPECT_EQ(route.verdict, Verdict::model_dependent);
  EXPECT_THAT(in.chosen(route), ElementsAre("New"));
  ASSERT_EQ(route.alternatives.size(), 1U);
  EXPECT_THAT(in.names(route.alternatives[0].connectors), ElementsAre("Old"));
  EXPECT_EQ(route.alternatives[0].cost->legacy, 2);
}

TEST(RouteCoexistence, legacy_connectors_scoped_to_a_group_are_not_seen_from_2007) {
  const Case in(coexistence(
      "  - {name: Local, kind: smtp, address_spaces: ['FAX:*'], source_servers: [EX03], home: Old,"
      " scope: routing-group, smart_hosts: ['[192.0.2.1]'], dns_routing: false}\n"));

  const Route route = in.route("FAX:1", "A");

  EXPECT_EQ(route.verdict, Verdict::ndr);
  EXPECT_EQ(outcome_of(route, "Local"), Outcome::out_of_scope);
  EXPECT_THAT(in.chosen(in.route("FAX:1", "Old")), ElementsAre("Local"));
}

TEST(RouteCoexistence, from_2003_over_2007_the_path_shows_the_site) {
  const Case in(coexistence(
      "  - {name: New, kind: send, address_spaces: ['*;3'], source_servers: [EX07]}\n"));

  const Route route = in.route("u@contoso.com", "Far");

  EXPECT_THAT(path_of(route.answer.path), ElementsAre("Far", "Old", "A"));
  EXPECT_EQ(route.answer.cost->total, 5);
  EXPECT_EQ(route.answer.cost->legacy, 5);
  EXPECT_EQ(route.answer.cost->site, 0);
}

TEST(RouteCoexistence, connected_groups_do_not_join_the_group_of_2007) {
  const Case in(coexistence(
      "  - {name: Link, kind: smtp, address_spaces: ['contoso.com'], source_servers: [EX03],"
      " home: Old, connected_routing_groups: ['Exchange Routing Group (DWBGZMFD01QNBJR);1']}\n"));
  EXPECT_THAT(detail_of(in.route("u@contoso.com", "A"), "Link"), HasSubstr("event 5028"));
}

TEST(Places, are_the_sites_and_groups_with_servers) {
  const Case in(coexistence(""));
  std::vector<std::string> names;
  for (const Place& place : in.model().places()) names.push_back(in.model().name_of(place).name);
  EXPECT_THAT(names, ElementsAre("A", "Far", "Old"));
}

TEST(Places, are_found_by_name_and_misspelt_ones_named) {
  const Case in(coexistence(""));
  EXPECT_EQ(in.model().places_named("ex07").value().front().kind, PlaceKind::server);
  EXPECT_EQ(in.model().places_named("old").value().front().kind, PlaceKind::routing_group);
  const auto unknown = in.model().places_named("EX08");
  ASSERT_FALSE(unknown.ok());
  EXPECT_THAT(unknown.error().message, HasSubstr("did you mean 'EX07'"));
  EXPECT_FALSE(in.model().places_named("Exchange Routing Group (DWBGZMFD01QNBJR)").ok());
  const std::vector<std::string> down = {"Outt"};
  EXPECT_THAT(in.model().down_named(down).error().message, HasSubstr("did you mean 'Out'"));
}

/// `Dear loses 'SMTP:contoso.com;9' (9) to Cheap (1)`.
std::vector<std::string> losses(const Case& in) {
  std::vector<std::string> out;
  for (const SpaceLoss& loss : in.model().lost_spaces()) {
    const Connector& connector = in.organization().connector(loss.connector);
    out.push_back(std::string(connector.name()) + " loses '" +
                  to_text(connector.address_spaces()[loss.space]) + "' (" +
                  std::to_string(loss.cost) + ") to " +
                  std::string(in.organization().connector(loss.winner).name()) + " (" +
                  std::to_string(loss.winner_cost) + ")" + (loss.by_name ? " by name" : ""));
  }
  return out;
}

TEST(LostSpaces, are_those_that_are_dearer_at_their_own_server) {
  const Case in(
      two_sites("  - {name: Cheap, kind: send, address_spaces: ['contoso.com;1'], source_servers: "
                "[EX-A], scope: organization}\n"
                "  - {name: Dear, kind: send, address_spaces: ['contoso.com;9', 'fabrikam.com'],"
                " source_servers: [EX-A], scope: organization}\n"));
  EXPECT_THAT(losses(in), ElementsAre("Dear loses 'SMTP:contoso.com;9' (9) to Cheap (1)"));
}

TEST(LostSpaces, count_the_way_to_the_other_site) {
  // The site link costs 5: 1 + 5 is less than 9, and not less than 6.
  const auto organization = [](const std::string& cost) {
    return two_sites(
        "  - {name: Near, kind: send, address_spaces: ['*;1'], source_servers: [EX-A], scope: "
        "organization}\n"
        "  - {name: Far, kind: send, address_spaces: ['*;" +
        cost + "'], source_servers: [EX-B], scope: organization}\n");
  };
  const Case dear(organization("9"));
  EXPECT_THAT(losses(dear), ElementsAre("Far loses 'SMTP:*;9' (9) to Near (6)"));
  const Case even(organization("6"));
  EXPECT_THAT(losses(even), IsEmpty());
}

TEST(LostSpaces, are_none_that_larger_messages_may_need) {
  const auto organization = [](const std::string& limit) {
    return one_site(
        "  - {name: Small, kind: send, address_spaces: ['*;1'], source_servers: [EX1], scope: "
        "organization, "
        "max_message_size: 1MB}\n"
        "  - {name: Dear, kind: send, address_spaces: ['*;9'], source_servers: [EX1], scope: "
        "organization" +
        limit + "}\n");
  };
  EXPECT_THAT(losses(Case(organization(", max_message_size: 2MB"))), IsEmpty());
  // Not known.
  EXPECT_THAT(losses(Case(organization(""))), IsEmpty());
  EXPECT_THAT(losses(Case(organization(", max_message_size: 1MB"))), SizeIs(1));
}

TEST(LostSpaces, are_none_where_the_winner_is_seen_from_its_site_only) {
  const Case in(
      two_sites("  - {name: Local, kind: send, address_spaces: ['*;1'], source_servers: [EX-A],"
                " scope: site}\n"
                "  - {name: All, kind: send, address_spaces: ['*;9'], source_servers: [EX-A], "
                "scope: organization}\n"));
  EXPECT_THAT(losses(in), IsEmpty());
}

TEST(LostSpaces, are_none_where_exchange_2003_may_need_them) {
  const Case in(
      coexistence("  - {name: Cheap, kind: send, address_spaces: ['*;1'], source_servers: [EX07], "
                  "scope: organization}\n"
                  "  - {name: Dear, kind: send, address_spaces: ['*;9'], source_servers: [EX07], "
                  "scope: organization}\n"));
  EXPECT_THAT(losses(in), IsEmpty());
}

TEST(LostSpaces, tell_ties_that_the_name_decides) {
  const Case in(
      one_site("  - {name: B, kind: send, address_spaces: ['*;1'], source_servers: [EX1], scope: "
               "organization}\n"
               "  - {name: A1, kind: send, address_spaces: ['*;1', 'FAX:*'], source_servers: "
               "[EX1], scope: organization}\n"));
  EXPECT_THAT(losses(in), ElementsAre("B loses 'SMTP:*;1' (1) to A1 (1) by name"));
}

TEST(LostSpaces, are_none_where_the_winner_may_be_scoped) {
  const Case in(
      one_site("  - {name: Cheap, kind: send, address_spaces: ['*;1'], source_servers: [EX1]}\n"
               "  - {name: Dear, kind: send, address_spaces: ['*;9'], source_servers: [EX1]}\n"));
  EXPECT_THAT(losses(in), IsEmpty());
}

TEST(LostSpaces, are_none_where_each_server_prefers_its_own_connector) {
  const Case in(organization_from(
      "connlint: 1\nsites: [{name: A}]\nservers:\n"
      "  - {name: EX1, version: '8.1 (Build 240.6)', roles: [hub-transport], site: A}\n"
      "  - {name: EX2, version: '8.1 (Build 240.6)', roles: [hub-transport], site: A}\n"
      "connectors:\n"
      "  - {name: A1, kind: send, address_spaces: ['*;1'], source_servers: [EX1],"
      " scope: organization}\n"
      "  - {name: B, kind: send, address_spaces: ['*;1'], source_servers: [EX2],"
      " scope: organization}\n"));
  EXPECT_THAT(losses(in), IsEmpty());
}

TEST(ScopeGaps, are_the_addresses_that_only_scoped_connectors_take) {
  const Case in(two_sites(
      "  - {name: Fax, kind: send, address_spaces: ['FAX:*'], source_servers: [EX-A], "
      "smart_hosts: [fax.contoso.com], scope: site}\n"
      "  - {name: Partner, kind: send, address_spaces: ['contoso.com'], source_servers: [EX-A], "
      "scope: site}\n"
      "  - {name: Internet, kind: send, address_spaces: ['*'], source_servers: [EX-A], "
      "scope: organization}\n"));

  const std::vector<ScopeGap> gaps = in.model().scope_gaps();

  // The mail of contoso.com leaves by the Internet connector elsewhere.
  ASSERT_THAT(gaps, SizeIs(1));
  EXPECT_EQ(gaps[0].address.type, "FAX");
  ASSERT_THAT(gaps[0].carriers, SizeIs(1));
  EXPECT_EQ(in.organization().connector(gaps[0].carriers[0].first).name(), "Fax");
  EXPECT_TRUE(gaps[0].covers(in.place("A")));
  EXPECT_FALSE(gaps[0].covers(in.place("B")));
}

TEST(ScopeGaps, are_filled_by_other_scoped_connectors) {
  const Case in(two_sites(
      "  - {name: Partner, kind: send, address_spaces: ['contoso.com'], source_servers: [EX-A], "
      "scope: site}\n"
      "  - {name: Internet, kind: send, address_spaces: ['*'], source_servers: [EX-B], "
      "scope: site}\n"));

  for (const ScopeGap& gap : in.model().scope_gaps()) {
    EXPECT_EQ(gap.covers(in.place("A")), gap.address.domain == "contoso.com");
    EXPECT_TRUE(gap.covers(in.place("B")));
  }
}

// A disabled Send connector stays a candidate for Exchange 2000/2003 (ExBPA c7fabf2c): its server
// sends the mail back to the connector that it knows, which the other one does not choose.
TEST(Loops, begin_where_exchange_2003_chooses_a_disabled_connector) {
  const Case in(coexistence(
      "  - {name: New, kind: send, address_spaces: ['fabrikam.com;1'], source_servers: [EX07], "
      "enabled: false}\n"
      "  - {name: Previous, kind: smtp, address_spaces: ['fabrikam.com;50'], home: Old, "
      "source_servers: [EX03], scope: organization}\n"));

  const std::vector<LoopCase> loops = in.model().loops();

  ASSERT_THAT(loops, SizeIs(1));
  EXPECT_EQ(in.organization().connector(loops[0].connector).name(), "New");
  EXPECT_THAT(path_of(loops[0].path), ElementsAre("A", "Old", "A"));
}

TEST(Loops, are_none_where_all_places_agree) {
  const Case in(coexistence(
      "  - {name: New, kind: send, address_spaces: ['fabrikam.com;1'], source_servers: [EX07]}\n"
      "  - {name: Previous, kind: smtp, address_spaces: ['fabrikam.com;50'], home: Old, "
      "source_servers: [EX03], scope: organization}\n"));
  EXPECT_THAT(in.model().loops(), IsEmpty());
}

TEST(Table, has_a_row_for_each_distinct_space) {
  const Case in(two_sites(
      "  - {name: Internet, kind: send, address_spaces: ['*;1'], source_servers: [EX-A]}\n"
      "  - {name: Partner, kind: send, address_spaces: ['*.contoso.com;1', 'contoso.com;1'],"
      " source_servers: [EX-B]}\n"
      "  - {name: Other, kind: send, address_spaces: ['*;7'], source_servers: [EX-B]}\n"));

  const std::vector<TableRow> rows = in.model().table(in.place("A"));

  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].space, "SMTP:*;1");
  EXPECT_THAT(in.names(rows[0].connectors), ElementsAre("Internet"));
  EXPECT_EQ(rows[1].address, "user@any.contoso.com");
  EXPECT_THAT(in.names(rows[1].connectors), ElementsAre("Partner"));
  EXPECT_EQ(rows[1].cost, 6);
}

}  // namespace
}  // namespace connlint
