#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string read(std::string text, Places places = Places::hidden) {
  return read_as_text(read_convertto_xml, std::move(text), places);
}

/// What the reader makes of an object with these properties.
std::string read_properties(const std::string& properties) {
  return read("<Objects><Object Type=\"T\">" + properties + "</Object></Objects>");
}

TEST(ConvertToXmlReaderTest, ClaimsItsRoots) {
  EXPECT_TRUE(claims_convertto_xml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Objects>"));
  EXPECT_TRUE(claims_convertto_xml("<Object Type=\"T\">"));
  EXPECT_FALSE(claims_convertto_xml("<Objs>"));
  EXPECT_FALSE(claims_convertto_xml("Objects"));
  EXPECT_FALSE(claims_convertto_xml(""));
}

TEST(ConvertToXmlReaderTest, ObjectsAreRecordsWithPlaces) {
  EXPECT_EQ(read("<?xml version=\"1.0\"?>\n<Objects>\n"
                 "<Object Type=\"Mail\">\n"
                 "<Property Name=\"Name\" Type=\"System.String\">Fax</Property>\n"
                 "<Property Name=\"Size\" Type=\"System.String\">&lt;10&gt;</Property></Object>\n"
                 "<Object Type=\"Mail\"><Property Name=\"Name\">B</Property></Object></Objects>",
                 Places::shown),
            "record <Mail> @3:1-3:21\n"
            "  Name @4:17-4:21=: \"Fax\" @4:44-4:47=\n"
            "  Size @5:17-5:21=: \"<10>\" @5:44-5:54\n"
            "record <Mail> @6:1-6:21\n"
            "  Name @6:37-6:41=: \"B\" @6:43-6:44=\n");
}

TEST(ConvertToXmlReaderTest, AnElementWithoutEndTagHasNoValueAndOneWithIsEmpty) {
  EXPECT_EQ(
      read_properties("<Property Name=\"TlsDomain\" Type=\"System.String\" />"
                      "<Property Name=\"Comment\" Type=\"System.String\"></Property>"
                      "<Property Name=\"SmartHosts\" "
                      "Type=\"Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]\" />"),
      "record <T>\n"
      "  TlsDomain: null\n"
      "  Comment: \"\"\n"
      "  SmartHosts: []\n");
}

TEST(ConvertToXmlReaderTest, PropertiesWithoutNameAreTheItemsOfACollection) {
  EXPECT_EQ(read_properties("<Property Name=\"Names\" Type=\"System.String[]\">\n"
                            "<Property Type=\"System.String\">one</Property></Property>"
                            "<Property Name=\"Spaces\" Type=\"System.Collections.ArrayList\">"
                            "<Property Type=\"Space\"><Property Type=\"System.String\">FAX:*;1"
                            "</Property></Property>"
                            "<Property Type=\"Space\"><Property Type=\"System.String\">SMS:*;2"
                            "</Property></Property></Property>"),
            "record <T>\n"
            "  Names: [\"one\"]\n"
            "  Spaces: [\"FAX:*;1\", \"SMS:*;2\"]\n");
}

TEST(ConvertToXmlReaderTest, ASingleTextInAnObjectIsItsDisplayText) {
  EXPECT_EQ(read_properties("<Property Name=\"Home\" Type=\"ADObjectId\">\n"
                            "  <Property Type=\"System.String\">EX07A</Property>\n</Property>"),
            "record <T>\n"
            "  Home: \"EX07A\"\n");
}

TEST(ConvertToXmlReaderTest, NamedPropertiesInAPropertyAreANestedObject) {
  EXPECT_EQ(
      read_properties("<Property Name=\"Size\" Type=\"Unlimited\">"
                      "<Property Name=\"IsUnlimited\" Type=\"System.Boolean\">False</Property>"
                      "<Property Name=\"Value\" Type=\"System.String\">35 MB</Property>"
                      "</Property>"),
      "record <T>\n"
      "  Size: <Unlimited> {IsUnlimited: \"False\", Value: \"35 MB\"}\n");
}

TEST(ConvertToXmlReaderTest, ADictionaryIsAnObjectOfItsKeys) {
  EXPECT_EQ(read("<Objects><Object Type=\"System.Collections.Hashtable\">"
                 "<Property Name=\"Key\" Type=\"System.String\">a</Property>"
                 "<Property Name=\"Value\" Type=\"System.Int32\">1</Property>"
                 "<Property Name=\"Key\" Type=\"System.String\">b</Property>"
                 "<Property Name=\"Value\" Type=\"System.Int32\" /></Object></Objects>"),
            "record <System.Collections.Hashtable>\n"
            "  a: \"1\"\n"
            "  b: null\n");
}

TEST(ConvertToXmlReaderTest, AListConvertedAsOneObjectGivesItsObjects) {
  EXPECT_EQ(read("<Object Type=\"System.Object[]\"><Property Type=\"Mail\">"
                 "<Property Name=\"Name\">Fax</Property></Property></Object>"),
            "record <Mail>\n"
            "  Name: \"Fax\"\n");
}

TEST(ConvertToXmlReaderTest, TypeNamesInPlaceOfValuesAndSecretsAreLost) {
  const std::string found = read_properties(
      "<Property Name=\"Data\" Type=\"System.Byte[]\">System.Byte[]</Property>"
      "<Property Name=\"Cred\" Type=\"System.Management.Automation.PSCredential\">"
      "<Property Name=\"Password\" Type=\"System.Security.SecureString\">NotARealSecret</Property>"
      "</Property>");

  EXPECT_EQ(found,
            "record <T>\n"
            "  Data: \"System.Byte[]\" lost=type_name\n"
            "  Cred: \"\" lost=withheld\n");
}

TEST(ConvertToXmlReaderTest, DamageAndForeignElementsAreNoted) {
  EXPECT_EQ(read("<Objects><Object Type=\"T\"><Property Name=\"A\">1</Property>"
                 "<Property Name=\"B\">2"),
            "record <T>\n"
            "  A: \"1\"\n"
            "unreadable: expected '</Property>', found the end of the file; what follows was not "
            "read: export it again with ConvertTo-Xml\n");
  EXPECT_EQ(read("<Objects><Object><Foo/><Property Name=\"A\">1</Property></Object></Objects>"),
            "suspicious: expected the elements 'Object' and 'Property' that ConvertTo-Xml writes, "
            "found another one; left out\n"
            "record\n"
            "  A: \"1\"\n");
  EXPECT_THAT(read("<!DOCTYPE Objects [<!ENTITY a \"b\">]><Objects/>"),
              HasSubstr("unreadable: expected no document type declaration"));
  EXPECT_THAT(read(""), HasSubstr("unreadable: expected the element 'Objects'"));
}

TEST(ConvertToXmlReaderTest, ADamagedObjectCostsItselfAndTheRestIsRead) {
  const std::string good = "<Object><Property Name=\"A\">1</Property></Object>";
  EXPECT_EQ(
      read("<Objects><Object><Property Name=\"A\">1</Property><Property Name=\"B\">2</P>"
           "</Object>" +
           good + "</Objects>"),
      "record\n"
      "  A: \"1\"\n"
      "unreadable: expected '</Property>', found '</P>'; the object is known only up to here; "
      "the objects behind it were read: export it again with ConvertTo-Xml\n"
      "record\n"
      "  A: \"1\"\n");
  EXPECT_EQ(read("<Objects><Object><Property Name=\"A\">1</Property>" + good + "</Objects>"),
            "record\n"
            "  A: \"1\"\n"
            "unreadable: expected '</Object>', found another 'Object'; the object is known only up "
            "to here; the objects behind it were read: export it again with ConvertTo-Xml\n"
            "record\n"
            "  A: \"1\"\n");
}

TEST(ConvertToXmlReaderTest, DeepNestingIsRefused) {
  std::string deep = "<Objects><Object Type=\"T\">";
  for (int i = 0; i < 100'000; ++i) deep += "<Property Name=\"a\">";

  EXPECT_THAT(read(deep), HasSubstr("unreadable: expected objects nested at most 200 levels deep"));
}

TEST(ConvertToXmlReaderTest, CutAtEveryByteEveryPlaceIsInTheFile) {
  const std::string whole =
      "<?xml version=\"1.0\"?><Objects><Object Type=\"T\"><Property Name=\"A\" Type=\"ArrayList\">"
      "<Property Type=\"S\">x&amp;y</Property></Property><Property Name=\"B\" "
      "/></Object></Objects>";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    ASSERT_THAT(read(whole.substr(0, length)), Not(HasSubstr("FAULT"))) << length;
  }
}

}  // namespace
}  // namespace connlint
