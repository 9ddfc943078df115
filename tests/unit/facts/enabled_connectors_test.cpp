#include "linter/facts/enabled_connectors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;

std::vector<std::string_view> names_of(const EnabledConnectors& connectors) {
  std::vector<std::string_view> names;
  for (const Connector& connector : connectors) names.push_back(connector.name());
  return names;
}

TEST(EnabledConnectors, of_all_kinds) {
  const Organization organization =
      test::OrganizationBuilder()
          .connector("A", {{Property::kind, {"foreign"}}, {Property::enabled, {"false"}}})
          .connector("B", {{Property::kind, {"send"}}})
          .connector("C", {{Property::kind, {"foreign"}}, {Property::enabled, {"true"}}})
          .connector("D", {{Property::kind, {"send"}}, {Property::enabled, {"false"}}})
          .build();

  EXPECT_THAT(names_of(enabled_connectors(organization)), ElementsAre("B", "C"));
  const Organization empty;
  EXPECT_TRUE(enabled_connectors(empty).empty());
}

TEST(EnabledConnectors, of_one_kind) {
  const Organization organization =
      test::OrganizationBuilder()
          .connector("A", {{Property::kind, {"foreign"}}})
          .connector("B", {{Property::kind, {"send"}}})
          .connector("C", {{Property::kind, {"foreign"}}, {Property::enabled, {"false"}}})
          .build();

  EXPECT_THAT(names_of(enabled_connectors(organization, ConnectorKind::foreign)), ElementsAre("A"));
  EXPECT_TRUE(enabled_connectors(organization, ConnectorKind::x400).empty());
  EXPECT_EQ(no_enabled(ConnectorKind::foreign), "the inputs hold no enabled Foreign connector");
}

}  // namespace
}  // namespace connlint
