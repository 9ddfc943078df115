#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

std::string read(std::string text, Places places = Places::hidden) {
  return read_as_text(read_ldif, std::move(text), places);
}

TEST(LdifReaderTest, AnEntryIsARecordWhoseRepeatedAttributesAreLists) {
  EXPECT_EQ(read("dn: CN=Fax,DC=contoso\n"
                 "objectClass: top\n"
                 "routingList: FAX:*;1\n"
                 "cn: Fax\n"
                 "objectClass: mailGateway\n"
                 "ROUTINGLIST: SMS:*;1\n"),
            "record <top, mailGateway> \"CN=Fax,DC=contoso\"\n"
            "  dn: \"CN=Fax,DC=contoso\"\n"
            "  objectClass: [\"top\", \"mailGateway\"]\n"
            "  routingList: [\"FAX:*;1\", \"SMS:*;1\"]\n"
            "  cn: \"Fax\"\n");
}

TEST(LdifReaderTest, PlacesAreThoseOfNameAndValue) {
  EXPECT_EQ(read("version: 1\n\n# Köln\ndn: CN=Köln\ncn:  Köln \nx:y\n", Places::shown),
            "record \"CN=Köln\" @4:5-4:12= @4:1-6:4\n"
            "  dn @4:1-4:3=: \"CN=Köln\" @4:5-4:12=\n"
            "  cn @5:1-5:3=: \"Köln \" @5:6-5:11=\n"
            "  x @6:1-6:2=: \"y\" @6:3-6:4=\n");
}

TEST(LdifReaderTest, AFoldedValueIsUnfoldedAndItsPlaceCoversAllItsLines) {
  EXPECT_EQ(read("dn: CN=Fa\n x,DC=\n contoso\ncn: a\n  b\n", Places::shown),
            "record \"CN=Fax,DC=contoso\" @1:5-3:9 @1:1-5:4\n"
            "  dn @1:1-1:3=: \"CN=Fax,DC=contoso\" @1:5-3:9\n"
            "  cn @4:1-4:3=: \"a b\" @4:5-5:4\n");
}

TEST(LdifReaderTest, AValueThatStandsWholeOnAContinuationHasAnExactPlace) {
  EXPECT_EQ(
      read("dn: CN=Fax\r\nroutingList: \r\n FAX:*;1\r\nrou\r\n tingList: SMS:*;1\r\n",
           Places::shown),
      "record \"CN=Fax\" @1:5-1:11= @1:1-5:19\n"
      "  dn @1:1-1:3=: \"CN=Fax\" @1:5-1:11=\n"
      "  routingList @2:1-2:12=: [\"FAX:*;1\" @3:2-3:9=, \"SMS:*;1\" @5:12-5:19=] @3:2-3:9\n");
}

TEST(LdifReaderTest, EmptyContinuationsAddNothing) {
  EXPECT_EQ(read("dn: CN=Fax\n \ncn:\n \n  \nx: a\n", Places::shown),
            "record \"CN=Fax\" @1:5-1:11= @1:1-6:5\n"
            "  dn @1:1-1:3=: \"CN=Fax\" @1:5-1:11=\n"
            "  cn @3:1-3:3=: \"\" @5:3-5:3=\n"
            "  x @6:1-6:2=: \"a\" @6:4-6:5=\n");
}

TEST(LdifReaderTest, ATabContinuesALineAndIsNoted) {
  EXPECT_EQ(read("dn: CN=\n\tFax\n\tx\n", Places::shown),
            "record \"CN=Faxx\" @1:5-3:3 @1:1-3:3\n"
            "  dn @1:1-1:3=: \"CN=Faxx\" @1:5-3:3\n"
            "suspicious: a line begins with a tab, where a blank continues a line; read as a "
            "continuation @2:1-2:5\n");
}

