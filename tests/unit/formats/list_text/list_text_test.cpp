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
  return read_as_text(read_list, std::move(text), places);
}

TEST(ListTextReaderTest, ClaimsAlignedPropertiesAndTables) {
  EXPECT_TRUE(claims_list("\r\nName    : Fax\r\nEnabled : True\r\n"));
  EXPECT_TRUE(
      claims_list("[PS] C:\\>Get-SendConnector | fl\r\n\r\nName    : Fax\r\nEnabled : True"));
  EXPECT_TRUE(claims_list("Name : Fax\n\nName : Sms\n"));
  EXPECT_TRUE(claims_list("Name  AddressSpaces\n----  -------------\nFax   {FAX:*;1}\n"));
  EXPECT_TRUE(claims_list("Name\n----\nFax\n"));

  EXPECT_FALSE(claims_list("name: Fax\nspaces: [a]\n"));
  EXPECT_FALSE(claims_list("connlint : 1\n"));
  EXPECT_FALSE(claims_list("name : Fax\nenabled : true\n")) << "no columns";
  EXPECT_FALSE(claims_list("# title\n---\nname: x\n"));
  EXPECT_FALSE(claims_list("dn: CN=a\nobjectClass: top\n"));
  EXPECT_FALSE(claims_list("\"Name\",\"Enabled\"\n"));
  EXPECT_FALSE(claims_list("two lines of prose\nabout nothing\n"));
  EXPECT_FALSE(claims_list(""));
}

TEST(ListTextReaderTest, ObjectsAreRecordsWithPlaces) {
  EXPECT_EQ(read("\nName          : Fax\nAddressSpaces : {FAX:*;1, SMS:*;2}\n\n"
                 "Name          : Sms\nAddressSpaces : {}\n\n\n",
                 Places::shown),
            "record @2:1-2:5\n"
            "  Name @2:1-2:5=: \"Fax\" @2:17-2:20=\n"
            "  AddressSpaces @3:1-3:14=: list \"{FAX:*;1, SMS:*;2}\" "
            "[\"FAX:*;1\" @3:18-3:25=, \"SMS:*;2\" @3:27-3:34=] @3:17-3:35=\n"
            "record @5:1-5:5\n"
            "  Name @5:1-5:5=: \"Sms\" @5:17-5:20=\n"
            "  AddressSpaces @6:1-6:14=: list \"{}\" [] @6:17-6:19=\n");
}

TEST(ListTextReaderTest, BlankValuesAreEmptyTexts) {
  EXPECT_EQ(read("TlsDomain : \nFqdn      :\nName      : a\n"),
            "record\n"
            "  TlsDomain: \"\"\n"
            "  Fqdn: \"\"\n"
            "  Name: \"a\"\n");
}

TEST(ListTextReaderTest, AFullLineGoesOnWithoutBlank) {
  // Broken at 30 characters: in a word, and before a blank.
  EXPECT_EQ(read("Name          : Partner \"Fabri\n"
                 "                kam\" (TLS)\n"
                 "AddressSpaces : {FAX:*;1, SMS:\n"
                 "                *;2, A:*;3, B:\n"
                 "                *;4}\n"
                 "Path          : CN=a,CN=Routin\n"
                 "                 Group\n"),
            "record\n"
            "  Name: \"Partner \\\"Fabrikam\\\" (TLS)\"\n"
            "  AddressSpaces: list \"{FAX:*;1, SMS:*;2, A:*;3, B:*;4}\" "
            "[\"FAX:*;1\", \"SMS:*;2\", \"A:*;3\", \"B:*;4\"]\n"
            "  Path: \"CN=a,CN=Routin Group\"\n");
}

TEST(ListTextReaderTest, AnItemInOneLineHasItsPlaceAndOneInTwoLinesTheirs) {
  EXPECT_EQ(
      read("Spaces : {FAX:*;1, SM\n"
           "         S:*;2, A:*;3\n"
           "         }\n",
           Places::shown),
      "record @1:1-1:7\n"
      "  Spaces @1:1-1:7=: list \"{FAX:*;1, SMS:*;2, A:*;3}\" "
      "[\"FAX:*;1\" @1:11-1:18=, \"SMS:*;2\" @1:20-2:15, \"A:*;3\" @2:17-2:22=] @1:10-3:11\n");
}

