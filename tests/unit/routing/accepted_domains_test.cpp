#include "linter/routing/accepted_domains.h"

#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint::test {
namespace {

std::string role(const AcceptedDomains& domains, std::string_view domain) {
  const AcceptedMatch match = domains.of(domain);
  std::string text(name_of(match.role()));
  return match.domain == nullptr ? text : text + (match.exact ? " itself" : " below");
}

TEST(AcceptedDomains, the_closest_one_takes_a_domain) {
  OrganizationBuilder builder;
  const auto add = [&](const std::string& name, const std::string& type, bool below = false) {
    builder.add(ObjectKind::accepted_domain,
                {{Property::name, {name}},
                 {Property::type, {type}},
                 {Property::match_sub_domains, {below ? "true" : "false"}}});
  };
  add("Contoso.com", "authoritative");
  add("*.contoso.com", "internal-relay");
  add("shop.contoso.com", "external-relay", true);
  const Organization organization = builder.build();
  const AcceptedDomains domains(organization);
  EXPECT_EQ(role(domains, "contoso.COM"), "authoritative itself");
  EXPECT_EQ(role(domains, "a.contoso.com"), "internal relay below");
  EXPECT_EQ(role(domains, "shop.contoso.com"), "external relay itself");
  EXPECT_EQ(role(domains, "b.a.shop.contoso.com"), "external relay below");
  EXPECT_EQ(role(domains, "fabrikam.com"), "foreign");
  EXPECT_EQ(role(domains, "xcontoso.com"), "foreign");
  EXPECT_TRUE(domains.known());
}

TEST(AcceptedDomains, the_one_for_everything_comes_last) {
  OrganizationBuilder builder;
  builder.add(ObjectKind::accepted_domain,
              {{Property::name, {"*"}}, {Property::type, {"internal-relay"}}});
  builder.add(ObjectKind::accepted_domain,
              {{Property::name, {"contoso.com"}}, {Property::default_, {"true"}}});
  const Organization organization = builder.build();
  const AcceptedDomains domains(organization);
  EXPECT_EQ(role(domains, "contoso.com"), "unknown itself");
  EXPECT_EQ(role(domains, "fabrikam.com"), "internal relay below");
  ASSERT_NE(domains.default_domain(), nullptr);
  EXPECT_EQ(domains.default_domain()->name(), "contoso.com");
}

TEST(AcceptedDomains, are_not_known_where_no_input_tells) {
  const Organization organization = OrganizationBuilder().build();
  EXPECT_FALSE(AcceptedDomains(organization).known());
}

}  // namespace
}  // namespace connlint::test
