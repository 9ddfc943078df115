// The worked examples of link state, of coexistence and of the client gate; see
// worked_examples_test.cpp.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/routing/routing_fixture.h"

namespace connlint {
namespace {

using test::Case;
using test::outcome_of;
using test::path_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(WorkedExamplesOfBothWorlds, T51_least_cost_between_routing_groups) {
  const Case in("T51-link-state.yaml");

  const InternalRoute route = in.mailbox("Seattle", "Brussels");

  EXPECT_THAT(path_of(route.path), ElementsAre("Seattle", "London", "Brussels"));
  EXPECT_EQ(route.group_cost, 20);
}

TEST(WorkedExamplesOfBothWorlds, T53_legacy_cost_before_site_cost) {
  const Case in("T53-legacy-cost-first.yaml");

  const Route route = in.route("u@exchangeexchange.com", "Site1");

  EXPECT_THAT(in.chosen(route), ElementsAre("Legacy"));
  EXPECT_THAT(path_of(route.answer.path), ElementsAre("Site1", "Site2", "RGB"));
  EXPECT_EQ(route.answer.cost->legacy, 15);
  EXPECT_EQ(route.answer.cost->site, 100);
}

TEST(WorkedExamplesOfBothWorlds, T54_one_pair_of_connectors_joins_both_worlds) {
  const Case in("T54-only-one-connector.yaml");
  EXPECT_THAT(path_of(in.mailbox("London", "London RG").path),
              ElementsAre("London", "Dallas", "Dallas RG", "London RG"));
}

TEST(WorkedExamplesOfBothWorlds, T56_through_exchange_2007) {
  const Case in("T56-through-exchange-2007.yaml");

  const InternalRoute route = in.mailbox("RGA", "RGC");

  EXPECT_THAT(path_of(route.path), ElementsAre("RGA", "Site1", "RGC"));
  EXPECT_EQ(route.group_cost, 20);
}

TEST(WorkedExamplesOfBothWorlds, T58_link_state_changes_make_a_loop) {
  const Case open("T58-link-state-not-suppressed.yaml");
  const Case suppressed("T58-link-state-suppressed.yaml");

  EXPECT_EQ(open.route("u@contoso.com", "RGA", {.down = {"RGA to RGB"}}).verdict, Verdict::loop);
  EXPECT_EQ(open.mailbox("RGA", "RGB", {"RGA to RGB"}).verdict, Verdict::loop);

  const Route route = suppressed.route("u@contoso.com", "RGA", {.down = {"RGA to RGB"}});
  EXPECT_EQ(route.verdict, Verdict::routed);
  EXPECT_EQ(route.queue_point, "RGA");
  EXPECT_EQ(suppressed.mailbox("RGA", "RGB", {"RGA to RGB"}).verdict, Verdict::routed);
}

TEST(WorkedExamplesOfBothWorlds, T59_without_routing_group_connector_nothing_crosses) {
  const Case in("T59-no-routing-group-connector.yaml");

  const InternalRoute to_2003 = in.mailbox("Site1", "RGA");
  EXPECT_EQ(to_2003.verdict, Verdict::unreachable);
  EXPECT_THAT(to_2003.reason, HasSubstr("Unreachable queue"));

  const InternalRoute to_2007 = in.mailbox("RGA", "Site1");
  EXPECT_EQ(to_2007.verdict, Verdict::unreachable);
  EXPECT_THAT(to_2007.reason, HasSubstr("unreachable destination"));

  EXPECT_EQ(in.route("u@contoso.com", "Site1").verdict, Verdict::unreachable);
  EXPECT_EQ(in.route("u@fabrikam.com", "RGA").verdict, Verdict::unreachable);
}

TEST(WorkedExamplesOfBothWorlds, T61_client_refuses_what_only_exchange_2003_carries) {
  const Case in("T61-fax-on-exchange-2003.yaml");

  const Gate gate = in.gate("[FAX:0171020225]", "Site1", Client::cached);
  const Route route = in.route("[FAX:0171020225]", "Site1");

  EXPECT_EQ(gate.verdict, GateVerdict::refused);
  EXPECT_THAT(gate.reason, HasSubstr("KB 959956, cause 2"));
  EXPECT_EQ(route.verdict, Verdict::routed);
  EXPECT_THAT(in.chosen(route), ElementsAre("Fax"));
}

TEST(WorkedExamplesOfBothWorlds, T62_client_refuses_what_no_connector_carries) {
  const Case in("T62-no-fax-anywhere.yaml");

  const Gate gate = in.gate("[SMS:0171020225]", "A", Client::cached);

  EXPECT_EQ(gate.verdict, GateVerdict::refused);
  EXPECT_THAT(gate.reason, HasSubstr("KB 959956, cause 1"));
}

TEST(WorkedExamplesOfBothWorlds, T63_new_send_connector_opens_the_gate) {
  const Case in("T63-fax-on-send-connector.yaml");

  EXPECT_EQ(in.gate("[FAX:0171020225]", "A", Client::cached).verdict, GateVerdict::allowed);
  EXPECT_THAT(in.chosen(in.route("[FAX:0171020225]", "A")), ElementsAre("Fax"));
}

TEST(WorkedExamplesOfBothWorlds, T64_scoped_connector_before_rollup_7) {
  const Case in("T64-scoped-fax-before-rollup-7.yaml");

  const Gate cached = in.gate("FAX:0171020225", "A", Client::cached);
  EXPECT_EQ(cached.verdict, GateVerdict::refused);
  EXPECT_THAT(cached.reason, HasSubstr("KB 955778"));

  EXPECT_EQ(in.gate("FAX:0171020225", "A", Client::online).verdict, GateVerdict::allowed);
  EXPECT_THAT(in.chosen(in.route("FAX:0171020225", "A")), ElementsAre("Fax"));
}

}  // namespace
}  // namespace connlint