TEST(LdifReaderTest, LinesEndAtLfAtCrLfAndAtCr) {
  const std::string expected =
      "record \"CN=a\"\n"
      "  dn: \"CN=a\"\n"
      "  cn: \"ab\"\n"
      "record \"CN=b\"\n"
      "  dn: \"CN=b\"\n"
      "  cn: \"b\"\n";

  EXPECT_EQ(read("dn: CN=a\ncn: a\n b\n\ndn: CN=b\ncn: b"), expected);
  EXPECT_EQ(read("dn: CN=a\r\ncn: a\r\n b\r\n\r\ndn: CN=b\r\ncn: b\r\n"), expected);
  EXPECT_EQ(read("dn: CN=a\rcn: a\r b\r\rdn: CN=b\rcn: b\r"), expected);
  EXPECT_EQ(read("dn: CN=a\r\r\ncn: a\r\r\n b\r\r\n\r\r\ndn: CN=b\ncn: b\n"), expected);
}

TEST(LdifReaderTest, Base64IsDecodedAlsoAcrossFolds) {
  // "Some One", and the bytes FF FE, which are no UTF-8.
  EXPECT_EQ(read("dn:: Q049RmF4\ncn:: U29t\n ZSBPb\n mU= \nx::\ny::  //4=\n", Places::shown),
            "record \"CN=Fax\" @1:6-1:14 @1:1-6:10\n"
            "  dn @1:1-1:3=: \"CN=Fax\" @1:6-1:14\n"
            "  cn @2:1-2:3=: \"Some One\" @2:6-4:6\n"
            "  x @5:1-5:2=: \"\" @5:4-5:4\n"
            "  y @6:1-6:2=: \"\xFF\xFE\" @6:6-6:10\n");
}

TEST(LdifReaderTest, AValueThatIsNoBase64IsUnknownAndTheRestIsRead) {
  const std::string note =
      "unreadable: the value of 'cn' is no base64 (groups of four letters, digits, '+' or '/', the "
      "last one filled up with '='); taken as unknown, export the object again";
  for (const char* value : {"XXX-U29t", "U29tZ", "U29=tZSB", "====", "U2 9t"}) {
    EXPECT_EQ(read(std::string("dn: CN=a\ncn:: ") + value + "\nx: y\n"),
              note +
                  "\n"
                  "record \"CN=a\"\n"
                  "  dn: \"CN=a\"\n"
                  "  cn: null lost=not_exported\n"
                  "  x: \"y\"\n")
        << value;
  }
}

TEST(LdifReaderTest, Base64WhoseContinuationLostItsBlankIsUnknown) {
  EXPECT_EQ(
      read("dn: CN=a\nx:: QUJD\nREVG\ny: z\n"),
      "unreadable: expected 'attribute: value' (LDIF, RFC 2849); the line is left out, export "
      "the object again\n"
      "record \"CN=a\"\n"
      "  dn: \"CN=a\"\n"
      "  x: \"ABC\" lost=not_exported\n"
      "  y: \"z\"\n");
}

TEST(LdifReaderTest, CommentsAreLeftOutWithTheirContinuations) {
  EXPECT_EQ(read("# a\n b\ndn: CN=a\n#cn: no\n still no\n# no\ncn: a\n"),
            "record \"CN=a\"\n"
            "  dn: \"CN=a\"\n"
            "  cn: \"a\"\n");
}

