#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "linter/formats/lost_text.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

std::string read(std::string text, Places places = Places::hidden) {
  return read_as_text(read_csv, std::move(text), places);
}

TEST(CsvReaderTest, EachRowIsARecordWithExactPlaces) {
  EXPECT_EQ(read("\"Name\",\"Spaces\"\r\n\"Köln\",\"FAX:*;1\"\r\nSms,SMS:*;1\r\n", Places::shown),
            "record @2:1-2:17\n"
            "  Name @1:2-1:6=: \"Köln\" @2:2-2:6=\n"
            "  Spaces @1:9-1:15=: \"FAX:*;1\" @2:9-2:16=\n"
            "record @3:1-3:12\n"
            "  Name @1:2-1:6=: \"Sms\" @3:1-3:4=\n"
            "  Spaces @1:9-1:15=: \"SMS:*;1\" @3:5-3:12=\n");
}

TEST(CsvReaderTest, NothingIsNullAndTwoQuotesAreEmpty) {
  EXPECT_EQ(read("a,b,c\n,\"\",\n\"\",,x\n", Places::shown),
            "record @2:1-2:5\n"
            "  a @1:1-1:2=: null @2:1-2:1=\n"
            "  b @1:3-1:4=: \"\" @2:3-2:3=\n"
            "  c @1:5-1:6=: null @2:5-2:5=\n"
            "record @3:1-3:6\n"
            "  a @1:1-1:2=: \"\" @3:2-3:2=\n"
            "  b @1:3-1:4=: null @3:4-3:4=\n"
            "  c @1:5-1:6=: \"x\" @3:5-3:6=\n");
}

TEST(CsvReaderTest, QuotedCellsHoldSeparatorsLineBreaksAndDoubledQuotes) {
  EXPECT_EQ(read("a,b\n\"x, \"\"y\"\"\",\"1\r\n2\n\"\n", Places::shown),
            "record @2:1-4:2\n"
            "  a @1:1-1:2=: \"x, \\\"y\\\"\" @2:2-2:10\n"
            "  b @1:3-1:4=: \"1\\r\\n2\\n\" @2:13-4:1=\n");
}

TEST(CsvReaderTest, TheSeparatorIsTheOneOfTheFirstLine) {
  const std::string expected =
      "record\n"
      "  a;x: \"1,2\"\n"
      "  b: \"3\"\n";

  EXPECT_EQ(read("\"a;x\",b\n\"1,2\",3\n"), expected);
  EXPECT_EQ(read("\"a;x\";b\n1,2;3\n"), expected);
  EXPECT_EQ(read("\"a;x\"\tb\n1,2\t3\n"), expected);
  EXPECT_EQ(read("sep=|\n\"a;x\"|b\n1,2|3\n"), expected);
  EXPECT_EQ(read("only\n1;2\n"), "record\n  only: \"1;2\"\n");
}

TEST(CsvReaderTest, TheTypeLineOfWindowsPowerShellIsTheType) {
  EXPECT_EQ(read("#TYPE Selected.Contoso.Connector\r\n\"Name\"\r\n\"Fax\"\r\n"),
            "record <Selected.Contoso.Connector>\n"
            "  Name: \"Fax\"\n");
}

TEST(CsvReaderTest, ExportsThatWereJoinedAreReadOneAfterTheOther) {
  EXPECT_EQ(read("#TYPE A\n\"Name\",\"x\"\n\"1\",\"2\"\n\"Name\",\"x\"\n\"3\",\"4\"\n#TYPE B\n"
                 "\"Name\",\"y\"\n\"5\",\"6\"\n"),
            "record <A>\n  Name: \"1\"\n  x: \"2\"\n"
            "record <A>\n  Name: \"3\"\n  x: \"4\"\n"
            "record <B>\n  Name: \"5\"\n  y: \"6\"\n");
}

TEST(CsvReaderTest, LinesEndAtLfAtCrLfAndAtCr) {
  const std::string expected = "record\n  a: \"1\"\n  b: \"2\"\nrecord\n  a: \"3\"\n  b: \"4\"\n";

  EXPECT_EQ(read("a,b\n1,2\n\n3,4"), expected);
  EXPECT_EQ(read("\r\na,b\r\n1,2\r\n\r\n3,4\r\n"), expected);
  EXPECT_EQ(read("a,b\r1,2\r3,4\r"), expected);
}

TEST(CsvReaderTest, TypeNamesInPlaceOfValuesAreLost) {
  EXPECT_EQ(
      read("a,b,c\nSystem.Object[],Microsoft.Exchange.Data.MultiValuedProperty`1[System.String],"
           "System.Management.Automation.PSCredential\n"),
      "record\n"
      "  a: \"System.Object[]\" lost=type_name\n"
      "  b: \"Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]\" lost=type_name\n"
      "  c: \"System.Management.Automation.PSCredential\" lost=type_name\n");
}

