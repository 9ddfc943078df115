#include "linter/facts/connector_coverage.h"

#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using test::Statement;

const Statement kSpace{Property::address_spaces, {"SMTP:*;1"}};
const Statement kSend{Property::kind, {"send"}};
const Statement kForeign{Property::kind, {"foreign"}};
const Statement kVersion2003{Property::version, {"6.5 (Build 7638.2)"}};
const Statement kVersion2007{Property::version, {"8.1 (Build 240.6)"}};
const Statement kVersion2010{Property::version, {"14.1 (Build 218.15)"}};

TEST(MissingConnectors, are_none_where_the_inputs_hold_all_kinds) {
  OrganizationBuilder builder;
  builder.server("A", {kVersion2003}).connector("A", {kSend, kSpace});
  builder.coverage().all_connector_kinds = true;

  EXPECT_EQ(missing_connectors(builder.build()), "");
}

TEST(MissingConnectors, are_kinds_of_which_none_was_read) {
  EXPECT_EQ(missing_connectors(OrganizationBuilder()
                                   .server("A", {kVersion2007})
                                   .connector("A", {kSend, kSpace})
                                   .build()),
            "the inputs hold no Foreign connector");
  EXPECT_EQ(missing_connectors(OrganizationBuilder()
                                   .server("A", {kVersion2010})
                                   .connector("A", {kSend, kSpace})
                                   .build()),
            "the inputs hold no Foreign or Delivery Agent connector");
  EXPECT_EQ(missing_connectors(OrganizationBuilder()
                                   .server("A", {kVersion2007})
                                   .connector("A", {kSend, kSpace})
                                   .connector("B", {kForeign, kSpace})
                                   .build()),
            "");
}

TEST(MissingConnectors, ask_for_the_directory_where_2000_or_2003_takes_part) {
  EXPECT_EQ(missing_connectors(OrganizationBuilder()
                                   .server("A", {kVersion2007})
                                   .server("B", {kVersion2003})
                                   .connector("A", {kSend, kSpace})
                                   .connector("B", {kForeign, kSpace})
                                   .build()),
            "no cmdlet shows the X.400, Notes and gateway connectors of Exchange 2000/2003 (add a "
            "directory export)");
}

TEST(MissingConnectors, are_also_those_without_known_address_spaces) {
  OrganizationBuilder builder;
  builder.connector("A", {kSend}).connector("B", {kSend, kSpace});
  builder.connector("C", {{Property::kind, {"receive"}}});
  builder.coverage().all_connector_kinds = true;

  EXPECT_EQ(missing_connectors(builder.build()), "the address spaces of these are not known: 'A'");
}

}  // namespace
}  // namespace connlint