TEST(LdifReaderTest, OnlyAddedObjectsAreRecordsAmongChanges) {
  EXPECT_EQ(read("dn: CN=a\ncontrol: 1.2.840.113556.1.4.805 true\nchangetype: add\ncn: a\n\n"
                 "dn: CN=b\nchangetype: modify\nreplace: cn\ncn: c\n-\n\n"
                 "delete: description\n-\n\n"
                 "dn: CN=c\nchangetype: delete\n\n"
                 "dn: CN=d\nCHANGETYPE: Delete\n\n"
                 "dn: CN=e\nchangetype: ntdsSchemaAdd\ncn: e\n\n"
                 "dn: CN=f\ncn: f\n",
                 Places::shown),
            "record \"CN=a\" @1:5-1:9= @1:1-4:6\n"
            "  dn @1:1-1:3=: \"CN=a\" @1:5-1:9=\n"
            "  cn @4:1-4:3=: \"a\" @4:5-4:6=\n"
            "record \"CN=f\" @25:5-25:9= @25:1-26:6\n"
            "  dn @25:1-25:3=: \"CN=f\" @25:5-25:9=\n"
            "  cn @26:1-26:3=: \"f\" @26:5-26:6=\n"
            "ignored: change records that do not add an object are left out (2 x delete, 1 x "
            "modify, 1 x ntdsSchemaAdd); a linter needs the objects themselves: export them with "
            "ldifde -f @7:13-7:19\n");
}

TEST(LdifReaderTest, AnUnknownChangeTypeIsRefused) {
  EXPECT_EQ(read("dn: CN=a\nchangetype: addd\ncn: a\n", Places::shown),
            "unreadable: 'addd' is no change type, expected add, modify, delete or modrdn; the "
            "record is left out @2:13-2:17\n");
}

TEST(LdifReaderTest, OptionsAreLeftOffNames) {
  EXPECT_EQ(read("dn: CN=a\ncn;lang-de: Fax\ncn: fax\nobjectGUID;binary:: AAEC\n", Places::shown),
            "record \"CN=a\" @1:5-1:9= @1:1-4:25\n"
            "  dn @1:1-1:3=: \"CN=a\" @1:5-1:9=\n"
            "  cn @2:1-2:3=: [\"Fax\" @2:13-2:16=, \"fax\" @3:5-3:8=] @2:13-2:16\n"
            "  objectGUID @4:1-4:11=: \"\\u{0}\\u{1}\\u{2}\" @4:21-4:25\n");
}

TEST(LdifReaderTest, ARangeIsOnlyAPartOfTheValues) {
  EXPECT_EQ(read("dn: CN=a\nx;range=0-1499: 1\nx;range=0-1499: 2\ny;Range=1500-*: 3\n"
                 "z;range=0-*: 4\n"),
            "record \"CN=a\"\n"
            "  dn: \"CN=a\"\n"
            "  x: [\"1\" lost=truncated, \"2\" lost=truncated]\n"
            "  y: \"3\" lost=truncated\n"
            "  z: \"4\"\n");
}

TEST(LdifReaderTest, ValuesInOtherFilesAreNeverOpened) {
  EXPECT_EQ(read("dn: CN=a\njpegPhoto:< file:///etc/passwd\ncn:<x\n", Places::shown),
            "record \"CN=a\" @1:5-1:9= @1:1-3:6\n"
            "  dn @1:1-1:3=: \"CN=a\" @1:5-1:9=\n"
            "  jpegPhoto @2:1-2:10=: \"file:///etc/passwd\" lost=unresolved @2:13-2:31=\n"
            "  cn @3:1-3:3=: \"x\" lost=unresolved @3:5-3:6=\n"
            "ignored: the value of 'jpegPhoto' and 1 more stands in another file, which is never "
            "opened; taken as unknown, export without -t @2:13-2:31\n");
}

TEST(LdifReaderTest, NamesWithoutAnyValueAreNotExported) {
  EXPECT_EQ(read("dn: CN=a\nobjectClass:\ncn:\n\ndn: CN=b\nobjectClass: top\ncn:\n"),
            "record \"CN=a\"\n"
            "  dn: \"CN=a\"\n"
            "  objectClass: \"\" lost=not_exported\n"
            "  cn: \"\" lost=not_exported\n"
            "record <top> \"CN=b\"\n"
            "  dn: \"CN=b\"\n"
            "  objectClass: \"top\"\n"
            "  cn: \"\"\n"
            "suspicious: 1 entry has names of attributes without values; taken as unknown, export "
            "without -A\n");
}

