#include "linter/routing/topology/site_joins.h"

#include <gtest/gtest.h>

#include "tests/support/organization_text.h"

namespace connlint {
namespace {

constexpr const char* kOrganization = R"(connlint: 1
sites: [{name: Seattle}, {name: London}, {name: Berlin}, {name: Paris}]
site_links:
  - {name: SEA-LON, sites: [Seattle, London], protocol: ip}
  - {name: LON-BER, sites: [London, Berlin], protocol: SMTP}
servers:
  - {name: A, version: 8.1.240.6, roles: [hub-transport], site: Seattle}
  - {name: B, version: 8.1.240.6, roles: [edge-transport], site: London}
  - {name: C, version: 6.5.7638.2, site: Berlin}
)";

TEST(SiteJoins, tells_ip_links_from_smtp_links) {
  const test::OrganizationText text(kOrganization);
  const std::vector<SiteJoins> joins = site_joins_of(text.organization());

  ASSERT_EQ(joins.size(), 4U);
  EXPECT_TRUE(joins[0].by_ip && !joins[0].by_smtp);
  EXPECT_TRUE(joins[1].by_ip && joins[1].by_smtp);
  EXPECT_TRUE(!joins[2].by_ip && joins[2].by_smtp);
  EXPECT_TRUE(!joins[3].by_ip && !joins[3].by_smtp);
}

TEST(HasSiteServer, leaves_out_edge_and_older_servers) {
  const test::OrganizationText text(kOrganization);

  EXPECT_TRUE(has_site_server(text.organization(), SiteId{0}));
  EXPECT_FALSE(has_site_server(text.organization(), SiteId{1}));
  EXPECT_FALSE(has_site_server(text.organization(), SiteId{2}));
}

}  // namespace
}  // namespace connlint