TEST(CsvReaderTest, CutListsAreTruncatedAndProseIsNot) {
  EXPECT_EQ(read("a,b,c\n\"{x, y...}\",\"x;\xE2\x80\xA6\",To be continued...\n"),
            "record\n"
            "  a: \"{x, y...}\" lost=truncated\n"
            "  b: \"x;\xE2\x80\xA6\" lost=truncated\n"
            "  c: \"To be continued...\"\n");
}

TEST(CsvReaderTest, CsvdeHasClassesBytesAndAbsentAttributes) {
  EXPECT_EQ(read("DN,objectClass,cn,objectGUID,list,y\r\n"
                 "\"CN=Fax,DC=com\",top;mailGateway,Fax,X'00ff',X'01';X'02',X'1\r\n"
                 "CN=x,top,,,,\r\n",
                 Places::shown),
            "record <top, mailGateway> \"CN=Fax,DC=com\" @2:2-2:15= @2:1-2:60\n"
            "  DN @1:1-1:3=: \"CN=Fax,DC=com\" @2:2-2:15=\n"
            "  objectClass @1:4-1:15=: \"top;mailGateway\" @2:17-2:32=\n"
            "  cn @1:16-1:18=: \"Fax\" @2:33-2:36=\n"
            "  objectGUID @1:19-1:29=: \"\\u{0}\xFF\" @2:37-2:44\n"
            "  list @1:30-1:34=: list \"X'01';X'02'\" [\"\\u{1}\" @2:45-2:50, \"\\u{2}\" "
            "@2:51-2:56] @2:45-2:56=\n"
            "  y @1:35-1:36=: \"X'1\" @2:57-2:60=\n"
            "record <top> \"CN=x\" @3:1-3:5= @3:1-3:13\n"
            "  DN @1:1-1:3=: \"CN=x\" @3:1-3:5=\n"
            "  objectClass @1:4-1:15=: \"top\" @3:6-3:9=\n");
}

TEST(CsvReaderTest, AShortRowLeavesTheOtherColumnsUnknown) {
  EXPECT_EQ(read("a,b,c\n1,2\n3,4,5\n6", Places::hidden),
            "suspicious: the row has 2 cells where there are 3 columns; the others are taken as "
            "unknown\n"
            "record\n  a: \"1\"\n  b: \"2\"\n"
            "record\n  a: \"3\"\n  b: \"4\"\n  c: \"5\"\n"
            "unreadable: the row has 1 cells where there are 3 columns; the others are taken as "
            "unknown, since the file may be cut off here\n"
            "record\n  a: \"6\"\n");
}

TEST(CsvReaderTest, ARowThatIsTooLongIsLeftOutUnlessOnlySeparatorsAreTooMany) {
  EXPECT_EQ(read("a,b\n1,2,3\n4,5,,\n"),
            "unreadable: the row has 3 cells where there are 2 columns; a cell that holds the "
            "separator needs quotes, the row is left out\n"
            "record\n  a: \"4\"\n  b: \"5\"\n");
}

TEST(CsvReaderTest, ADamagedRowIsLeftOutAndTheNextLineIsRead) {
  EXPECT_EQ(read("a,b\n\"Partner \"Fabrikam\"\",2\n\"3\",\"4\"\n", Places::shown),
            "unreadable: expected a separator or the end of the line after the closing quote; a "
            "quote within a cell is written twice, the row is left out @2:11-2:23\n"
            "record @3:1-3:8\n"
            "  a @1:1-1:2=: \"3\" @3:2-3:3=\n"
            "  b @1:3-1:4=: \"4\" @3:6-3:7=\n");
}

TEST(CsvReaderTest, AQuoteThatIsNeverClosedCostsOnlyItsRow) {
  EXPECT_EQ(read("a,b\n1,2\n3,\"4\n5,6\n", Places::shown),
            "record @2:1-2:4\n"
            "  a @1:1-1:2=: \"1\" @2:1-2:2=\n"
            "  b @1:3-1:4=: \"2\" @2:3-2:4=\n"
            "unreadable: the quote is never closed; expected a closing quote before a separator or "
            "the end of the line, the row is left out @3:3-3:4\n"
            "record @4:1-4:4\n"
            "  a @1:1-1:2=: \"5\" @4:1-4:2=\n"
            "  b @1:3-1:4=: \"6\" @4:3-4:4=\n");
}

TEST(CsvReaderTest, ColumnsWithoutNameAreLeftOut) {
  EXPECT_EQ(read("a,,b\n1,2,3\n"),
            "suspicious: a column has no name; its values are left out\n"
            "record\n  a: \"1\"\n  b: \"3\"\n");
}

TEST(CsvReaderTest, AnEmptyFileIsAnError) {
  EXPECT_EQ(read(""), "unreadable: expected a line with the names of the columns\n");
  EXPECT_EQ(read("#TYPE A\n"), "unreadable: expected a line with the names of the columns\n");
}

