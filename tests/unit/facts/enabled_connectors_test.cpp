#include "linter/facts/enabled_connectors.h"

#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

TEST(EnabledConnectors, of_one_kind) {
  const Organization organization =
      test::OrganizationBuilder()
          .connector("A", {{Property::kind, {"foreign"}}})
          .connector("B", {{Property::kind, {"send"}}})
          .connector("C", {{Property::kind, {"foreign"}}, {Property::enabled, {"false"}}})
          .build();

  const auto found = enabled_connectors(organization, ConnectorKind::foreign);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]->name(), "A");
  EXPECT_EQ(no_enabled(ConnectorKind::foreign), "the inputs hold no enabled Foreign connector");
}

}  // namespace
}  // namespace connlint
