#include "linter/facts/address_types/type_use.h"

#include <gmock/gmock.h>

#include "tests/support/organization_text.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;

constexpr const char* kOrganization = R"(connlint: 1
required_address_types: [sms]
recipients:
  - {name: Fax desk, target_address: "fax:0171020225", email_addresses: ["X400:c=US;a= ;p=Contoso;"]}
email_address_policies:
  - {name: Default Policy, enabled_email_address_templates: ["@contoso.com", "NOTES:%m@CONTOSO"]}
address_templates: [telex, MS]
)";

TEST(UsedTypes, are_those_of_requirements_recipients_and_policies) {
  const test::OrganizationText text(kOrganization);

  EXPECT_THAT(used_types(text.organization()), ElementsAre("FAX", "NOTES", "SMS", "X400"));
}

TEST(TemplateTypes, are_those_of_address_templates) {
  const test::OrganizationText text(kOrganization);

  EXPECT_THAT(template_types(text.organization()), ElementsAre("MS", "TELEX"));
}

}  // namespace
}  // namespace connlint
