#include "linter/routing/topology/used_paths.h"

#include <gmock/gmock.h>

#include "tests/support/organization_text.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;

// Seattle - London - Berlin costs 20, the direct link 50; Paris hangs on London and has no server.
constexpr const char* kOrganization = R"(connlint: 1
sites: [{name: Seattle}, {name: London}, {name: Berlin}, {name: Paris}]
site_links:
  - {name: SEA-LON, sites: [Seattle, London], cost: 10}
  - {name: LON-BER, sites: [London, Berlin], cost: 10}
  - {name: SEA-BER, sites: [Seattle, Berlin], cost: 50}
  - {name: LON-PAR, sites: [London, Paris], cost: 1}
servers:
  - {name: A, version: 8.1.240.6, roles: [hub-transport], site: Seattle}
  - {name: B, version: 8.1.240.6, roles: [hub-transport], site: London}
  - {name: C, version: 8.1.240.6, roles: [hub-transport], site: Berlin}
  - {name: D, version: 6.5.7638.2, site: Paris}
)";

TEST(ServedSites, have_servers_that_route_by_sites) {
  const test::OrganizationText text(kOrganization);

  EXPECT_THAT(served_sites(Topology(text.organization())), ElementsAre(0, 1, 2));
}

TEST(UsedPaths, are_those_of_least_cost) {
  const test::OrganizationText text(kOrganization);
  const Topology topology(text.organization());

  const UsedPaths from_seattle = used_paths(topology, 0, served_sites(topology));
  EXPECT_THAT(from_seattle.passed, ElementsAre(false, true, false, false));
  EXPECT_THAT(from_seattle.links, ElementsAre(true, true, false, false));

  const UsedPaths from_london = used_paths(topology, 1, served_sites(topology));
  EXPECT_THAT(from_london.passed, ElementsAre(false, false, false, false));
  EXPECT_THAT(from_london.links, ElementsAre(true, true, false, false));
}

}  // namespace
}  // namespace connlint
