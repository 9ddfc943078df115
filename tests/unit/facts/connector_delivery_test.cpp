#include "linter/facts/connector_delivery.h"

#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using test::Statement;

const Statement kSend{Property::kind, {"send"}};
const Statement kNoHost{Property::smart_hosts, {}};
const Statement kHost{Property::smart_hosts, {"[192.0.2.20]"}};

Delivery delivery(std::vector<Statement> statements, bool directory = false) {
  OrganizationBuilder builder;
  builder.connector("A", std::move(statements));
  builder.coverage().directory_objects = directory;
  const Organization organization = builder.build();
  return delivery_of(organization, organization.connectors[0]);
}

TEST(DeliveryOf, goes_by_what_is_stated) {
  EXPECT_EQ(delivery({kSend, {Property::dns_routing, {"true"}}}), Delivery::dns);
  EXPECT_EQ(delivery({kSend, {Property::dns_routing, {"false"}}, kHost}), Delivery::smart_host);
  EXPECT_EQ(delivery({kSend, {Property::dns_routing, {"false"}}, kNoHost}),
            Delivery::no_smart_host);
  EXPECT_EQ(delivery({kSend, {Property::dns_routing, {"false"}}}), Delivery::unknown);
  EXPECT_EQ(delivery({kSend}), Delivery::unknown);
}

TEST(DeliveryOf, goes_by_the_smart_hosts_where_the_setting_is_unknown) {
  EXPECT_EQ(delivery({kSend, kHost}), Delivery::smart_host);
  EXPECT_EQ(delivery({kSend, kNoHost}), Delivery::no_smart_host);
}

TEST(DeliveryOf, is_dns_without_smart_host_where_there_is_no_such_setting) {
  const Statement legacy{Property::kind, {"smtp"}};

  EXPECT_EQ(delivery({legacy, kNoHost}), Delivery::dns);
  EXPECT_EQ(delivery({kSend, kNoHost}, true), Delivery::dns);
  EXPECT_EQ(delivery({legacy}), Delivery::unknown);
}

}  // namespace
}  // namespace connlint
