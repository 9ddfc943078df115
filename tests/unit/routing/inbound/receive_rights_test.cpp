#include "linter/routing/inbound/receive_rights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/organization_builder.h"

namespace connlint::test {
namespace {

Organization with(std::vector<Statement> statements, bool code = false) {
  statements.push_back({Property::kind, {"receive"}});
  OrganizationBuilder builder;
  builder.connector("Relay", std::move(statements));
  builder.coverage().code = code;
  return builder.build();
}

Relay relay(const Organization& organization) {
  return relay_of(organization, organization.connectors.front());
}

Relay relay(const std::string& auth, const std::string& groups,
            const std::vector<std::string>& rights) {
  return relay(with({{Property::auth_mechanism, {auth}},
                     {Property::permission_groups, {groups}},
                     {Property::extended_right_allow_entries, rights}}));
}

Submission submission(std::vector<Statement> statements) {
  const Organization organization = with(std::move(statements));
  return anonymous_submission_of(organization.connectors.front());
}

TEST(ReceiveRights, anonymous_users_relay_by_a_right_to_any_recipient) {
  const std::string right = "=ms-Exch-SMTP-Accept-Any-Recipient";
  EXPECT_EQ(relay("Tls", "AnonymousUsers", {"NT AUTHORITY\\ANONYMOUS LOGON" + right}),
            Relay::anonymous);
  EXPECT_EQ(relay("Tls", "AnonymousUsers", {"NT-AUTORIT\xC3\x84T\\ANONYMOUS-ANMELDUNG" + right}),
            Relay::anonymous);
  EXPECT_EQ(relay("Tls", "AnonymousUsers", {"S-1-5-7" + right}), Relay::anonymous);
  EXPECT_EQ(relay("Tls", "AnonymousUsers", {"S-1-5-70" + right}), Relay::no);
  EXPECT_EQ(relay("Tls", "AnonymousUsers", {"CONTOSO\\Printers" + right}), Relay::no);
}

TEST(ReceiveRights, a_right_to_any_recipient_needs_one_to_any_sender) {
  const std::string user = "NT AUTHORITY\\ANONYMOUS LOGON=";
  EXPECT_EQ(relay("Tls", "Custom", {user + "ms-Exch-SMTP-Accept-Any-Recipient"}), Relay::no);
  EXPECT_EQ(relay("Tls", "Custom",
                  {user + "ms-Exch-SMTP-Accept-Any-Sender,ms-Exch-SMTP-Accept-Any-Recipient"}),
            Relay::anonymous);
}

TEST(ReceiveRights, hosts_that_count_as_exchange_servers_relay) {
  EXPECT_EQ(relay("Tls, ExternalAuthoritative", "ExchangeServers", {}), Relay::external);
}

TEST(ReceiveRights, without_stated_rights_custom_is_the_sign_of_added_ones) {
  EXPECT_EQ(relay(with({{Property::permission_groups, {"AnonymousUsers"}}})), Relay::no);
  EXPECT_EQ(relay(with({{Property::permission_groups, {"AnonymousUsers, Custom"}}})),
            Relay::unknown);
  EXPECT_EQ(relay(with({})), Relay::unknown);
  // Add-ADPermission may stand in another script.
  EXPECT_EQ(relay(with({{Property::permission_groups, {"AnonymousUsers"}}}, true)), Relay::unknown);
}

TEST(ReceiveRights, who_has_not_logged_on_submits_by_a_group_or_a_right) {
  EXPECT_EQ(submission({{Property::permission_groups, {"AnonymousUsers"}}}), Submission::yes);
  EXPECT_EQ(submission({{Property::permission_groups, {"ExchangeUsers"}}}), Submission::no);
  EXPECT_EQ(submission({}), Submission::unknown);
}

}  // namespace
}  // namespace connlint::test
