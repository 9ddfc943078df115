#include "linter/facts/connector_host.h"

#include <gmock/gmock.h>

#include "tests/support/organization_text.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kOrganization = R"(connlint: 1
servers:
  - {name: EX2003-01, version: 6.5.7638.2}
  - {name: EX2007-01, version: 8.1.240.6}
connectors:
  - {name: Sources, kind: smtp, source_servers: [EX2007-01, Gone], home_mta_server_id: EX2003-01}
  - {name: Mta, kind: x400, source_servers: [], home_mta_server_id: EX2003-01}
  - {name: Deleted, kind: x400, home_mta_server_id: EX2003-01 (deleted)}
  - {name: Nothing, kind: send}
)";

TEST(HostingServers, are_the_known_source_servers_else_the_home_mta) {
  const test::OrganizationText text(kOrganization);
  const auto& connectors = text.organization().connectors;

  EXPECT_THAT(hosting_servers(connectors[0]), ElementsAre(ServerId{1}));
  EXPECT_THAT(hosting_servers(connectors[1]), ElementsAre(ServerId{0}));
  EXPECT_THAT(hosting_servers(connectors[2]), IsEmpty());
  EXPECT_THAT(hosting_servers(connectors[3]), IsEmpty());
}

TEST(IsHostedOn, compares_the_product) {
  const test::OrganizationText text(kOrganization);
  const Organization& organization = text.organization();

  EXPECT_TRUE(is_hosted_on(organization, organization.connectors[0], Generation::exchange_2007));
  EXPECT_FALSE(is_hosted_on(organization, organization.connectors[0], Generation::exchange_2003));
  EXPECT_FALSE(is_hosted_on(organization, organization.connectors[3], Generation::exchange_2003));
}

TEST(HoldsServerUpTo, leaves_out_servers_of_unknown_version) {
  const test::OrganizationText text(kOrganization);
  const test::OrganizationText unknown("connlint: 1\nservers: [{name: A}]\n");

  EXPECT_TRUE(holds_server_up_to(text.organization(), Generation::exchange_2003));
  EXPECT_FALSE(holds_server_up_to(text.organization(), Generation::exchange_2000));
  EXPECT_FALSE(holds_server_up_to(unknown.organization(), Generation::exchange_2019));
}

}  // namespace
}  // namespace connlint