TEST(ListTextReaderTest, AShortLineIsFollowedByALineBreak) {
  EXPECT_EQ(read("Comment : Gateway\n"
                 "          call 4711\n"
                 "Name    : a name that is long\n"),
            "record\n"
            "  Comment: \"Gateway\\ncall 4711\"\n"
            "  Name: \"a name that is long\"\n");
}

TEST(ListTextReaderTest, ALineBrokenAtABlankGoesOnWithABlank) {
  // As Windows PowerShell breaks lists and long texts.
  EXPECT_EQ(read("AddressSpaces : {FAX:*;1,\n"
                 "                SMS:*;2,\n"
                 "                A:*;3}\n"
                 "Comment       : Gateway in the\n"
                 "                cellar of the\n"
                 "                house\n"
                 "Path          : 0123456789abcdef\n"),
            "record\n"
            "  AddressSpaces: list \"{FAX:*;1, SMS:*;2, A:*;3}\" [\"FAX:*;1\", \"SMS:*;2\", "
            "\"A:*;3\"]\n"
            "  Comment: \"Gateway in the cellar of the house\"\n"
            "  Path: \"0123456789abcdef\"\n");
}

TEST(ListTextReaderTest, CutListsAreLost) {
  EXPECT_EQ(read("A : {a, b, c, d...}\nB : {a, b\xE2\x80\xA6}\nC : System.Object[]\nD : {a\n"),
            "record\n"
            "  A: list \"{a, b, c, d...}\" [\"a\", \"b\", \"c\", \"d\"] lost=truncated\n"
            "  B: list \"{a, b\xE2\x80\xA6}\" [\"a\", \"b\"] lost=truncated\n"
            "  C: \"System.Object[]\" lost=type_name\n"
            "  D: \"{a\"\n");
}

TEST(ListTextReaderTest, PromptsMessagesAndProseAreNoValues) {
  EXPECT_EQ(read("[PS] C:\\Windows\\system32>Get-SendConnector | fl Name, Fqdn\r\n"
                 "WARNING: the Edge server was not asked\r\n"
                 "\r\n"
                 "Name : Fax\r\n"
                 "Fqdn : a\r\n"
                 "PS C:\\>Get-Foo\r\n"
                 "Get-Foo : The term 'Get-Foo' is not recognized.\r\n"
                 "At line:1 char:1\r\n"
                 "+ Get-Foo\r\n"
                 "\r\n"
                 "and that was it\r\n"
                 "C:\\Users\\admin>exit\r\n"),
            "record\n"
            "  Name: \"Fax\"\n"
            "  Fqdn: \"a\"\n"
            "ignored: expected lines such as 'Name : Fax'; text that belongs to no object is left "
            "out\n");
}

TEST(ListTextReaderTest, SeveralCmdletsInAFileGiveTheirOwnObjects) {
  EXPECT_EQ(read("Name          : Fax\nAddressSpaces : {FAX:*;1}\n\n\n\n"
                 "DropDirectory : Pager\nQuota         : 5\n\n"
                 "Site : Seattle\nFqdn : ex.contoso.com\n"),
            "record\n"
            "  Name: \"Fax\"\n"
            "  AddressSpaces: list \"{FAX:*;1}\" [\"FAX:*;1\"]\n"
            "record\n"
            "  DropDirectory: \"Pager\"\n"
            "  Quota: \"5\"\n"
            "record\n"
            "  Site: \"Seattle\"\n"
            "  Fqdn: \"ex.contoso.com\"\n");
}

