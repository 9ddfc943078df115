#include "linter/import/directory/directory.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/directory_records.h"

namespace connlint {
namespace {

using test::connector;
using test::DirectoryImport;
using test::entry;
using test::kModern;
using test::kOlder;
using test::kOrganization;
using test::kServers;
using test::kSmtp;
using test::lost;
using test::RecordDraft;
using test::text;
using test::texts;
using test::words;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(DirectoryImporter, LeavesSystemObjectsBelowTheOrganizationAndDeletedOnesOut) {
  const DirectoryImport import({
      entry("CN=Store,CN=Connections," + kOrganization, {"mailGateway"}, {{"cn", text("Store")}}),
      entry(
          "CN=Old\\0ADEL:6f9619ff-8b86-d011-b42d-00c04fc964ff,CN=Deleted Objects,CN=Configuration,"
          "DC=contoso,DC=com",
          kSmtp, {}),
      entry("CN=Schema,DC=contoso,DC=com", {"top", "dMD"}, {}),
  });

  EXPECT_THAT(import.found().objects, IsEmpty());
  ASSERT_THAT(import.found().notes, SizeIs(1));
  EXPECT_THAT(import.found().notes.front().message, HasSubstr("3 entries"));
  EXPECT_EQ(import.found().notes.front().kind, NoteKind::ignored);
}

TEST(DirectoryImporter, TakesAnAbsentAttributeAsEmptyWhereTheFileHoldsItElsewhere) {
  const DirectoryImport import({
      connector("Bare", kModern, kSmtp, {}),
      connector("Full", kModern, kSmtp,
                {{"routingList", text("SMTP:*;1")},
                 {"msExchSmtpSmartHost", text("gw.contoso.com")},
                 {"msExchSourceBridgeheadServersDN", text("CN=EX07," + kServers)},
                 {"delivContLength", text("0")},
                 {"msExchSmtpSendEnabled", text("FALSE")}}),
      connector("Older", kOlder, kSmtp, {{"msExchSmtpSmartHost", text("")}}),
  });

  const Object& bare = import.named("Bare");
  EXPECT_EQ(bare.flag(Property::dns_routing), true);
  EXPECT_TRUE(bare.states_nothing(Property::smart_hosts));
  EXPECT_TRUE(bare.states_nothing(Property::address_spaces));
  EXPECT_TRUE(bare.states_nothing(Property::source_servers));
  EXPECT_TRUE(bare.get<Size>(Property::max_message_size)->unlimited);
  EXPECT_EQ(bare.flag(Property::enabled), true);
  const Object& full = import.named("Full");
  EXPECT_EQ(full.flag(Property::dns_routing), false);
  EXPECT_EQ(full.get<Size>(Property::max_message_size)->bytes, 0U);
  EXPECT_EQ(full.flag(Property::enabled), false);
  const Object& older = import.named("Older");
  EXPECT_EQ(older.flag(Property::dns_routing), true);
  EXPECT_FALSE(older.states(Property::enabled));
}

TEST(DirectoryImporter, TakesAnAttributeThatTheFileNeverHoldsAsUnknown) {
  const DirectoryImport import(
      {connector("Bare", kOlder, kSmtp, {}), connector("Other", kOlder, kSmtp, {})});

  const Object& bare = import.named("Bare");
  EXPECT_FALSE(bare.states(Property::dns_routing));
  EXPECT_FALSE(bare.states(Property::smart_hosts));
  EXPECT_FALSE(bare.states(Property::address_spaces));
  EXPECT_FALSE(bare.states(Property::source_servers));
  EXPECT_FALSE(bare.states(Property::max_message_size));
}

TEST(DirectoryImporter, TakesAnAttributeStatedByNameAloneAsUnknown) {
  const DirectoryImport import({
      connector("Names", kOlder, kSmtp,
                {{"routingList", lost(Loss::not_exported)},
                 {"msExchSmtpSmartHost", lost(Loss::not_exported)},
                 {"msExchSmtpOutboundSecurityPassword", lost(Loss::not_exported)}}),
      connector("Values", kOlder, kSmtp,
                {{"routingList", text("SMS:*;1")}, {"msExchSmtpSmartHost", text("gw")}}),
      connector("Unreadable", kOlder, kSmtp, {{"delivContLength", text("much")}}),
      connector("Sized", kOlder, kSmtp, {{"delivContLength", text("1")}}),
  });

  const Object& names = import.named("Names");
  EXPECT_FALSE(names.states(Property::address_spaces));
  EXPECT_FALSE(names.states(Property::smart_hosts));
  EXPECT_FALSE(names.states(Property::dns_routing));
  EXPECT_FALSE(import.named("Unreadable").states(Property::max_message_size));
  EXPECT_THAT(import.found().secrets, IsEmpty());
  ASSERT_THAT(import.found().notes, SizeIs(1));
  EXPECT_THAT(import.found().notes.front().message, HasSubstr("'delivContLength' is 'much'"));
}

TEST(DirectoryImporter, SaysThatEntriesWithoutClassAreLeftOut) {
  RecordDraft names_only = connector("Fax", kOlder, {}, {});
  names_only.fields.push_back({"objectClass", lost(Loss::not_exported)});
  const DirectoryImport import({names_only});

  EXPECT_THAT(import.found().objects, IsEmpty());
  ASSERT_THAT(import.found().notes, SizeIs(1));
  EXPECT_EQ(import.found().notes.front().kind, NoteKind::suspicious);
  EXPECT_THAT(import.found().notes.front().message, HasSubstr("objectClass"));
}

TEST(DirectoryImporter, LeavesTheSourceServersOfMtaConnectorsUnknown) {
  const DirectoryImport import({
      connector("Smtp", kOlder, kSmtp,
                {{"msExchSourceBridgeheadServersDN", text("CN=EX03," + kServers)}}),
      connector("Format", kOlder, {"mailGateway", "rFC1006X400Link"}, {}),
      connector("Bare", kOlder, kSmtp, {}),
  });

  EXPECT_FALSE(import.named("Format").states(Property::source_servers));
  EXPECT_TRUE(import.named("Bare").states_nothing(Property::source_servers));
}

TEST(DirectoryImporter, ReadsRoutingGroupConnectorsAndRoutingGroups) {
  const DirectoryImport import({
      entry(
          kOlder, {"top", "container", "msExchRoutingGroup"},
          {{"cn", text("First Routing Group")},
           {"msExchRoutingMasterDN", text("CN=EX03," + kServers)},
           {"msExchRoutingGroupMembersBL", texts({"CN=EX03," + kServers, "CN=EX2K," + kServers})}}),
      entry("CN=Connections," + kOlder, {"top", "msExchConnectors"}, {{"cn", text("Connections")}}),
      connector("To 2007", kOlder, {"msExchConnector", "msExchRoutingGroupConnector"},
                {{"cost", text("10")},
                 {"msExchDestinationRGDN", text(kModern)},
                 {"msExchTargetBridgeheadServersDN", text("CN=EX07," + kServers)},
                 {"msExchNoPFConnection", text("FALSE")}}),
  });

  const Object& group = import.named("First Routing Group");
  EXPECT_EQ(group.object_kind(), ObjectKind::routing_group);
  EXPECT_EQ(group.text(Property::administrative_group), "First Administrative Group");
  EXPECT_EQ(group.text(Property::master), "EX03");
  EXPECT_THAT(words(group.names(Property::members)), ElementsAre("EX03", "EX2K"));
  const Object& link = import.named("To 2007");
  EXPECT_EQ(link.text(Property::kind), "routing-group");
  EXPECT_EQ(link.number(Property::cost), 10);
  EXPECT_EQ(link.text(Property::target),
            "Exchange Administrative Group (FYDIBOHF23SPDLT)\\Exchange Routing Group "
            "(DWBGZMFD01QNBJR)");
  EXPECT_THAT(words(link.names(Property::target_servers)), ElementsAre("EX07"));
  EXPECT_EQ(link.flag(Property::public_folder_referrals_enabled), true);
  EXPECT_FALSE(link.states(Property::dns_routing));
  EXPECT_FALSE(link.states(Property::scope));
  EXPECT_TRUE(import.found().coverage.all_connector_kinds);
}

TEST(DirectoryImporter, KnowsThatAnEmptyConnectionsContainerHoldsNoConnector) {
  const DirectoryImport import({entry("CN=Connections," + kOlder, {"msExchConnectors"}, {})});
  const DirectoryImport system(
      {entry("CN=Connections," + kOrganization, {"msExchConnectors"}, {})});

  EXPECT_TRUE(import.found().coverage.all_connector_kinds);
  EXPECT_TRUE(import.found().coverage.has(ObjectKind::connector));
  EXPECT_FALSE(system.found().coverage.all_connector_kinds);
}

TEST(DirectoryImporter, ReadsServers) {
  const DirectoryImport import({
      entry("CN=EX07," + kServers, {"top", "server", "msExchExchangeServer"},
            {{"cn", text("EX07")},
             {"serialNumber", text("Version 8.1 (Build 30240.6)")},
             {"versionNumber", text("1912701168")},
             {"msExchCurrentServerRoles", text("54")},
             {"msExchHomeRoutingGroup", text(kModern)},
             {"msExchServerSite", text("CN=Seattle,CN=Sites,CN=Configuration,DC=contoso,DC=com")},
             {"networkAddress", text("netbios:EX07")},
             {"networkAddress", text("ncacn_ip_tcp:ex07.contoso.com")}}),
      entry("CN=EX03," + kServers, {"msExchExchangeServer"},
            {{"cn", text("EX03")}, {"versionNumber", text("7638")}}),
      entry("CN=1,CN=SMTP,CN=Protocols,CN=EX03," + kServers, {"protocolCfgSMTPServer"},
            {{"cn", text("1")}, {"msExchSmtpSmartHost", text("relay.contoso.com;[192.0.2.1]")}}),
      entry("CN=1,CN=SMTP,CN=Protocols,CN=ELSE," + kServers, {"protocolCfgSMTPServer"},
            {{"msExchSmtpSmartHost", text("relay.contoso.com")}}),
  });

  const Object& ex07 = import.named("EX07");
  EXPECT_EQ(ex07.text(Property::version), "8.1 (Build 240.6)");
  EXPECT_THAT(words(ex07.names(Property::roles)),
              ElementsAre("mailbox", "client-access", "unified-messaging", "hub-transport"));
  EXPECT_EQ(ex07.text(Property::site), "Seattle");
  EXPECT_EQ(ex07.text(Property::fqdn), "ex07.contoso.com");
  EXPECT_EQ(ex07.text(Property::routing_group),
            "Exchange Administrative Group (FYDIBOHF23SPDLT)\\Exchange Routing Group "
            "(DWBGZMFD01QNBJR)");
  const Object& ex03 = import.named("EX03");
  EXPECT_EQ(ex03.text(Property::version), "6.5 (Build 7638.0)");
  EXPECT_FALSE(ex03.states(Property::roles));
  EXPECT_THAT(words(ex03.names(Property::virtual_server_smart_hosts)),
              ElementsAre("relay.contoso.com", "[192.0.2.1]"));
  EXPECT_THAT(import.found().objects, SizeIs(2));
}

TEST(DirectoryImporter, ReadsSitesLinksDomainsPoliciesTemplatesAndRecipients) {
  const std::string sites = "CN=Sites,CN=Configuration,DC=contoso,DC=com";
  const DirectoryImport import({
      entry("CN=Seattle," + sites, {"top", "site"}, {{"cn", text("Seattle")}}),
      entry("CN=SEA-LON,CN=IP,CN=Inter-Site Transports," + sites, {"top", "siteLink"},
            {{"cn", text("SEA-LON")},
             {"siteList", text("CN=Seattle," + sites)},
             {"siteList", text("CN=London," + sites)},
             {"cost", text("100")},
             {"msExchCost", text("5")},
             {"delivContLength", text("5120")}}),
      entry("CN=Main,CN=Accepted Domains,CN=Transport Settings," + kOrganization,
            {"top", "msExchAcceptedDomain"},
            {{"cn", text("Main")},
             {"msExchAcceptedDomainName", text("contoso.com")},
             {"msExchAcceptedDomainFlags", text("4")}}),
      entry("CN=Default Policy,CN=Recipient Policies," + kOrganization,
            {"top", "msExchRecipientPolicy"},
            {{"cn", text("Default Policy")},
             {"gatewayProxy", texts({"SMTP:@contoso.com", "MS:CONTOSO/EUROPE"})},
             {"disabledGatewayProxy", text("CCMAIL: at EUROPE")}}),
      entry("CN=FAX,CN=409,CN=Address-Templates,CN=Addressing," + kOrganization,
            {"displayTemplate", "addressTemplate"},
            {{"cn", text("Facsimile")}, {"addressType", text("FAX")}}),
      entry("CN=FAX:i386,CN=Address-Types,CN=Addressing," + kOrganization, {"addrType"}, {}),
      entry("CN=Fax desk,OU=People,DC=contoso,DC=com", {"top", "person", "contact"},
            {{"cn", text("Fax desk")}, {"targetAddress", text("FAX:0171020225")}}),
      entry("CN=Jane,OU=People,DC=contoso,DC=com", {"top", "person", "user"},
            {{"cn", text("Jane")}}),
      entry(kOrganization, {"top", "msExchOrganizationContainer"}, {{"cn", text("Contoso")}}),
  });

  EXPECT_EQ(import.named("Seattle").object_kind(), ObjectKind::site);
  const Object& link = import.named("SEA-LON");
  EXPECT_THAT(words(link.names(Property::sites)), ElementsAre("Seattle", "London"));
  EXPECT_EQ(link.number(Property::cost), 100);
  EXPECT_EQ(link.number(Property::exchange_cost), 5);
  EXPECT_EQ(link.text(Property::protocol), "ip");
  EXPECT_EQ(link.get<Size>(Property::max_message_size)->bytes, 5120U * 1024U);
  EXPECT_EQ(import.named("contoso.com").object_kind(), ObjectKind::accepted_domain);
  EXPECT_FALSE(import.named("contoso.com").states(Property::type));
  const Object& policy = import.named("Default Policy");
  EXPECT_THAT(words(policy.names(Property::enabled_email_address_templates)),
              ElementsAre("SMTP:@contoso.com", "MS:CONTOSO/EUROPE"));
  EXPECT_THAT(words(policy.names(Property::disabled_email_address_templates)),
              ElementsAre("CCMAIL: at EUROPE"));
  EXPECT_EQ(import.named("FAX").object_kind(), ObjectKind::address_template);
  EXPECT_EQ(import.named("Fax desk").text(Property::target_address), "FAX:0171020225");
  EXPECT_THAT(import.found().objects, SizeIs(6));
  EXPECT_EQ(*import.found().organization_name, "Contoso");
}

TEST(DirectoryImporter, KeepsThatThereArePasswordsAndNeverTheirValues) {
  const DirectoryImport import({
      connector("Relay", kOlder, kSmtp,
                {{"msExchSmtpOutboundSecurityUserName", text("relay@contoso.com")},
                 {"msExchSmtpOutboundSecurityPassword", text("NotARealSecret")},
                 {"mTALocalCred", lost(Loss::withheld)},
                 {"gatewayLocalCred", text("")}}),
      entry("CN=Else,DC=contoso,DC=com", {"top"}, {{"msExchSecurityPassword", text("x")}}),
  });

  const auto& secrets = import.found().secrets;
  ASSERT_THAT(secrets, SizeIs(3));
  EXPECT_EQ(secrets[0].object, "Relay");
  EXPECT_EQ(import.source_text(secrets[0].where), "msExchSmtpOutboundSecurityPassword");
  EXPECT_EQ(secrets[1].property, "mTALocalCred");
  EXPECT_EQ(secrets[2].object, "Else");
}

TEST(DirectoryImporter, ComparesAttributeNamesWithoutRegardToCase) {
  const DirectoryImport import(
      {entry("cn=Fax,cn=Connections," + kOlder, {"msexchroutingsmtpconnector"},
             {{"CN", text("Fax")},
              {"ROUTINGLIST", text("FAX:*;1")},
              {"homemta", text("cn=Microsoft MTA,cn=EX03," + kServers)}})});

  EXPECT_THAT(words(import.named("Fax").spaces(Property::address_spaces)), ElementsAre("FAX:*;1"));
  EXPECT_EQ(import.named("Fax").text(Property::home_mta_server_id), "EX03");
}

TEST(DirectoryImporter, TakesTheNameFromTheDistinguishedNameWhereNoAttributeTells) {
  const DirectoryImport import({entry("CN=Fax\\, Seattle,CN=Connections," + kOlder, kSmtp,
                                      {{"routingList", text("FAX:*;1")}})});

  EXPECT_EQ(import.named("Fax, Seattle").text(Property::kind), "smtp");
}

}  // namespace
}  // namespace connlint
