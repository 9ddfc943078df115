#include "linter/import/names.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

constexpr std::string_view kFax =
    "CN=Fax,CN=Connections,CN=First Routing Group,CN=Routing Groups,CN=First Administrative "
    "Group,CN=Administrative Groups,CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,"
    "DC=contoso,DC=com";
constexpr std::string_view kVirtualServer =
    "CN=1,CN=SMTP,CN=Protocols,CN=EX2003-01,CN=Servers,CN=First Administrative Group,"
    "CN=Administrative Groups,CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,"
    "DC=contoso,DC=com";

TEST(DistinguishedNameTest, UndoesEscapes) {
  const auto steps = parse_dn(R"(CN=Fax\, Z\C3\BCrich\0ADEL:1-2,CN="a,b",DC=com)");
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].value, "Fax, Z\xC3\xBCrich (deleted)");
  EXPECT_EQ(steps[1].value, "a,b");
  EXPECT_EQ(steps[2].type, "DC");
}

TEST(DistinguishedNameTest, OtherTextsAreNone) {
  for (std::string_view text :
       {"", "Fax", "a=b", "SMTP:*;1", "contoso.com/Configuration/x", "=,=", "CN,DC"}) {
    EXPECT_FALSE(is_dn(text)) << text;
  }
}

TEST(DistinguishedNameTest, KeyDoesNotDependOnCaseOrBlanks) {
  EXPECT_EQ(dn_key("CN=Fax, DC=Contoso,DC=com"), dn_key("cn=FAX,dc=contoso,dc=COM"));
  EXPECT_NE(dn_key("CN=Fax,DC=contoso"), dn_key("CN=Fax2,DC=contoso"));
  EXPECT_EQ(dn_key("Fax"), "");
}

TEST(ShortNameTest, IsTheLastNameOfEveryForm) {
  EXPECT_EQ(short_name(kFax), "Fax");
  EXPECT_EQ(short_name("contoso.com/Configuration/Sites/Seattle"), "Seattle");
  EXPECT_EQ(
      short_name("/o=Contoso/ou=First Administrative Group/cn=Configuration/cn=Servers/cn=EX07A"),
      "EX07A");
  EXPECT_EQ(short_name(" EX07A "), "EX07A");
  EXPECT_EQ(short_name("Net/PO"), "Net/PO");
}

TEST(ServerNameTest, ClimbsToTheServer) {
  EXPECT_EQ(server_name(kVirtualServer), "EX2003-01");
  EXPECT_EQ(server_name("CN=Microsoft MTA,CN=EX2,CN=Servers,CN=AG,DC=com"), "EX2");
  EXPECT_EQ(server_name("CN=EX2,CN=Servers,CN=AG,DC=com"), "EX2");
  EXPECT_EQ(server_name("EX07A"), "EX07A");
}

TEST(ServerNameTest, MarksDeletedServers) {
  const std::string name = server_name(R"(CN=EX2\0ADEL:0f1e2d3c,CN=Deleted Objects,DC=com)");
  EXPECT_EQ(name, "EX2 (deleted)");
  EXPECT_TRUE(is_deleted_name(name));
  EXPECT_EQ(without_deleted_mark(name), "EX2");
  EXPECT_FALSE(is_deleted_name("EX2"));
}

TEST(RoutingGroupNameTest, KnowsTheAdministrativeGroup) {
  EXPECT_EQ(routing_group_of_dn(kFax), "First Administrative Group\\First Routing Group");
  EXPECT_EQ(routing_group_of_dn(kVirtualServer), "");
  EXPECT_EQ(
      routing_group_name("Exchange Administrative Group (FYDIBOHF23SPDLT)\\Exchange Routing Group "
                         "(DWBGZMFD01QNBJR)"),
      "Exchange Administrative Group (FYDIBOHF23SPDLT)\\Exchange Routing Group (DWBGZMFD01QNBJR)");
  EXPECT_EQ(routing_group_name("First Routing Group"), "First Routing Group");
  EXPECT_EQ(routing_group_name("contoso.com/Configuration/Services/Microsoft "
                               "Exchange/Contoso/Administrative Groups/AG/Routing Groups/RG"),
            "AG\\RG");
}

TEST(RoutingGroupNameTest, IsCutInTwo) {
  EXPECT_EQ(split_group_name("AG\\RG").administrative_group, "AG");
  EXPECT_EQ(split_group_name("AG\\RG").name, "RG");
  EXPECT_EQ(split_group_name("RG").administrative_group, "");
}

}  // namespace
}  // namespace connlint
