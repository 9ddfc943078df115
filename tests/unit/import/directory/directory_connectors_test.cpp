#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/import/directory/directory_objects.h"
#include "tests/support/directory_records.h"

namespace connlint {
namespace {

using test::connector;
using test::DirectoryImport;
using test::FieldDraft;
using test::kModern;
using test::kOlder;
using test::kServers;
using test::kSmtp;
using test::lost;
using test::object;
using test::text;
using test::words;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string kind_of(const std::string& group, const std::vector<std::string>& classes,
                    std::vector<FieldDraft> attributes = {}) {
  const DirectoryImport import({connector("X", group, classes, std::move(attributes))});
  if (import.found().objects.empty()) return "none";
  const Object& object = import.found().objects.front();
  const std::string gateway(object.text(Property::gateway_class));
  return std::string(object.text(Property::kind)) + (gateway.empty() ? "" : " " + gateway);
}

TEST(DirectoryConnectors, KnowsTheKindsOfConnectorByTheMostSpecificClass) {
  EXPECT_EQ(kind_of(kModern, kSmtp), "send");
  EXPECT_EQ(kind_of(kOlder, kSmtp), "smtp");
  EXPECT_EQ(kind_of(kOlder, {"msExchRoutingSMTPConnector", "mailGateway", "top"}), "smtp");
  EXPECT_EQ(kind_of(kOlder, {"MSEXCHROUTINGSMTPCONNECTOR"}), "smtp");
  EXPECT_EQ(kind_of(kOlder, {"msExchConnector", "msExchRoutingGroupConnector"}), "routing-group");
  EXPECT_EQ(kind_of(kOlder, {"mailGateway", "x400Link", "rFC1006X400Link"}), "x400");
  EXPECT_EQ(kind_of(kOlder, {"x25X400Link"}), "x400");
  EXPECT_EQ(kind_of(kOlder, {"tP4X400Link"}), "x400");
  EXPECT_EQ(kind_of(kOlder, {"rASX400Link"}), "x400");
  EXPECT_EQ(kind_of(kOlder, {"top", "mailGateway"}), "gateway other");
  EXPECT_EQ(kind_of(kOlder, {"mailGateway", "msExchNotesConnector"}), "gateway notes");
  EXPECT_EQ(kind_of(kOlder, {"mailGateway", "msExchGroupWiseConnector"}), "gateway groupwise");
  EXPECT_EQ(kind_of(kOlder, {"mailGateway", "msExchccMailConnector"}), "gateway ccmail");
  EXPECT_EQ(kind_of(kOlder, {"mailGateway", "mSMailConnector"}), "gateway msmail");
  EXPECT_EQ(kind_of(kOlder, {"mailGateway", "msExchSNADSConnector"}), "gateway snads");
  EXPECT_EQ(kind_of(kOlder, {"mailGateway", "msExchCalendarConnector"}), "gateway calendar");
  EXPECT_EQ(kind_of(kOlder, {"mailGateway", "msExchOVVMConnector"}), "gateway other");
  EXPECT_EQ(kind_of(kModern, {"mailGateway"}, {{"msExchTransportDropDirectoryName", text("Fax")}}),
            "foreign");
  EXPECT_EQ(kind_of(kModern, {"mailGateway", "msExchDeliveryAgentConnector"}), "delivery-agent");
  EXPECT_EQ(kind_of(kOlder, {"msExchConnector", "msExchReplicationConnector"}), "none");
}

TEST(DirectoryConnectors, ReadsAnSmtpConnectorOfExchange2003) {
  const DirectoryImport import({connector(
      "Fax", kOlder, kSmtp,
      {{"routingList", text("FAX:*;1")},
       {"routingList", text("SMS:*;5")},
       {"msExchSmtpSmartHost", text("[192.0.2.40]; fax.contoso.com,[192.0.2.41]")},
       {"msExchSourceBridgeheadServersDN", text("CN=1,CN=SMTP,CN=Protocols,CN=EX03," + kServers)},
       {"homeMTA", text("CN=Microsoft MTA,CN=EX03," + kServers)},
       {"delivContLength", text("10240")},
       {"activationStyle", text("2")},
       {"authOrig", text("CN=Jane Doe,OU=People,DC=contoso,DC=com")},
       {"dLMemSubmitPerms", text("CN=Fax users,OU=Groups,DC=contoso,DC=com")},
       {"unauthOrig", text("CN=Guest,OU=People,DC=contoso,DC=com")},
       {"connectedDomains", text("Second Routing Group;10")},
       {"adminDescription", text("in the cellar")},
       {"whenChanged", text("20081202090000.0Z")},
       {"objectGUID", text(std::string("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d"
                                       "\x0e\x0f",
                                       16))},
       {"deliveryMechanism", text("2")}})});

  const Object& fax = import.named("Fax");
  EXPECT_EQ(fax.text(Property::home), "First Administrative Group\\First Routing Group");
  EXPECT_EQ(fax.text(Property::dn), "CN=Fax,CN=Connections," + kOlder);
  EXPECT_THAT(words(fax.spaces(Property::address_spaces)), ElementsAre("FAX:*;1", "SMS:*;5"));
  EXPECT_EQ(fax.text(Property::scope), "organization");
  EXPECT_THAT(words(fax.names(Property::smart_hosts)),
              ElementsAre("[192.0.2.40]", "fax.contoso.com", "[192.0.2.41]"));
  EXPECT_EQ(import.source_text(fax.names(Property::smart_hosts)[1].where), "fax.contoso.com");
  EXPECT_EQ(fax.flag(Property::dns_routing), false);
  EXPECT_THAT(words(fax.names(Property::source_servers)), ElementsAre("EX03"));
  EXPECT_EQ(fax.text(Property::home_mta_server_id), "EX03");
  EXPECT_EQ(fax.get<Size>(Property::max_message_size)->bytes, 10240U * 1024U);
  EXPECT_EQ(fax.text(Property::activation), "always");
  EXPECT_THAT(words(fax.names(Property::accept_from)), ElementsAre("Jane Doe", "Fax users"));
  EXPECT_THAT(words(fax.names(Property::reject_from)), ElementsAre("Guest"));
  EXPECT_THAT(words(fax.names(Property::connected_routing_groups)),
              ElementsAre("Second Routing Group;10"));
  EXPECT_EQ(fax.text(Property::comment), "in the cellar");
  EXPECT_EQ(fax.number(Property::changed), parse_time("2008-12-02T09:00:00Z"));
  EXPECT_EQ(fax.text(Property::guid), "03020100-0504-0706-0809-0a0b0c0d0e0f");
  EXPECT_FALSE(fax.states(Property::enabled));
  EXPECT_EQ(*import.found().organization_name, "Contoso");
  EXPECT_TRUE(import.found().coverage.directory_objects);
  EXPECT_THAT(import.found().notes, IsEmpty());
  EXPECT_EQ(import.source_text(fax.where), "CN=Fax,CN=Connections," + kOlder);
}

TEST(DirectoryConnectors, KeepThatASmartHostWasLost) {
  const DirectoryImport import({connector(
      "Fax", kOlder, kSmtp, {{"msExchSmtpSmartHost", lost(Loss::unresolved, "file:///c:/host")}})});

  EXPECT_FALSE(import.named("Fax").states(Property::smart_hosts));
  EXPECT_FALSE(import.named("Fax").states(Property::dns_routing));
  ASSERT_THAT(import.found().lost_values, SizeIs(1));
  EXPECT_EQ(import.found().lost_values.front().property, "msExchSmtpSmartHost");
}

TEST(DirectoryConnectors, ReadsTheScopeFromTheAddressSpacesByHome) {
  const DirectoryImport import({
      connector("Older", kOlder, kSmtp, {{"routingList", text("Local:SMS:*;5")}}),
      connector("Modern", kModern, kSmtp,
                {{"routingList", text("SMTP:*;1")}, {"routingList", text("local:SMS:*;5")}}),
      connector("Open", kModern, kSmtp, {{"routingList", text("SMTP:*;1")}}),
      connector("None", kModern, kSmtp, {}),
  });

  EXPECT_EQ(import.named("Older").text(Property::scope), "routing-group");
  EXPECT_EQ(import.named("Modern").text(Property::scope), "site");
  EXPECT_EQ(import.named("Open").text(Property::scope), "organization");
  EXPECT_FALSE(import.named("None").states(Property::scope));
}

TEST(DirectoryConnectors, DoubtsNumbersThatMeanNothing) {
  const DirectoryImport import({connector("Fax", kOlder, kSmtp,
                                          {{"activationStyle", text("9")},
                                           {"msExchNoPFConnection", text("perhaps")},
                                           {"delivContLength", text("-1")}})});

  EXPECT_FALSE(import.named("Fax").states(Property::activation));
  EXPECT_FALSE(import.named("Fax").states(Property::public_folder_referrals_enabled));
  EXPECT_FALSE(import.named("Fax").states(Property::max_message_size));
  EXPECT_THAT(import.found().notes, SizeIs(3));
}

}  // namespace
}  // namespace connlint
