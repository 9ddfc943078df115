#include "linter/routing/topology/islands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/routing/routing_fixture.h"

namespace connlint {
namespace {

using test::Case;
using test::organization_from;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kModern = "'Exchange Routing Group (DWBGZMFD01QNBJR)'";

/// Routing groups A, B and C of Exchange 2003 and that of Exchange 2007, joined by these
/// connectors: pairs of names, `M` for that of Exchange 2007.
Organization groups(const std::vector<std::pair<std::string, std::string>>& links) {
  std::string text = std::string(
                         "connlint: 1\nrouting_groups: [{name: A}, {name: B}, {name: C}, "
                         "{name: ") +
                     kModern +
                     "}]\nservers:\n"
                     "  - {name: EX-M, version: '8.1 (Build 240.6)', roles: [hub-transport], site: "
                     "S}\n"
                     "  - {name: EX-A, version: '6.5 (Build 7638.2)', routing_group: A}\n"
                     "  - {name: EX-B, version: '6.5 (Build 7638.2)', routing_group: B}\n"
                     "  - {name: EX-C, version: '6.5 (Build 7638.2)', routing_group: C}\n"
                     "connectors:\n";
  const auto name = [](const std::string& group) { return group == "M" ? kModern : group; };
  for (const auto& [from, to] : links) {
    text += "  - {name: " + from + to + ", kind: routing-group, home: " + name(from) +
            ", target: " + name(to) + ", source_servers: [EX-" + from + "], target_servers: [EX-" +
            to + "]}\n";
  }
  return organization_from(text + (links.empty() ? "  []\n" : ""));
}

std::vector<std::string> names(const Case& in, const Island& island) {
  std::vector<std::string> out;
  for (const Place& place : island.places) out.push_back(in.model().name_of(place).name);
  return out;
}

TEST(GroupIslands, hold_together_what_connectors_join_in_whatever_direction) {
  const Case in(groups({{"M", "A"}, {"B", "A"}}));
  const std::vector<Island> islands = group_islands(in.model().topology(), Joints::all);
  ASSERT_THAT(islands, SizeIs(2));
  EXPECT_TRUE(islands[0].modern);
  EXPECT_THAT(names(in, islands[0]), ElementsAre("A", "B"));
  EXPECT_THAT(names(in, islands[1]), ElementsAre("C"));
}

TEST(GroupIslands, of_link_state_do_not_reach_over_exchange_2007) {
  const Case in(groups({{"M", "A"}, {"A", "M"}, {"M", "C"}, {"C", "M"}, {"A", "B"}, {"B", "A"}}));
  const std::vector<Island> islands = group_islands(in.model().topology(), Joints::link_state);
  ASSERT_THAT(islands, SizeIs(2));
  EXPECT_THAT(names(in, islands[0]), ElementsAre("A", "B"));
  EXPECT_THAT(names(in, islands[1]), ElementsAre("C"));
  EXPECT_THAT(group_islands(in.model().topology(), Joints::all), SizeIs(1));
}

TEST(OneWayLinks, have_no_way_back) {
  const Case in(groups({{"M", "A"}, {"A", "B"}, {"B", "C"}, {"C", "A"}}));
  const std::vector<GroupLink> links = one_way_links(in.model().topology());
  ASSERT_THAT(links, SizeIs(1));
  EXPECT_EQ(in.organization().connector(links[0].connector).name(), "MA");
  EXPECT_THAT(group_name(in.model().topology(), links[0].from),
              "Exchange Routing Group "
              "(DWBGZMFD01QNBJR)");
}

TEST(OneWayLinks, are_none_where_all_lead_back) {
  const Case in(groups({{"M", "A"}, {"A", "M"}, {"A", "B"}, {"B", "M"}}));
  EXPECT_THAT(one_way_links(in.model().topology()), IsEmpty());
}

TEST(SiteIslands, are_what_ip_site_links_join) {
  const Case in(organization_from(
      "connlint: 1\nsites: [{name: A}, {name: B}, {name: C}, {name: D}, {name: Empty}]\n"
      "site_links:\n"
      "  - {name: one, sites: [A, Empty]}\n"
      "  - {name: two, sites: [Empty, B]}\n"
      "  - {name: three, sites: [B, C], protocol: smtp}\n"
      "  - {name: four, sites: [C, D]}\n"
      "servers:\n"
      "  - {name: EX-A, version: '8.1 (Build 240.6)', site: A}\n"
      "  - {name: EX-B, version: '8.1 (Build 240.6)', site: B}\n"
      "  - {name: EX-B2, version: '8.1 (Build 240.6)', site: B}\n"
      "  - {name: EX-C, version: '8.1 (Build 240.6)', site: C}\n"
      "  - {name: EX-D, version: '8.1 (Build 240.6)', site: D}\n"
      "connectors: []\n"));
  const std::vector<Island> islands = site_islands(in.model().topology());
  ASSERT_THAT(islands, SizeIs(2));
  EXPECT_THAT(names(in, islands[0]), ElementsAre("A", "B"));
  EXPECT_EQ(islands[0].servers, 3U);
  EXPECT_THAT(names(in, islands[1]), ElementsAre("C", "D"));
}

}  // namespace
}  // namespace connlint
