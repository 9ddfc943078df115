// What the options of connector rules change; the examples of their documents show the defaults.
#include <memory>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "linter/engine/run.h"
#include "tests/support/organization_text.h"

namespace connlint::test {
namespace {

constexpr std::string_view kTwoServers = R"yaml(connlint: 1
servers:
  - {name: EX01, version: "15.1 (Build 2507.6)", roles: [mailbox], site: Seattle}
  - {name: EX02, version: "15.1 (Build 2507.6)", roles: [mailbox], site: Seattle}
connectors:
  - {name: Internet, kind: send, address_spaces: ["SMTP:*;1"], source_servers: [EX01]}
)yaml";

constexpr std::string_view kCertificate = R"yaml(connlint: 1
exchange_certificates:
  - {name: one, issuer: CN=CA, subject: CN=mail.contoso.com, not_after: 2027-05-01T00:00:00Z}
connectors:
  - name: Partner
    kind: send
    address_spaces: ["SMTP:fabrikam.com;1"]
    tls_certificate_name: "<I>CN=CA<S>CN=mail.contoso.com"
    changed: 2026-01-31T08:00:00Z
)yaml";

/// How many findings one rule has with one option set; an empty value leaves the default.
std::size_t findings_of(std::string_view text, std::string_view code, const char* option,
                        const std::string& value) {
  const OrganizationText organization{std::string(text)};
  const RuleRegistry registry(rule_table());
  Selection selection;
  for (const RuleEntry& entry : rule_table()) {
    if (entry.rule.code == code) selection.select.push_back(&entry);
  }
  if (!value.empty()) selection.settings[std::string(code)].options[option] = {value};
  return run({.organization = organization.organization(),
              .sources = std::make_shared<SourceStore>(),
              .notes = {},
              .counts = {}},
             registry, selection)
      .findings.size();
}

TEST(rule_options, a_connector_may_be_allowed_one_source_server) {
  EXPECT_EQ(findings_of(kTwoServers, "CL246", "allowed", ""), 1U);
  EXPECT_EQ(findings_of(kTwoServers, "CL246", "allowed", "internet"), 0U);
  EXPECT_EQ(findings_of(kTwoServers, "CL246", "allowed", "Partner"), 1U);
}

TEST(rule_options, certificates_are_compared_with_a_stated_time) {
  EXPECT_EQ(findings_of(kCertificate, "CL270", "as_of", ""), 0U);
  EXPECT_EQ(findings_of(kCertificate, "CL270", "as_of", "2027-05-01"), 0U);
  EXPECT_EQ(findings_of(kCertificate, "CL270", "as_of", "2027-05-02"), 1U);
  EXPECT_EQ(findings_of(kCertificate, "CL270", "as_of", "tomorrow"), 0U);
}

}  // namespace
}  // namespace connlint::test
