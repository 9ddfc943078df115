#include "linter/import/table.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "linter/import/import.h"
#include "tests/support/imported.h"

namespace connlint {
namespace {

using test::words;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kBelowConnections =
    ",CN=Connections,CN=First Routing Group,CN=Routing Groups,CN=First Administrative Group,"
    "CN=Administrative Groups,CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,"
    "DC=contoso,DC=com";

/// A table and what is read from it.
class Table {
 public:
  explicit Table(std::string text) {
    const SourceFile& file = store_.add("table.csv", std::move(text));
    found_ = import_file(file, *format_named("csv"));
  }

  [[nodiscard]] const ImportedObjects& found() const { return found_; }
  [[nodiscard]] const Object& only() const { return found_.objects.at(0); }
  [[nodiscard]] std::string source_text(Span where) const {
    return std::string(store_.text(where));
  }

 private:
  SourceStore store_;
  ImportedObjects found_;
};

/// A table of csvde with one connector and its address spaces.
Table csvde(const std::string& spaces) {
  return Table("DN,objectClass,cn,routingList\n\"CN=Fax" + kBelowConnections +
               "\",top;msExchConnector;mailGateway;msExchRoutingSMTPConnector,Fax," + spaces +
               "\n");
}

/// A table of Export-Csv with one connector whose address spaces and servers are joined.
Table exported(const std::string& spaces, const std::string& servers) {
  return Table("\"Name\",\"AddressSpaces\",\"SourceTransportServers\"\n\"Fax\",\"" + spaces +
               "\",\"" + servers + "\"\n");
}

TEST(Tables, WithTheColumnDnHoldEntriesOfTheDirectory) {
  const Table table = csvde("FAX:*;1;SMS:*;2");

  ASSERT_THAT(table.found().objects, SizeIs(1));
  EXPECT_EQ(table.only().name(), "Fax");
  EXPECT_EQ(table.only().text(Property::kind), "smtp");
  EXPECT_EQ(table.only().text(Property::home), "First Administrative Group\\First Routing Group");
  const Spaces& spaces = table.only().spaces(Property::address_spaces);
  EXPECT_THAT(words(spaces), ElementsAre("FAX:*;1", "SMS:*;2"));
  EXPECT_EQ(table.source_text(spaces[1].where), "SMS:*;2");
  EXPECT_THAT(table.found().lost_values, IsEmpty());
  EXPECT_TRUE(table.found().coverage.directory_objects);
}

TEST(Tables, OfCsvdeMayHoldX400SpacesThatCanBeCutInTwoWays) {
  const Table table = csvde("X400:c=US;a= ;p=Contoso;1");

  EXPECT_THAT(words(table.only().spaces(Property::address_spaces)),
              ElementsAre("X400:c=US;a= ;p=Contoso;1"));
  ASSERT_THAT(table.found().lost_values, SizeIs(1));
  EXPECT_EQ(table.found().lost_values[0].kind, LostValue::Kind::ambiguous);
  EXPECT_EQ(table.found().lost_values[0].property, "routingList");
  EXPECT_EQ(table.found().lost_values[0].object, "Fax");
}

TEST(Tables, OfCsvdeHoldListsOfDistinguishedNames) {
  const std::string server =
      "CN=1,CN=SMTP,CN=Protocols,CN=%,CN=Servers,CN=First Administrative "
      "Group,CN=Administrative Groups,CN=Contoso,CN=Microsoft Exchange,"
      "CN=Services,CN=Configuration,DC=contoso,DC=com";
  std::string first = server;
  std::string second = server;
  first.replace(first.find('%'), 1, "EX1");
  second.replace(second.find('%'), 1, "EX2");
  const Table table("DN,objectClass,cn,msExchSourceBridgeheadServersDN\n\"CN=Fax" +
                    kBelowConnections + "\",msExchRoutingSMTPConnector,Fax,\"" + first + ";" +
                    second + "\"\n");

  EXPECT_THAT(words(table.only().names(Property::source_servers)), ElementsAre("EX1", "EX2"));
}

TEST(Tables, OfCsvdeHoldTemplatesWhoseTypesTellThemApart) {
  const Table table(
      "DN,objectClass,cn,gatewayProxy\n\"CN=Default Policy,CN=Recipient Policies,CN=Contoso,"
      "CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com\","
      "msExchRecipientPolicy,Default Policy,"
      "SMTP:@contoso.com;X400:c=US;a= ;p=Contoso;o=Exchange;;MS:CONTOSO/EAST\n");

  EXPECT_THAT(
      words(table.only().names(Property::enabled_email_address_templates)),
      ElementsAre("SMTP:@contoso.com", "X400:c=US;a= ;p=Contoso;o=Exchange;", "MS:CONTOSO/EAST"));
  EXPECT_THAT(table.found().lost_values, IsEmpty());
}

TEST(Tables, OfOtherColumnsHoldCmdletObjectsWithJoinedLists) {
  for (const auto& [spaces, servers] :
       {std::pair{"FAX:*;1|SMS:*;2", "EX1|EX2"}, std::pair{"FAX:*;1 SMS:*;2", "EX1 EX2"},
        std::pair{"FAX:*;1;SMS:*;2", "EX1;EX2"}, std::pair{"FAX:*;1, SMS:*;2", "EX1, EX2"},
        std::pair{"FAX:*;1\r\nSMS:*;2", "EX1\r\nEX2"}}) {
    const Table table = exported(spaces, servers);

    const Spaces& found = table.only().spaces(Property::address_spaces);
    EXPECT_THAT(words(found), ElementsAre("FAX:*;1", "SMS:*;2")) << spaces;
    EXPECT_EQ(table.source_text(found[1].where), "SMS:*;2") << spaces;
    EXPECT_THAT(words(table.only().names(Property::source_servers)), ElementsAre("EX1", "EX2"))
        << servers;
    EXPECT_THAT(table.found().lost_values, IsEmpty()) << spaces;
  }
}

TEST(Tables, KeepTheNamesOfTypesAsLostValues) {
  const Table table = exported("System.Object[]", "System.String[]");

  EXPECT_FALSE(table.only().states(Property::address_spaces));
  EXPECT_FALSE(table.only().states(Property::source_servers));
  ASSERT_THAT(table.found().lost_values, SizeIs(2));
  EXPECT_EQ(table.found().lost_values[0].kind, LostValue::Kind::type_name);
  EXPECT_EQ(table.found().lost_values[0].text, "System.Object[]");
}

TEST(Tables, WithoutRowsHoldNothing) {
  EXPECT_THAT(Table("\"Name\",\"AddressSpaces\"\n").found().objects, IsEmpty());
  EXPECT_THAT(Table("DN,objectClass\n").found().objects, IsEmpty());
}

}  // namespace
}  // namespace connlint
