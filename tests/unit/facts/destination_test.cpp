#include "linter/facts/destination.h"

#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint {
namespace {

using test::OrganizationBuilder;
using test::Statement;

const Statement kSend{Property::kind, {"send"}};
const Statement kByDns{Property::dns_routing, {"true"}};

ToExchangeOnline verdict(std::vector<Statement> statements) {
  statements.insert(statements.begin(), kSend);
  const Organization organization = OrganizationBuilder().connector("A", statements).build();
  return to_exchange_online(organization.connectors[0]);
}

TEST(InternetSpaceOf, is_the_smtp_space_for_all) {
  const Organization organization =
      OrganizationBuilder()
          .connector("A", {kSend, {Property::address_spaces, {"FAX:*;1", "SMTP:*;7"}}})
          .connector("B", {kSend, {Property::address_spaces, {"FAX:*;1", "SMTP:*.com;7"}}})
          .build();

  EXPECT_EQ(internet_space_of(organization.connectors[0])->cost, 7);
  EXPECT_EQ(internet_space_of(organization.connectors[1]), nullptr);
}

TEST(ToExchangeOnline, by_a_smart_host_of_any_cloud) {
  const Statement everybody{Property::address_spaces, {"SMTP:*;1"}};
  for (const char* host :
       {"contoso-com.mail.protection.outlook.com", "CONTOSO.mail.protection.office365.us",
        "contoso.mail.protection.partner.outlook.cn"}) {
    EXPECT_EQ(verdict({everybody, {Property::smart_hosts, {host}}}), ToExchangeOnline::yes) << host;
  }
  EXPECT_EQ(verdict({everybody, {Property::smart_hosts, {"mail.example.net"}}}),
            ToExchangeOnline::no);
}

TEST(ToExchangeOnline, by_its_domain_over_dns) {
  const Statement cloud{Property::address_spaces, {"smtp:contoso.mail.onmicrosoft.com;1"}};
  EXPECT_EQ(verdict({cloud, kByDns}), ToExchangeOnline::yes);
  EXPECT_EQ(verdict({cloud, {Property::smart_hosts, {"mail.example.net"}}}), ToExchangeOnline::no);
  EXPECT_EQ(verdict({cloud}), ToExchangeOnline::unknown);
  EXPECT_EQ(verdict({{Property::address_spaces, {"SMTP:*;1"}}, kByDns}), ToExchangeOnline::no);
}

TEST(ExchangeOnlineConnectors, are_the_enabled_ones) {
  const Statement host{Property::smart_hosts, {"contoso.mail.protection.outlook.com"}};
  const Organization organization =
      OrganizationBuilder()
          .connector("A", {kSend, host, {Property::enabled, {"false"}}})
          .connector("B", {kSend, host})
          .connector("C", {kSend, {Property::smart_hosts, {"mail.example.net"}}})
          .build();

  const auto found = exchange_online_connectors(organization);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]->name(), "B");
}

TEST(IsExchangeOnlineTlsDomain, with_and_without_wildcard) {
  EXPECT_TRUE(is_exchange_online_tls_domain("mail.protection.outlook.com"));
  EXPECT_TRUE(is_exchange_online_tls_domain("*.mail.protection.outlook.com"));
  EXPECT_FALSE(is_exchange_online_tls_domain("outlook.com"));
  EXPECT_FALSE(is_exchange_online_tls_domain(""));
}

}  // namespace
}  // namespace connlint
