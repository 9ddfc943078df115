#include "linter/outlook/explained_types.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/routing/routing_fixture.h"

namespace connlint {
namespace {

using test::organization_from;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::set<std::string> explained(const Organization& organization) {
  return explained_types(organization, list_gaps(organization, carried_types(organization)),
                         GapCause::scoped_other);
}

constexpr const char* kServers =
    "connlint: 1\nservers:\n"
    "  - {name: EX07, version: '8.1 (Build 240.6)', roles: [mailbox, hub-transport], "
    "update_rollup: 3}\n"
    "  - {name: EX03, version: '6.5 (Build 7638.2)'}\n"
    "connectors:\n";

TEST(ExplainedTypes, are_those_of_gaps_and_of_connectors_that_routing_ignores) {
  const Organization organization = organization_from(
      std::string(kServers) +
      // CL102, CL103, CL104, CL105, and nothing.
      "  - {name: A, kind: smtp, address_spaces: ['fax:*'], scope: organization, "
      "source_servers: [EX03]}\n"
      "  - {name: B, kind: send, address_spaces: ['SMS:*'], smart_hosts: [a.contoso.com], scope: "
      "site, source_servers: [EX07]}\n"
      "  - {name: C, kind: send, address_spaces: ['PAGER:*', '*'], dns_routing: true, scope: "
      "organization, source_servers: [EX07]}\n"
      "  - {name: D, kind: send, address_spaces: ['TELEX:*'], dns_routing: false, smart_hosts: [], "
      "scope: organization, source_servers: [EX07]}\n"
      "  - {name: E, kind: send, address_spaces: ['VOICE:*'], dns_routing: false, smart_hosts: "
      "[a.contoso.com], scope: organization, source_servers: [EX07]}\n");
  EXPECT_THAT(explained(organization), ElementsAre("FAX", "PAGER", "SMS", "TELEX"));
}

TEST(ExplainedTypes, leave_out_the_cause_that_is_asked_for) {
  const Organization organization = organization_from(
      std::string(kServers) +
      "  - {name: Voice, kind: foreign, address_spaces: ['VOICE:*'], scope: site, "
      "source_servers: [EX07]}\n");
  EXPECT_THAT(explained(organization), IsEmpty());
  EXPECT_THAT(explained_types(organization, list_gaps(organization, carried_types(organization)),
                              GapCause::legacy_host),
              ElementsAre("VOICE"));
}

}  // namespace
}  // namespace connlint
