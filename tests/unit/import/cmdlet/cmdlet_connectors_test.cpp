#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/import/cmdlet/cmdlet_objects.h"
#include "tests/support/cmdlet_records.h"

namespace connlint {
namespace {

using test::CmdletImport;
using test::FieldDraft;
using test::kBelowConnections;
using test::kBelowServers;
using test::lost;
using test::RecordDraft;
using test::reference;
using test::send;
using test::text;
using test::words;
using testing::ElementsAre;
using testing::SizeIs;

const std::string kBelowOlderConnections =
    ",CN=Connections,CN=First Routing Group,CN=Routing Groups,CN=First Administrative "
    "Group,CN=Administrative Groups,CN=Contoso,CN=Microsoft "
    "Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com";

TEST(CmdletConnectors, TakesTheFlatFormOfSmartHostsWhereTheListIsLost) {
  const CmdletImport import({send({
      {"SmartHosts", lost(Loss::type_name, "Microsoft.Exchange.Data.MultiValuedProperty`1[X]")},
      {"SmartHostsString", text("gw1.fabrikam.example,[192.0.2.30]")},
      {"AddressSpaces", lost(Loss::type_name, "System.Object[]")},
  })});

  const Object& fax = import.only();
  EXPECT_THAT(words(fax.names(Property::smart_hosts)),
              ElementsAre("gw1.fabrikam.example", "[192.0.2.30]"));
  EXPECT_EQ(import.source_text(fax.names(Property::smart_hosts).back().where), "[192.0.2.30]");
  EXPECT_FALSE(fax.states(Property::address_spaces));
  ASSERT_THAT(import.found().lost_values, SizeIs(1));
  EXPECT_EQ(import.found().lost_values.front().property, "AddressSpaces");
}

TEST(CmdletConnectors, KnowsTheSmtpConnectorsOfExchange2003AmongSendConnectors) {
  const CmdletImport by_name({send({{"DistinguishedName", text("CN=Fax" + kBelowOlderConnections)},
                                    {"IsScopedConnector", text("true")}})});
  const CmdletImport by_group({send(
      {{"SourceRoutingGroup", text("First Routing Group")}, {"IsScopedConnector", text("true")}})});
  const CmdletImport modern({send({{"DistinguishedName", text("CN=Fax" + kBelowConnections)},
                                   {"IsScopedConnector", text("true")}})});
  const CmdletImport unknown({send({{"IsScopedConnector", text("true")}})});

  EXPECT_EQ(by_name.only().text(Property::kind), "smtp");
  EXPECT_EQ(by_name.only().text(Property::home), "First Administrative Group\\First Routing Group");
  EXPECT_EQ(by_name.only().text(Property::scope), "routing-group");
  EXPECT_EQ(by_group.only().text(Property::kind), "smtp");
  EXPECT_EQ(by_group.only().text(Property::scope), "routing-group");
  EXPECT_EQ(modern.only().text(Property::kind), "send");
  EXPECT_EQ(modern.only().text(Property::scope), "site");
  EXPECT_EQ(unknown.only().text(Property::kind), "send");
  EXPECT_EQ(unknown.only().text(Property::scope), "site");
}

TEST(CmdletConnectors, KnowsTheServerOfAReceiveConnector) {
  const auto receive = [](std::vector<FieldDraft> fields) {
    return RecordDraft{
        .container = "ReceiveConnectors", .types = {}, .label = {}, .fields = std::move(fields)};
  };
  const CmdletImport import({
      receive(
          {{"Name", text("Default EX15")}, {"Server", reference("EX15", kBelowServers, "EX15")}}),
      receive({{"Identity", text("EX16\\Relay")}}),
      receive(
          {{"Name", text("Client")},
           {"DistinguishedName",
            text("CN=Client,CN=SMTP Receive Connectors,CN=Protocols,CN=EX17" + kBelowServers)}}),
  });

  const auto& objects = import.found().objects;
  ASSERT_THAT(objects, SizeIs(3));
  EXPECT_EQ(objects[0].text(Property::server), "EX15");
  EXPECT_EQ(objects[1].text(Property::server), "EX16");
  EXPECT_EQ(objects[1].name(), "Relay");
  EXPECT_EQ(objects[2].text(Property::server), "EX17");
}

}  // namespace
}  // namespace connlint
