#include "linter/import/cmdlet/cmdlet.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cmdlet_records.h"

namespace connlint {
namespace {

using test::CmdletImport;
using test::kSendType;
using test::list;
using test::lost;
using test::null;
using test::object;
using test::RecordDraft;
using test::send;
using test::server;
using test::text;
using test::texts;
using test::untyped;
using test::words;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(CmdletImporter, ReadsTheTextsOfARemoteShell) {
  const CmdletImport import({send({
      {"AddressSpaces", texts({"FAX:*;1", "SMS:*;2"})},
      {"SmartHosts", texts({"[192.0.2.20]", "gw.contoso.com"})},
      {"DNSRoutingEnabled", text("false")},
      {"Enabled", text("True")},
      {"IsScopedConnector", text("false")},
      {"MaxMessageSize", text("10 MB (10,485,760 bytes)")},
      {"SourceTransportServers", texts({"EX07A", "EX07B"})},
      {"SourceRoutingGroup", text("Exchange Routing Group (DWBGZMFD01QNBJR)")},
      {"HomeMTA", text("Microsoft MTA")},
      {"HomeMtaServerId", text("EX07A")},
      {"TlsAuthLevel", null()},
      {"Comment", text("")},
      {"Guid", text("0292C782-9804-4D8B-AE0E-E1C7AB90852B")},
      {"WhenChanged", text("2008-12-02T10:15:30+01:00")},
      {"WhenChangedUTC", text("2008-12-02T09:15:30Z")},
      {"SomethingElse", text("x")},
  })});

  const Object& fax = import.only();
  EXPECT_EQ(fax.name(), "Fax");
  EXPECT_EQ(fax.text(Property::kind), "send");
  EXPECT_THAT(words(fax.spaces(Property::address_spaces)), ElementsAre("FAX:*;1", "SMS:*;2"));
  EXPECT_THAT(words(fax.names(Property::smart_hosts)),
              ElementsAre("[192.0.2.20]", "gw.contoso.com"));
  EXPECT_EQ(fax.flag(Property::dns_routing), false);
  EXPECT_EQ(fax.flag(Property::enabled), true);
  EXPECT_EQ(fax.text(Property::scope), "organization");
  EXPECT_EQ(fax.get<Size>(Property::max_message_size)->bytes, 10485760U);
  EXPECT_THAT(words(fax.names(Property::source_servers)), ElementsAre("EX07A", "EX07B"));
  EXPECT_EQ(fax.text(Property::home), "Exchange Routing Group (DWBGZMFD01QNBJR)");
  EXPECT_EQ(fax.text(Property::home_mta_server_id), "EX07A");
  EXPECT_TRUE(fax.states_nothing(Property::tls_auth_level));
  EXPECT_TRUE(fax.states_nothing(Property::comment));
  EXPECT_FALSE(fax.states(Property::port));
  EXPECT_EQ(fax.text(Property::guid), "0292c782-9804-4d8b-ae0e-e1c7ab90852b");
  EXPECT_EQ(fax.number(Property::changed), parse_time("2008-12-02T09:15:30Z"));
  EXPECT_THAT(import.found().notes, IsEmpty());
  EXPECT_TRUE(import.found().coverage.has(ObjectKind::connector, Property::scope));
  EXPECT_TRUE(import.found().coverage.cmdlet_objects);
  EXPECT_EQ(import.source_text(fax.where), "Fax");
}

TEST(CmdletImporter, DropsTheGuidOfZerosAndTheEmptyDistinguishedName) {
  const CmdletImport import({send(
      {{"Guid", text("00000000-0000-0000-0000-000000000000")}, {"DistinguishedName", text("")}})});

  EXPECT_FALSE(import.only().states(Property::guid));
  EXPECT_FALSE(import.only().states(Property::dn));
}

TEST(CmdletImporter, KeepsThatThereIsACredentialAndNeverItsValue) {
  const CmdletImport import({
      send({{"AuthenticationCredential", object("System.Management.Automation.PSCredential",
                                                {{"UserName", text("relay@contoso.com")},
                                                 {"Password", lost(Loss::withheld)}})}}),
      send({{"AuthenticationCredential", null()}}),
      send({{"AuthenticationCredential", text("NotARealSecret")}}),
  });

  const auto& secrets = import.found().secrets;
  ASSERT_THAT(secrets, SizeIs(2));
  EXPECT_EQ(secrets.front().property, "AuthenticationCredential");
  EXPECT_EQ(secrets.front().object, "Fax");
  EXPECT_EQ(import.source_text(secrets.front().where), "AuthenticationCredential");
  EXPECT_FALSE(import.found().objects[0].states(Property::authentication_credential));
  EXPECT_TRUE(import.found().objects[1].states_nothing(Property::authentication_credential));
  EXPECT_FALSE(import.found().objects[2].states(Property::authentication_credential));
}

TEST(CmdletImporter, ReadsServersOfALocalShell) {
  const CmdletImport import({server({
      {"AdminDisplayVersion", object("", {{"Major", text("8")},
                                          {"Minor", text("1")},
                                          {"Build", text("240")},
                                          {"Revision", text("6")}})},
      {"Site", object("contoso.com/Configuration/Sites/Seattle",
                      {{"DistinguishedName",
                        text("CN=Seattle,CN=Sites,CN=Configuration,DC=contoso,DC=com")}})},
      {"ServerRole", object("Mailbox, ClientAccess, HubTransport", {})},
      {"Fqdn", text("ex07.contoso.com")},
      {"ExchangeLegacyDN", null()},
  })});

  const Object& ex07 = import.only();
  EXPECT_EQ(ex07.object_kind(), ObjectKind::server);
  EXPECT_EQ(ex07.text(Property::version), "8.1 (Build 240.6)");
  EXPECT_EQ(ex07.text(Property::site), "Seattle");
  EXPECT_THAT(words(ex07.names(Property::roles)),
              ElementsAre("mailbox", "client-access", "hub-transport"));
  EXPECT_EQ(ex07.text(Property::fqdn), "ex07.contoso.com");
}

TEST(CmdletImporter, TakesRolesFromTruthValuesWhereServerRoleIsANumber) {
  const CmdletImport import({
      server({{"ServerRole", text("34")},
              {"IsMailboxServer", text("true")},
              {"IsHubTransportServer", text("true")},
              {"IsEdgeServer", text("false")}}),
      server({{"ServerRole", text("34")}}),
      server({{"ServerRole", text("None")}}),
  });

  const auto& objects = import.found().objects;
  ASSERT_THAT(objects, SizeIs(3));
  EXPECT_THAT(words(objects[0].names(Property::roles)), ElementsAre("mailbox", "hub-transport"));
  EXPECT_FALSE(objects[1].states(Property::roles));
  EXPECT_TRUE(objects[2].states_nothing(Property::roles));
  ASSERT_THAT(import.found().lost_values, SizeIs(1));
  EXPECT_EQ(import.found().lost_values.front().kind, LostValue::Kind::numeric_enumeration);
}

TEST(CmdletImporter, ReadsSitesLinksDomainsAndRecipients) {
  const CmdletImport import({
      untyped({{"Name", text("SEA-LON")},
               {"Cost", text("5")},
               {"ADCost", text("10")},
               {"ExchangeCost", text("5")},
               {"Sites", list({object("Seattle", {}), object("London", {})})}},
              "ADSiteLinks"),
      untyped({{"Name", text("SEA-NYC")}, {"Cost", text("7")}, {"ExchangeCost", null()}},
              "ADSiteLinks"),
      untyped({{"Name", text("Main")},
               {"DomainName", object("contoso.com", {})},
               {"DomainType", text("InternalRelay")},
               {"Default", text("True")}},
              "AcceptedDomains"),
      untyped({{"Name", text("Fax desk")}, {"ExternalEmailAddress", text("FAX:0171020225")}},
              "MailContacts"),
      untyped({{"Name", text("Nobody")}, {"ExternalEmailAddress", null()}}, "MailContacts"),
  });

  const auto& objects = import.found().objects;
  ASSERT_THAT(objects, SizeIs(4));
  EXPECT_EQ(objects[0].number(Property::cost), 10);
  EXPECT_EQ(objects[0].number(Property::exchange_cost), 5);
  EXPECT_THAT(words(objects[0].names(Property::sites)), ElementsAre("Seattle", "London"));
  EXPECT_EQ(objects[1].number(Property::cost), 7);
  EXPECT_EQ(objects[2].name(), "contoso.com");
  EXPECT_EQ(objects[2].text(Property::type), "internal-relay");
  EXPECT_EQ(objects[2].flag(Property::default_), true);
  EXPECT_EQ(objects[3].text(Property::target_address), "FAX:0171020225");
}

TEST(CmdletImporter, FindsObjectsInHashtablesAndKnowsEmptyLists) {
  const CmdletImport import({
      {.container = {},
       .types = {"System.Collections.Hashtable"},
       .label = {},
       .fields = {{"When", text("2008-12-03T10:00:00")},
                  {"SendConnectors", object("", {{"Name", text("Only")}})},
                  {"Servers", list({object("", {{"Name", text("EX07A")}}),
                                    object("", {{"Name", text("EX07B")}})})},
                  {"AcceptedDomains", list({})}}},
  });

  const auto& found = import.found();
  ASSERT_THAT(found.objects, SizeIs(3));
  EXPECT_EQ(found.objects[0].name(), "Only");
  EXPECT_EQ(found.objects[0].text(Property::kind), "send");
  EXPECT_EQ(found.objects[2].name(), "EX07B");
  EXPECT_TRUE(found.coverage.has(ObjectKind::accepted_domain));
  EXPECT_FALSE(found.coverage.has(ObjectKind::site));
  EXPECT_THAT(found.notes, IsEmpty());
}

TEST(CmdletImporter, GivesAnObjectTheListsThatWereHandedOverBeforeIt) {
  // A JSON file of one connector: the items of its lists look like objects of the file.
  const CmdletImport import({
      untyped({{"Type", text("FAX")}, {"Address", text("*")}, {"Cost", text("1")}},
              "AddressSpaces"),
      untyped({{"Type", text("SMS")}, {"Address", text("*")}, {"Cost", text("2")}},
              "AddressSpaces"),
      untyped({{"Rdn", text("CN=EX07A")}, {"ObjectGuid", text("x")}, {"Name", text("EX07A")}},
              "SourceTransportServers"),
      untyped({{"Name", text("Fax")}, {"DNSRoutingEnabled", text("false")}}),
  });

  const Object& fax = import.only();
  EXPECT_THAT(words(fax.spaces(Property::address_spaces)), ElementsAre("FAX:*;1", "SMS:*;2"));
  EXPECT_THAT(words(fax.names(Property::source_servers)), ElementsAre("EX07A"));
  EXPECT_THAT(import.found().notes, IsEmpty());
}

TEST(CmdletImporter, CountsListItemsThatBelongToNoObject) {
  const CmdletImport import({
      untyped({{"Color", text("red")}}, "Paints"),
      untyped({{"Color", text("blue")}}, "Paints"),
  });

  ASSERT_THAT(import.found().notes, SizeIs(1));
  EXPECT_THAT(import.found().notes.front().message, HasSubstr("2 objects without a type"));
}

TEST(CmdletImporter, SaysNothingOfWhatIsLeftOfAHashtable) {
  const CmdletImport import({
      {.container = "SendConnectors",
       .types = {kSendType},
       .label = "Fax",
       .fields = {{"Port", text("25")}}},
      {.container = {},
       .types = {"System.Collections.Hashtable"},
       .label = {},
       .fields = {{"When", text("2008-12-03T10:00:00")}}},
  });

  EXPECT_EQ(import.only().name(), "Fax");
  EXPECT_THAT(import.found().notes, IsEmpty());
}

TEST(CmdletImporter, LeavesReferencesInOtherObjectsAlone) {
  const CmdletImport import({
      {.container = {},
       .types = {"Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseAvailabilityGroup"},
       .label = {},
       .fields = {{"Name", text("DAG1")},
                  {"Servers", list({object("EX15", {{"Name", text("EX15")}})})}}},
      untyped({{"Name", text("DAG1")},
               {"Servers", list({object("", {{"Rdn", text("CN=EX15")},
                                             {"ObjectGuid", text("x")},
                                             {"Name", text("EX15")}})})}}),
  });

  EXPECT_THAT(import.found().objects, IsEmpty());
}

TEST(CmdletImporter, CountsWhatItLeavesOutByType) {
  const std::string mailbox = "Deserialized.Microsoft.Exchange.Data.Directory.Management.Mailbox";
  const RecordDraft box{
      .container = {}, .types = {mailbox}, .label = "Jane", .fields = {{"Alias", text("jane")}}};
  const CmdletImport import({box, box, untyped({{"Color", text("red")}})});

  const auto& notes = import.found().notes;
  ASSERT_THAT(notes, SizeIs(2));
  EXPECT_THAT(notes[0].message, HasSubstr("1 object without a type"));
  EXPECT_THAT(notes[1].message, HasSubstr("2 objects of type 'Mailbox'"));
  EXPECT_EQ(notes[1].kind, NoteKind::ignored);
  EXPECT_FALSE(import.found().coverage.cmdlet_objects);
}

}  // namespace
}  // namespace connlint