TEST(LdifReaderTest, WhatLdapsearchSaysOfTheSearchIsNoEntry) {
  EXPECT_EQ(read("# extended LDIF\n\ndn: CN=a\ncn: a\n\n# search reference\nref: ldap://x\n\n"
                 "search: 2\nresult: 0 Success\n"),
            "record \"CN=a\"\n"
            "  dn: \"CN=a\"\n"
            "  cn: \"a\"\n");
}

TEST(LdifReaderTest, ASearchThatEndedEarlyIsNoted) {
  EXPECT_EQ(read("search: 2\nresult: 4 Size limit exceeded\n", Places::shown),
            "suspicious: the search ended with '4 Size limit exceeded', so that entries may be "
            "missing; export again with a page size (ldapsearch -E pr=500/noprompt) and enough "
            "rights @2:9-2:30\n");
}

TEST(LdifReaderTest, VersionLinesMayRepeatAndOtherVersionsAreNoted) {
  EXPECT_EQ(read("version: 1\ndn: CN=a\n\nversion: 1\n\n#\n\ndn: CN=b\n\nversion: 2\n"),
            "record \"CN=a\"\n"
            "  dn: \"CN=a\"\n"
            "record \"CN=b\"\n"
            "  dn: \"CN=b\"\n"
            "suspicious: expected LDIF version 1; read as version 1\n");
}

TEST(LdifReaderTest, DamagedLinesAreNotedAndTheRestIsRead) {
  EXPECT_EQ(
      read("dn: CN=a\nno colon here\n: no name\n-\ncn: a\n\ncn: nameless\nsn: x\n\n stray\n\n"
           "dn: CN=b\ncn: b\ndn: CN=c\n",
           Places::shown),
      "unreadable: expected 'attribute: value' (LDIF, RFC 2849); the line is left out, export the "
      "object again @2:1-2:14\n"
      "unreadable: expected 'attribute: value' (LDIF, RFC 2849); the line is left out, export the "
      "object again @3:1-3:10\n"
      "unreadable: expected 'attribute: value' (LDIF, RFC 2849); the line is left out, export the "
      "object again @4:1-4:2\n"
      "record \"CN=a\" @1:5-1:9= @1:1-5:6\n"
      "  dn @1:1-1:3=: \"CN=a\" @1:5-1:9=\n"
      "  cn @5:1-5:3=: \"a\" @5:5-5:6=\n"
      "unreadable: expected 'dn: ...' at the beginning of an entry; the entry is left out, export "
      "it again @7:1-7:13\n"
      "unreadable: a line that continues another stands alone; expected 'attribute: value', which "
      "a line that begins with a blank only continues @10:1-10:7\n"
      "suspicious: an entry begins here without an empty line before it; read as an entry of its "
      "own @14:1-14:3\n"
      "record \"CN=b\" @12:5-12:9= @12:1-13:6\n"
      "  dn @12:1-12:3=: \"CN=b\" @12:5-12:9=\n"
      "  cn @13:1-13:3=: \"b\" @13:5-13:6=\n"
      "record \"CN=c\" @14:5-14:9= @14:1-14:9\n"
      "  dn @14:1-14:3=: \"CN=c\" @14:5-14:9=\n");
}

TEST(LdifReaderTest, AFileThatIsDamagedThroughoutGetsAHundredNotesAndTheirCount) {
  std::string text = "dn: CN=a\n";
  for (int i = 0; i < 150; ++i) text += "?\n";

  const std::string result = read(text + "cn: a\n");

  EXPECT_NE(result.find("  cn: \"a\"\nunreadable: 50 more remarks about this file are left out"),
            std::string::npos);
  std::size_t notes = 0;
  for (std::size_t at = 0; (at = result.find("unreadable", at)) != std::string::npos; ++at) ++notes;
  EXPECT_EQ(notes, 101U);
}

