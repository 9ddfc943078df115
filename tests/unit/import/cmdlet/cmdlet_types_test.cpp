#include "linter/import/cmdlet/cmdlet_types.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cmdlet_records.h"

namespace connlint {
namespace {

using test::CmdletImport;
using test::FieldDraft;
using test::kSendType;
using test::object;
using test::RecordDraft;
using test::text;
using test::texts;
using test::untyped;

std::string kind_of(const RecordDraft& record) {
  const CmdletImport import({record});
  if (import.found().objects.empty()) return "none";
  const Object& object = import.found().objects.front();
  return object.object_kind() == ObjectKind::connector ? std::string(object.text(Property::kind))
                                                       : std::string(name_of(object.object_kind()));
}

TEST(CmdletTypes, AreTheLastPartWithoutPrefixes) {
  EXPECT_EQ(short_type_name(kSendType), "SmtpSendConnectorConfig");
  EXPECT_EQ(short_type_name("Selected.Microsoft.Exchange.Data.X.ADSite"), "ADSite");
  EXPECT_EQ(short_type_name("Deserialized.Selected.System.Management.Automation.PSCustomObject"),
            "PSCustomObject");
  EXPECT_EQ(short_type_name("Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String, x]]"),
            "MultiValuedProperty");
}

TEST(CmdletTypes, DecideTheKindAndTheMostSpecificWins) {
  const std::string space = "Microsoft.Exchange.Data.Directory.SystemConfiguration.";
  const auto typed = [&space](std::vector<std::string> types) {
    for (std::string& type : types) type = space + type;
    return RecordDraft{.container = {},
                       .types = std::move(types),
                       .label = "Name",
                       .fields = {{"ExternalEmailAddress", text("FAX:1")}}};
  };

  EXPECT_EQ(kind_of(typed({"SmtpSendConnectorConfig", "MailGateway", "SendConnector"})), "send");
  EXPECT_EQ(kind_of(typed({"ForeignConnector", "MailGateway", "SendConnector"})), "foreign");
  EXPECT_EQ(kind_of(typed({"DeliveryAgentConnector"})), "delivery-agent");
  EXPECT_EQ(kind_of(typed({"RoutingGroupConnector", "SendConnector"})), "routing-group");
  EXPECT_EQ(kind_of(typed({"ReceiveConnector"})), "receive");
  EXPECT_EQ(kind_of(typed({"TenantOutboundConnector"})), "outbound");
  EXPECT_EQ(kind_of(typed({"TenantInboundConnector"})), "inbound");
  EXPECT_EQ(kind_of(typed({"SendConnector", "ADObject"})), "send");
  EXPECT_EQ(kind_of(typed({"ADSite"})), "site");
  EXPECT_EQ(kind_of(typed({"AdSiteLink"})), "site-link");
  EXPECT_EQ(kind_of(typed({"DomainContentConfig"})), "remote-domain");
  EXPECT_EQ(kind_of(typed({"TransportConfigContainer"})), "transport-config");
  EXPECT_EQ(kind_of(typed({"TransportServer"})), "transport-service");
  EXPECT_EQ(kind_of(typed({"MailContact"})), "recipient");
  EXPECT_EQ(kind_of(typed({"HybridConfiguration"})), "none");
}

TEST(CmdletTypes, AreReplacedByTheContainerOrTheShapeWhereThereIsNone) {
  const FieldDraft name{"Name", text("X")};

  EXPECT_EQ(kind_of(untyped({name, {"AddressSpaces", texts({"FAX:*;1"})}}, "ForeignConnectors")),
            "foreign");
  EXPECT_EQ(kind_of(untyped({name}, "accepted_domains")), "accepted-domain");
  EXPECT_EQ(kind_of(untyped({name}, "EmailAddressPolicies")), "email-address-policy");
  EXPECT_EQ(kind_of(untyped({name, {"DropDirectory", text("x")}})), "foreign");
  EXPECT_EQ(kind_of(untyped({name, {"DeliveryProtocol", text("MOBILE")}})), "delivery-agent");
  EXPECT_EQ(kind_of(untyped({name, {"TargetTransportServers", texts({"A"})}})), "routing-group");
  EXPECT_EQ(kind_of(untyped({name, {"AddressSpaces", texts({})}})), "send");
  EXPECT_EQ(kind_of(untyped({name, {"AdminDisplayVersion", text("x")}})), "server");
  EXPECT_EQ(kind_of(untyped({name, {"DomainName", text("x")}, {"DomainType", text("y")}})),
            "accepted-domain");
  EXPECT_EQ(kind_of(untyped({name, {"HubSiteEnabled", text("true")}})), "site");
  EXPECT_EQ(kind_of(untyped({name, {"Sites", texts({})}, {"ADCost", text("1")}})), "site-link");
  EXPECT_EQ(kind_of(untyped({name, {"Color", text("red")}})), "none");
}

}  // namespace
}  // namespace connlint