TEST(CsvReaderTest, TooManyColumnsAreRefused) {
  EXPECT_EQ(read(std::string(20'000, ',') + "\n1\n"),
            "unreadable: expected at most 16384 names of columns with separators between them; the "
            "rest is left out\n");
}

/// Counts what it is given.
class CountSink : public RecordSink {
 public:
  void record(const Record& record) override {
    ++records;
    for (const Field& field : record.fields) bytes += field.value.text.value.size();
  }
  void note(Note /*note*/) override { ++notes; }
  std::size_t records = 0;
  std::size_t bytes = 0;
  std::size_t notes = 0;
};

TEST(CsvReaderTest, ACellOf100MegabytesIsRead) {
  constexpr std::size_t kLength = 100'000'000;
  std::string text = "a,b\n1,\"";
  text.reserve(kLength + 20);
  text.append(kLength, 'x');
  text += "\"\n";
  SourceStore store;
  const SourceFile& file = store.add("big", std::move(text));
  CountSink sink;

  read_csv(file, sink);

  EXPECT_EQ(sink.bytes, kLength + 1);
  EXPECT_EQ(sink.notes, 0U);
}

TEST(CsvReaderTest, DamageThroughoutTakesLinearTime) {
  // Every line opens a quote, whether it begins within one or not.
  std::string text = "a,b\n";
  for (int i = 0; i < 200'000; ++i) text += "a\",\"\n";
  SourceStore store;
  const SourceFile& file = store.add("big", std::move(text));
  CountSink sink;

  read_csv(file, sink);

  EXPECT_LE(sink.notes, 101U);
}

TEST(CsvReaderTest, ManyTypeLinesTakeLinearTime) {
  std::string text = "a,b\n";
  for (int i = 0; i < 100'000; ++i) text += "#TYPE a\nx,y\n1,2\n";
  SourceStore store;
  const SourceFile& file = store.add("big", std::move(text));
  CountSink sink;

  read_csv(file, sink);

  EXPECT_EQ(sink.records, 100'000U);
}

TEST(CsvReaderTest, AFileCutOffAtAnyByteIsReadWithoutFault) {
  const std::string whole =
      "#TYPE A\r\nsep=;\r\n\"DN\";\"objectClass\";\"x\"\"y\"\r\n\"CN=\"\"a\"\"\";top;X'00';1\r\n"
      "a;\"b\r\nc\"d;\r\n;;{x...}\r\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    EXPECT_EQ(read(whole.substr(0, length), Places::shown).find("FAULT"), std::string::npos)
        << length;
  }
}

TEST(CsvClaimTest, ClaimsTables) {
  for (const char* text :
       {"\"Name\",\"Spaces\"\n", "Name,Spaces\nFax,FAX:*;1\n", "Name;Spaces\nFax;\"a\nb\"\n",
        "Name\tSpaces\nFax\tx\n", "#TYPE A\n\"Name\"\n\"Fax\"\n", "sep=;\nName;x\n",
        "DN,objectClass\n", "\"DomainName\"\n\"contoso.com\"\n", "Display Name,Spaces\nFax,x",
        "Name,Spaces\nFax,\"a row that goes on behind the",
        // A cell that holds the separator wants quotes, which the reader says.
        "Name;Spaces;Enabled\nFax;FAX:*;1;True\n"}) {
    EXPECT_TRUE(claims_csv(text)) << text;
  }
}

TEST(CsvClaimTest, ClaimsNothingElse) {
  for (const char* text :
       {"", "\n\n", "Hello, this is prose.\nIt goes on, and on, and on.\n",
        "Name : Fax\nSites : {a, b}\n", "connlint: 1\nservers: [a, b]\n", "- a, b\n- c, d\n",
        "{\"a\": 1, \"b\": 2}\n", "[\"a\",\"b\"]\n", "$a, $b = 1, 2\n",
        "Set-SendConnector Fax -SmartHosts a,b\n"
        "Set-SendConnector Sms -SmartHosts c,d\n",
        "dn: CN=a,DC=b\ncn: a\n", "<a>,<b>\n", "Windows Registry Editor Version 5.00\n",
        "word\nword\n", "one,two\nonly one\n", "a word, so, few\none, two, three, four\n",
        "one,two,three\nonly, two\n", "\"quoted\" prose, with a comma\n"}) {
    EXPECT_FALSE(claims_csv(text)) << text;
  }
}

TEST(LostTextTest, TypeNames) {
  for (const char* text :
       {"System.Object[]", "System.String[]", "System.Byte[]", "System.Collections.ArrayList",
        "System.Management.Automation.PSCredential",
        "System.Collections.Generic.List`1[System.String]",
        "Microsoft.Exchange.Data.Directory.ADMultiValuedProperty`1[Microsoft.Exchange.Data."
        "Directory.ADObjectId]",
        "Microsoft.Exchange.Data.AddressSpace"}) {
    EXPECT_TRUE(is_net_type_name(text)) << text;
  }
  for (const char* text :
       {"System", "System.", "System..x", "System.Object[] x", "Microsoft Exchange",
        "Microsoft.Exchange.Routing on EX1", "System.Object[", "mail.contoso.com", "SMTP:*;1",
        "System administrators"}) {
    EXPECT_FALSE(is_net_type_name(text)) << text;
  }
}

}  // namespace
}  // namespace connlint