TEST(LdifReaderTest, ALineOf100MegabytesIsRead) {
  constexpr std::size_t kLength = 100'000'000;
  std::string text = "dn: CN=a\ncn: ";
  text.reserve(kLength + 20);
  text.append(kLength, 'x');
  SourceStore store;
  const SourceFile& file = store.add("big", std::move(text));
  class LengthSink : public RecordSink {
   public:
    void record(const Record& record) override {
      length = record.fields[1].value.text.value.size();
    }
    void note(Note /*note*/) override { ++notes; }
    std::size_t length = 0;
    std::size_t notes = 0;
  } sink;

  read_ldif(file, sink);

  EXPECT_EQ(sink.length, kLength);
  EXPECT_EQ(sink.notes, 0U);
}

TEST(LdifReaderTest, ManyNamesAndManyValuesInOneEntryTakeLinearTime) {
  std::string text = "dn: CN=a\n";
  for (int i = 0; i < 60'000; ++i) text += "name" + std::to_string(i) + ": x\nsame: y\n";
  SourceStore store;
  const SourceFile& file = store.add("big", std::move(text));
  class CountSink : public RecordSink {
   public:
    void record(const Record& record) override {
      fields = record.fields.size();
      items = record.fields[2].value.items.size();
    }
    void note(Note /*note*/) override { ++notes; }
    std::size_t fields = 0;
    std::size_t items = 0;
    std::size_t notes = 0;
  } sink;

  read_ldif(file, sink);

  EXPECT_EQ(sink.fields, 60'002U);
  EXPECT_EQ(sink.items, 60'000U);
  EXPECT_EQ(sink.notes, 0U);
}

TEST(LdifReaderTest, ANameBeyondTheLimitIsAnErrorAndKnownNamesAreStillRead) {
  std::string text = "dn: CN=a\n";
  for (int i = 0; i < 65'535; ++i) text += "n" + std::to_string(i) + ": x\n";
  const std::string result = read(text + "more: y\n\ndn: CN=b\nn7: z\n");

  EXPECT_NE(result.find("unreadable: the file has more than 65536 names of attributes"),
            std::string::npos);
  EXPECT_TRUE(result.ends_with("record \"CN=b\"\n  dn: \"CN=b\"\n  n7: \"z\"\n"));
}

TEST(LdifReaderTest, AFileCutOffAtAnyByteIsReadWithoutFault) {
  const std::string whole =
      "version: 1\r\n# c\r\n d\r\ndn:: Q049\r\n RmF4\r\nchangetype: add\r\nobjectClass: top\r\n"
      "cn;lang-de: a\r\n b\r\nx:< file:///y\r\n-\r\n\r\nsearch: 2\r\nresult: 0 Success\r\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    EXPECT_EQ(read(whole.substr(0, length), Places::shown).find("FAULT"), std::string::npos)
        << length;
  }
}

TEST(LdifClaimTest, ClaimsWhatBeginsWithAnEntry) {
  for (const char* text :
       {"dn: CN=a", "DN: CN=a", "dn:: Q049", "version: 1\ndn: CN=a",
        "\r\n\r\n# c\r\n d\r\ndn: CN=a", "# extended LDIF\n#\n\n# search result\nsearch: 2\n",
        "Connecting to \"dc1.contoso.com\"\r\nExporting directory to file x\r\n\r\n"
        "dn: CN=a,\r\n DC=b\r\nchangetype: add\r\n"}) {
    EXPECT_TRUE(claims_ldif(text)) << text;
  }
}

TEST(LdifClaimTest, ClaimsNothingElse) {
  for (const char* text :
       {"", "\r\n\r\n", "# only a comment", "version: 1\nservers: []\n", "connlint: 1\n",
        "Name : Fax\nDN: CN=a\nHome: b\n", "- dn: CN=a\n  objectClass: top\n", "<Objs>",
        "{\"dn\": 1}", "DN,objectClass\n\"CN=a\",top\n",
        "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\ndn: CN=a\nchangetype: add\n"}) {
    EXPECT_FALSE(claims_ldif(text)) << text;
  }
}

}  // namespace
}  // namespace connlint
