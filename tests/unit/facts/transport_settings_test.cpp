#include "linter/facts/transport_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using ::testing::ElementsAre;

TEST(TransportSettings, are_found_by_name_and_fqdn) {
  const Organization organization =
      OrganizationBuilder()
          .add(ObjectKind::transport_service, {{Property::name, {"EX01"}}})
          .add(ObjectKind::transport_service,
               {{Property::name, {"settings"}}, {Property::server, {"ex02.contoso.com"}}})
          .build();
  const TransportSettings settings(organization);

  EXPECT_EQ(settings.of("ex01.contoso.com"), &organization.others[0]);
  EXPECT_EQ(settings.of("EX02"), &organization.others[1]);
  EXPECT_EQ(settings.of("EX03"), nullptr);
}

TEST(OrganizationSendLimit, is_that_of_the_transport_configuration) {
  const Organization none = OrganizationBuilder().build();
  const Organization some =
      OrganizationBuilder()
          .add(ObjectKind::transport_config, {{Property::max_send_size, {"10MB"}}})
          .build();

  EXPECT_EQ(organization_send_limit(none), nullptr);
  EXPECT_EQ(organization_send_limit(some)->bytes, 10U * 1024U * 1024U);
}

TEST(SourcesWithRootPath, are_those_that_state_one) {
  const Organization organization =
      OrganizationBuilder()
          .add(ObjectKind::transport_service,
               {{Property::name, {"EX01"}}, {Property::root_drop_directory_path, {R"(D:\Drop)"}}})
          .add(ObjectKind::transport_service,
               {{Property::name, {"EX02"}}, {Property::root_drop_directory_path, {}}})
          .connector("Fax", {{Property::kind, {"foreign"}},
                             {Property::source_servers, {"EX02", "EX01", "EX03"}}})
          .build();

  EXPECT_THAT(sources_with_root_path(organization.connectors[0], TransportSettings(organization)),
              ElementsAre("EX01"));
}

}  // namespace
}  // namespace connlint
