#include "linter/facts/listener.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using test::Statement;

const Statement kReceive{Property::kind, {"receive"}};

TEST(Listeners, are_sorted_by_server_and_socket) {
  const Organization organization =
      OrganizationBuilder()
          .connector("A", {kReceive,
                           {Property::server, {"EX02"}},
                           {Property::bindings, {"192.0.2.1:25", "nothing", "0.0.0.0:25"}}})
          .connector("B", {kReceive,
                           {Property::server, {"ex01"}},
                           {Property::bindings, {"0.0.0.0:587", "0.0.0.0:25"}},
                           {Property::transport_role, {"HubTransport"}}})
          .connector("C", {kReceive, {Property::bindings, {"0.0.0.0:25"}}})
          .connector("D", {kReceive,
                           {Property::server, {"EX01"}},
                           {Property::enabled, {"false"}},
                           {Property::bindings, {"0.0.0.0:25"}}})
          .build();
  const std::vector<Listener> found = listeners_of(organization);

  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].server, "ex01");
  EXPECT_EQ(found[0].binding.port, 25);
  EXPECT_EQ(found[0].transport_role, "hubtransport");
  EXPECT_EQ(found[1].binding.port, 587);
  EXPECT_TRUE(is_any_address(found[2].binding.address));
  EXPECT_FALSE(same_socket(found[2], found[3]));
  EXPECT_TRUE(same_socket(found[2], found[2]));
}

TEST(Listeners, without_a_known_place) {
  const Statement bindings{Property::bindings, {"0.0.0.0:25"}};
  const Statement server{Property::server, {"EX01"}};
  const Organization organization = OrganizationBuilder()
                                        .connector("A", {kReceive, server, bindings})
                                        .connector("B", {kReceive, server})
                                        .connector("C", {kReceive, bindings})
                                        .build();

  EXPECT_THAT(unplaced_receive_connectors(organization), ::testing::ElementsAre("B", "C"));
}

TEST(ServedRanges, leave_out_what_is_none) {
  const Organization organization =
      OrganizationBuilder()
          .connector("A", {kReceive, {Property::remote_ip_ranges, {"192.0.2.0/24", "everybody"}}})
          .build();

  ASSERT_EQ(served_ranges_of(organization, ConnectorId{0}).size(), 1U);
  EXPECT_EQ(served_ranges_of(organization, ConnectorId{0})[0].range,
            parse_ip_range("192.0.2.0-192.0.2.255"));
}

}  // namespace
}  // namespace connlint
