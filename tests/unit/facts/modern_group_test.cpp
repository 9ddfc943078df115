#include "linter/facts/modern_group.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/organization_text.h"

namespace connlint {
namespace {

/// The name of the renamed group, or empty.
std::string renamed(const std::string& servers) {
  const test::OrganizationText text("connlint: 1\nservers:\n" + servers);
  const auto id = renamed_modern_group(text.organization());
  return id ? std::string(text.organization().routing_group(*id).name()) : std::string();
}

TEST(RenamedModernGroup, holds_all_newer_servers_and_no_older_one) {
  EXPECT_EQ(renamed("  - {name: A, version: 8.1.240.6, routing_group: Berlin}\n"
                    "  - {name: B, version: 14.1.218.15, routing_group: Berlin}\n"
                    "  - {name: C, version: 6.5.7638.2, routing_group: Rome}\n"),
            "Berlin");
}

TEST(RenamedModernGroup, is_none_where_servers_were_moved) {
  EXPECT_EQ(renamed("  - {name: A, version: 8.1.240.6, routing_group: Berlin}\n"
                    "  - {name: B, version: 8.1.240.6, routing_group: Rome}\n"),
            "");
  EXPECT_EQ(renamed("  - {name: A, version: 8.1.240.6, routing_group: Berlin}\n"
                    "  - {name: C, version: 6.5.7638.2, routing_group: Berlin}\n"),
            "");
}

TEST(RenamedModernGroup, is_none_beside_the_group_of_setup_or_without_groups) {
  EXPECT_EQ(renamed("  - {name: A, version: 8.1.240.6, routing_group: Berlin}\n"
                    "  - {name: B, version: 8.1.240.6,"
                    " routing_group: Exchange Routing Group (DWBGZMFD01QNBJR)}\n"),
            "");
  EXPECT_EQ(renamed("  - {name: A, version: 8.1.240.6}\n"), "");
}

}  // namespace
}  // namespace connlint