TEST(ListTextReaderTest, BlankLinesBetweenAllLinesDivideNothing) {
  EXPECT_EQ(read("Name   : Fax\n\nSpaces : {FAX:*;1,\n\n         SMS:*;2}\n\nFqdn   : \n\n\n\n"
                 "Name   : Sms\n\nSpaces : {A:*;1}\n\nFqdn   : a name of some length\n"),
            "record\n"
            "  Name: \"Fax\"\n"
            "  Spaces: list \"{FAX:*;1, SMS:*;2}\" [\"FAX:*;1\", \"SMS:*;2\"]\n"
            "  Fqdn: \"\"\n"
            "record\n"
            "  Name: \"Sms\"\n"
            "  Spaces: list \"{A:*;1}\" [\"A:*;1\"]\n"
            "  Fqdn: \"a name of some length\"\n");
}

TEST(ListTextReaderTest, WithoutBlankLinesARepeatedNameBeginsAnObject) {
  EXPECT_EQ(read("Name : a\nCost : 1\nName : b\nCost : 2\n"),
            "record\n"
            "  Name: \"a\"\n"
            "  Cost: \"1\"\n"
            "record\n"
            "  Name: \"b\"\n"
            "  Cost: \"2\"\n");
}

TEST(ListTextReaderTest, IndentedAndUnindentedPastesAreRead) {
  EXPECT_EQ(read("    Name : Fax\n    Path : CN=a,CN=\n           b\n"),
            "record\n"
            "  Name: \"Fax\"\n"
            "  Path: \"CN=a,CN=b\"\n");
  EXPECT_EQ(read("Name : Fax\nPath : CN=Exchange Adm\ninistrative Group\n"),
            "record\n"
            "  Name: \"Fax\"\n"
            "  Path: \"CN=Exchange Administrative Group\"\n");
}

TEST(ListTextReaderTest, PaddingIsNoPartOfAValue) {
  EXPECT_EQ(read("Name    : Fax                 \nComment : one                 \n"
                 "          two                 \n"),
            "record\n"
            "  Name: \"Fax\"\n"
            "  Comment: \"one\\ntwo\"\n");
}

TEST(ListTextReaderTest, DatesOfAnyLanguageAndTextsWithColonsAreValues) {
  EXPECT_EQ(read("WhenChanged : 02.12.2008 09:15:30\nPath        : D:\\Drop : here\n"),
            "record\n"
            "  WhenChanged: \"02.12.2008 09:15:30\"\n"
            "  Path: \"D:\\\\Drop : here\"\n");
}

TEST(ListTextReaderTest, ATableIsRefusedWithTheCommandThatGivesAList) {
  EXPECT_EQ(read("[PS] C:\\>Get-SendConnector | ft Name, AddressSpaces\n\n"
                 "Name  AddressSpaces\n----  -------------\nFax   {FAX:*;1}\nSms   {SMS:*...\n\n",
                 Places::shown),
            "unreadable: expected list text, found a table, which cuts what does not fit: run "
            "'Get-SendConnector' again with '| Format-List *', or better with '| Export-Clixml "
            "FILE.xml' @3:1-3:20\n");
  EXPECT_THAT(read("Name\n----\nFax\n\nName : Sms\n"), HasSubstr("run the command again"));
  EXPECT_THAT(read("Name\n----\nFax\n\nName : Sms\n"), HasSubstr("record\n  Name: \"Sms\"\n"));
}

TEST(ListTextReaderTest, ATextWithoutPropertiesIsNoListText) {
  EXPECT_THAT(read("nothing here\n"), HasSubstr("unreadable: expected lines such as 'Name : Fax'"));
  EXPECT_THAT(read(""), HasSubstr("unreadable: expected lines such as 'Name : Fax'"));
}

TEST(ListTextReaderTest, CutAtEveryByteEveryPlaceIsInTheFile) {
  const std::string whole =
      "PS C:\\>x\r\nName   : Fax  \r\nSpaces : {FAX:*;1,\r\n         S\xC3\xA4MS:*;2...}\r\n\r\n"
      "A  B\n-- --\nc  d\n\nName : \xE2\x80\xA6\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    ASSERT_THAT(read(whole.substr(0, length)), Not(HasSubstr("FAULT"))) << length;
  }
}

}  // namespace
}  // namespace connlint
