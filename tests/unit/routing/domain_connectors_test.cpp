#include "linter/routing/domain_connectors.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/organization_text.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kOrganization = R"(connlint: 1
connectors:
  - {name: Internet, kind: send, address_spaces: ["SMTP:*;1"], dns_routing: true}
  - {name: Fabrikam, kind: send, address_spaces: ["FAX:*;1", "SMTP:fabrikam.com;5"],
     smart_hosts: [mail.fabrikam.com], dns_routing: false}
  - {name: Fabrikam 2, kind: send, address_spaces: ["SMTP:FABRIKAM.com;1"],
     smart_hosts: [mail2.fabrikam.com], dns_routing: false}
  - {name: Subdomains, kind: send, address_spaces: ["SMTP:*.litware.com;1"],
     smart_hosts: [mail.litware.com], dns_routing: false}
  - {name: Off, kind: send, address_spaces: ["SMTP:adatum.com;1"], enabled: false,
     dns_routing: true}
)";

std::vector<std::string> names(const Organization& organization, std::string_view domain) {
  std::vector<std::string> out;
  const DomainConnectors connectors(organization);
  for (const DomainConnector& found : connectors.of(domain)) {
    const Connector& connector = organization.connector(found.connector);
    out.push_back(std::string(connector.name()) + " " +
                  connector.address_spaces().at(found.space).address);
  }
  return out;
}

TEST(DomainConnectors, are_all_with_the_closest_address_space) {
  const test::OrganizationText text(kOrganization);
  const Organization& organization = text.organization();

  EXPECT_THAT(names(organization, "fabrikam.com"),
              ElementsAre("Fabrikam fabrikam.com", "Fabrikam 2 FABRIKAM.com"));
  EXPECT_THAT(names(organization, "litware.com"), ElementsAre("Subdomains *.litware.com"));
  EXPECT_THAT(names(organization, "contoso.com"), ElementsAre("Internet *"));
}

TEST(DomainConnectors, of_a_wildcard_are_those_of_subdomains) {
  const test::OrganizationText text(kOrganization);
  const Organization& organization = text.organization();

  EXPECT_THAT(names(organization, "*.fabrikam.com"), ElementsAre("Internet *"));
  EXPECT_THAT(names(organization, "*.litware.com"), ElementsAre("Subdomains *.litware.com"));
}

TEST(DomainConnectors, are_none_of_disabled_ones_nor_of_what_is_no_domain) {
  const test::OrganizationText text(kOrganization);

  EXPECT_THAT(names(text.organization(), "adatum.com"), ElementsAre("Internet *"));
  EXPECT_THAT(names(text.organization(), ""), IsEmpty());
}

}  // namespace
}  // namespace connlint
