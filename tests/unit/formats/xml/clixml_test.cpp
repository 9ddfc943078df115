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
  return read_as_text(read_clixml, std::move(text), places);
}

/// What the reader makes of a document with these elements in its root.
std::string read_document(const std::string& elements, Places places = Places::hidden) {
  return read(
      "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">" +
          elements + "</Objs>",
      places);
}

/// What the reader makes of an object with these elements in its `Props`.
std::string read_properties(const std::string& elements) {
  return read_document("<Obj RefId=\"0\"><Props>" + elements + "</Props></Obj>");
}

std::string read_quirk(const std::string& name) {
  return read(bytes_of("fixtures/formats/quirks/clixml/" + name));
}

std::string read_broken(const std::string& name) {
  return read(bytes_of("fixtures/broken/" + name));
}

TEST(ClixmlReaderTest, ClaimsItsRootTheHeaderLineAndBareFragments) {
  EXPECT_TRUE(claims_clixml("<Objs Version=\"1.1.0.1\">"));
  EXPECT_TRUE(claims_clixml("<?xml version=\"1.0\"?>\n<!-- by hand -->\n<Objs>"));
  EXPECT_TRUE(claims_clixml("#< CLIXML\r\n<Objs>"));
  EXPECT_TRUE(claims_clixml("<Obj RefId=\"0\">"));
  EXPECT_TRUE(claims_clixml("<S>text</S>"));
  EXPECT_TRUE(claims_clixml("<!DOCTYPE Objs [<!ENTITY a \"b\">]><Objs>"));

  EXPECT_FALSE(claims_clixml("<Objects><Object/></Objects>"));
  EXPECT_FALSE(claims_clixml("<html>"));
  EXPECT_FALSE(claims_clixml("Name : <Objs>"));
  EXPECT_FALSE(claims_clixml(""));
  EXPECT_FALSE(claims_clixml("<"));
}

TEST(ClixmlReaderTest, EveryObjectAtTheTopIsARecordWithTypesLabelAndPlaces) {
  EXPECT_EQ(read("<Objs>\n"
                 "<Obj RefId=\"0\"><TN RefId=\"0\"><T>Deserialized.Mail</T></TN>"
                 "<ToString>Fax</ToString>\n"
                 "<Props><S N=\"Name\">Fax</S><Nil N=\"Fqdn\" />\n"
                 "<S N=\"Comment\"></S><S N=\"A\">a &amp; b</S></Props></Obj>\n"
                 "<Obj RefId=\"1\"><TNRef RefId=\"0\" /></Obj></Objs>",
                 Places::shown),
            "record <Deserialized.Mail> \"Fax\" @2:69-2:72= @2:1-2:16\n"
            "  Name @3:14-3:18=: \"Fax\" @3:20-3:23=\n"
            "  Fqdn @3:35-3:39=: null @3:27-3:43\n"
            "  Comment @4:7-4:14=: \"\" @4:1-4:16\n"
            "  A @4:26-4:27=: \"a & b\" @4:29-4:38\n"
            "record <Deserialized.Mail> @5:1-5:16\n");
}

TEST(ClixmlReaderTest, NestedObjectsAreRecordsWithTheirDisplayTextAtItsPlace) {
  EXPECT_EQ(read("<Obj><Props>\n"
                 "<Obj N=\"Timeout\"><TN><T>EnhancedTimeSpan</T></TN>"
                 "<ToString>00:10:00</ToString><Props><I32 N=\"Minutes\">10</I32></Props></Obj>\n"
                 "<Obj N=\"Id\"><MS><S N=\"Name\">x</S></MS></Obj></Props></Obj>",
                 Places::shown),
            "record @1:1-1:6\n"
            "  Timeout @2:9-2:16=: <EnhancedTimeSpan> \"00:10:00\" "
            "{Minutes @2:94-2:101=: \"10\" @2:103-2:105=} @2:60-2:68=\n"
            "  Id @3:9-3:11=: {Name @3:23-3:27=: \"x\" @3:29-3:30=} @3:1-3:45\n");
}

TEST(ClixmlReaderTest, ListsOfEveryKindAreListsAtTheirElement) {
  EXPECT_EQ(read("<Obj><Props>\n"
                 "<Obj N=\"A\"><LST><S>a;1</S><Nil /><S></S></LST></Obj>\n"
                 "<Obj N=\"B\"><IE><I32>1</I32></IE></Obj>\n"
                 "<Obj N=\"C\"><LST /></Obj></Props></Obj>",
                 Places::shown),
            "record @1:1-1:6\n"
            "  A @2:9-2:10=: [\"a;1\" @2:20-2:23=, null @2:27-2:34, \"\" @2:34-2:37] @2:1-2:53\n"
            "  B @3:9-3:10=: [\"1\" @3:21-3:22=] @3:1-3:39\n"
            "  C @4:9-4:10=: [] @4:1-4:25\n");
  EXPECT_THAT(read_quirk("containers.xml"),
              HasSubstr("  AddressSpaces: [\"FAX:*;1\", \"SMS:*;2\"]\n"
                        "  SmartHosts: [\"[192.0.2.20]\", \"[192.0.2.21]\"]\n"
                        "  SourceTransportServers: [\"EX2007-02\", \"EX2007-01\"]\n"));
}

TEST(ClixmlReaderTest, AnEnumerationIsItsName) {
  EXPECT_EQ(read_properties("<Obj N=\"Level\"><TN><T>System.Enum</T></TN>"
                            "<ToString>Verbose</ToString><I32>1</I32></Obj>"
                            "<Obj N=\"Path\"><S>text</S><MS><S N=\"PSPath\">p</S></MS></Obj>"),
            "record\n"
            "  Level: \"Verbose\"\n"
            "  Path: \"text\"\n");
}

TEST(ClixmlReaderTest, NilIsNoValueAndOtherThanEmptyTextAndEmptyList) {
  EXPECT_THAT(read_quirk("nil-and-empty.xml"),
              HasSubstr("  Fqdn: null\n"
                        "  Comment: \"\"\n"
                        "  TlsDomain: \"\"\n"
                        "  SmartHosts: []\n"
                        "  SourceTransportServers: []\n"
                        "  MaxMessageSize: null\n"
                        "  AddressSpaces: [\"FAX:*;1\", null, \"\"]\n"));
}

TEST(ClixmlReaderTest, EscapesEntitiesAndCdataAreDecoded) {
  EXPECT_THAT(
      read_quirk("escapes.xml"),
      HasSubstr("  Name: \"FAX \xF0\x9F\x93\xA0 gateway\"\n"
                "  Comment: \"line one\\r\\nline two\\ttab, caf\xC3\xA9, a literal _x0041_, a lone "
                "\xEF\xBF\xBD half, no escape: _x41_ _y0041_ _x004G_\"\n"
                "  AddressSpaces: \"FAX:*;1\"\n"
                "  Fqdn: \"<fax> & \\\"sms\\\" AB\"\n"
                "  TlsDomain: \"<not & parsed>\"\n"));
  // Numbers that are no character, entities that XML does not define, and a text in pieces.
  EXPECT_EQ(read_properties("<S N=\"A\">&#xD800; &nbsp; &#; & &#9999999999;</S>"
                            "<S N=\"B\">a<!-- not this -->b<![CDATA[ & ]]>c</S><C N=\"C\">97</C>"),
            "record\n"
            "  A: \"\xEF\xBF\xBD &nbsp; &#; & &#9999999999;\"\n"
            "  B: \"ab & c\"\n"
            "  C: \"a\"\n");
}

TEST(ClixmlReaderTest, AValueInMsHidesTheOneInPropsWhateverTheirOrder) {
  EXPECT_THAT(read_quirk("order.xml"), HasSubstr("  Comment: \"from MS\"\n"
                                                 "  PSComputerName: \"ex2007-01.contoso.com\"\n"
                                                 "  Name: \"Fax\"\n"
                                                 "  AddressSpaces: \"FAX:*;1\"\n"));
  EXPECT_EQ(read_document("<Obj><Props><S N=\"A\">1</S><S N=\"B\">2</S></Props>"
                          "<MS><S N=\"a\">3</S></MS></Obj>"),
            "record\n"
            "  B: \"2\"\n"
            "  a: \"3\"\n");
}

TEST(ClixmlReaderTest, ManyValuesInMsHideThoseInProps) {
  std::string props;
  std::string extended;
  for (int i = 0; i < 40; ++i) {
    props += "<S N=\"P" + std::to_string(i) + "\">props</S>";
    if (i != 7) extended += "<S N=\"p" + std::to_string(i) + "\">ms</S>";
  }

  const std::string found =
      read_document("<Obj><Props>" + props + "</Props><MS>" + extended + "</MS></Obj>");

  EXPECT_THAT(found, HasSubstr("record\n  P7: \"props\"\n  p0: \"ms\"\n"));
  EXPECT_THAT(found, Not(HasSubstr("P8")));
}

TEST(ClixmlReaderTest, AReferenceIsTheObjectAtThePlaceOfTheReference) {
  EXPECT_EQ(read("<Objs>\n"
                 "<Obj RefId=\"0\"><Props><Obj N=\"A\" RefId=\"x1\"><ToString>t</ToString>"
                 "<LST><S>v</S></LST></Obj></Props></Obj>\n"
                 "<Obj RefId=\"1\"><Props>\n"
                 "<Ref N=\"B\" RefId=\"x1\" /></Props></Obj></Objs>",
                 Places::shown),
            "record @2:1-2:16\n"
            "  A @2:31-2:32=: list \"t\" [\"v\" @2:75-2:76=] @2:23-2:92\n"
            "record @3:1-3:16\n"
            "  B @4:9-4:10=: list \"t\" [\"v\" @4:1-4:25] @4:1-4:25\n");
}

TEST(ClixmlReaderTest, AReferenceToNothingOrToTheObjectAroundItIsUnknown) {
  EXPECT_THAT(read_quirk("reference-unknown.xml"),
              HasSubstr("suspicious: expected an object with RefId \"77\" before this reference, "
                        "found none; the value is unknown\n"));
  EXPECT_THAT(read_quirk("reference-unknown.xml"),
              HasSubstr("  SmartHosts: null lost=unresolved\n"));
  EXPECT_THAT(read_quirk("reference-cycle.xml"),
              HasSubstr("  Comment: null lost=unresolved\n"
                        "  SmartHosts: [\"[192.0.2.20]\", null lost=unresolved]\n"));
}

TEST(ClixmlReaderTest, ReferencesOfASmallFileDoNotGrowWithoutBound) {
  // Each object holds ten references to the one before: 10^20 values, if followed.
  std::string objects = "<Obj RefId=\"0\"><LST><S>x</S></LST></Obj>";
  for (int i = 1; i <= 20; ++i) {
    const std::string before = std::to_string(i - 1);
    std::string references;
    for (int j = 0; j < 10; ++j) references += "<Ref RefId=\"" + before + "\" />";
    objects += "<Obj N=\"o" + before + "\" RefId=\"" + std::to_string(i) + "\"><LST>" + references +
               "</LST></Obj>";
  }

  const std::string found = read_properties(objects);

  EXPECT_THAT(found, HasSubstr("unreadable: expected references to few and small objects"));
  EXPECT_LT(found.size(), 20'000'000U);
}

TEST(ClixmlReaderTest, TypesStayKnownByTheirReference) {
  EXPECT_EQ(read_document("<Obj><TN RefId=\"7\"><T>A_x0042_</T><T>C</T></TN></Obj>"
                          "<Obj><TNRef RefId=\"7\" /></Obj><Obj><TNRef RefId=\"8\" />"
                          "<ToString>no types</ToString></Obj>"),
            "record <AB, C>\n"
            "record <AB, C>\n"
            "record \"no types\"\n");
}

TEST(ClixmlReaderTest, SecretsAreDroppedWithTheirBytes) {
  const std::string found = read_quirk("secure-string.xml");

  EXPECT_THAT(found, HasSubstr("{UserName: \"relay@contoso.com\", Password: \"\" lost=withheld} "
                               "lost=withheld\n"));
  EXPECT_THAT(found, Not(HasSubstr("4e006f00740041")));
  EXPECT_THAT(read("<Objs><Obj><MS><SS N=\"P\">4e006f00"), Not(HasSubstr("4e00")));
}

TEST(ClixmlReaderTest, AListAtTheTopGivesItsObjects) {
  EXPECT_EQ(read_document("<Obj RefId=\"0\"><TN RefId=\"0\"><T>System.Object[]</T></TN><LST>"
                          "<Obj RefId=\"1\"><ToString>One</ToString></Obj>"
                          "<Obj RefId=\"2\"><LST><Obj RefId=\"3\"><ToString>Two</ToString></Obj>"
                          "</LST></Obj><Ref RefId=\"1\" /><Nil /></LST></Obj>"),
            "record \"One\"\n"
            "record \"Two\"\n");
}

TEST(ClixmlReaderTest, ADictionaryAtTheTopGivesRecordsUnderItsKeysAndTheRestLast) {
  EXPECT_EQ(
      read_document("<Obj><TN><T>Hashtable</T></TN><DCT>"
                    "<En><S N=\"Key\">When</S><DT N=\"Value\">2008</DT></En>"
                    "<En><S N=\"Key\">ser_x0076_ers</S><Obj N=\"Value\"><LST>"
                    "<Obj><ToString>EX01</ToString></Obj><Obj><ToString>EX02</ToString></Obj>"
                    "</LST></Obj></En>"
                    "<En><Obj N=\"Value\"><Props><S N=\"Name\">Fax</S></Props></Obj>"
                    "<S N=\"Key\">connector</S></En>"
                    "<En><S N=\"Key\">Names</S><Obj N=\"Value\"><LST><S>a</S></LST></Obj></En>"
                    "</DCT></Obj>"),
      "record in servers \"EX01\"\n"
      "record in servers \"EX02\"\n"
      "record in connector\n"
      "  Name: \"Fax\"\n"
      "record <Hashtable>\n"
      "  When: \"2008\"\n"
      "  Names: [\"a\"]\n");
}

TEST(ClixmlReaderTest, ADictionaryInAnObjectIsARecord) {
  EXPECT_EQ(read_properties("<Obj N=\"D\"><DCT><En><S N=\"Key\">k</S><I32 N=\"Value\">1</I32></En>"
                            "<En><S N=\"Key\">no value</S></En></DCT></Obj>"),
            "suspicious: expected a dictionary's entry to hold elements with N=\"Key\" and "
            "N=\"Value\"; left out\n"
            "record\n"
            "  D: {k: \"1\"}\n");
}

TEST(ClixmlReaderTest, SingleValuesAndStreamsAreNoRecords) {
  EXPECT_EQ(read_document("<S>a</S><I32>1</I32><Obj><I32>1</I32></Obj>"),
            "ignored: expected an object, found a single value; left out\n");
  EXPECT_EQ(
      read("#< CLIXML\r\n<Objs><Obj S=\"progress\" RefId=\"0\"><MS><PR N=\"Record\"/></MS></Obj>"
           "<S S=\"Error\">not found</S><Obj S=\"Output\"><ToString>Fax</ToString></Obj></Objs>"),
      "suspicious: the shell that wrote this reports an error here\n"
      "record \"Fax\"\n");
}

TEST(ClixmlReaderTest, UnknownElementsAreLeftOutAndNotedOnce) {
  EXPECT_EQ(read_properties("<Foo N=\"A\"><Bar/></Foo><S N=\"B\">b</S><Foo/><S>no name</S>"),
            "suspicious: expected the element of a value, found 'Foo'; left out\n"
            "suspicious: expected the name of a property in the attribute 'N'; left out\n"
            "record\n"
            "  B: \"b\"\n");
}

TEST(ClixmlReaderTest, EncodingsHeaderDeclarationAndOneLineMakeNoDifference) {
  const std::string expected = "  Name: \"Fax M\xC3\xBCnchen\"\n";
  for (const char* name :
       {"utf8-bom.xml", "utf16le-bom.xml", "utf16be-bom.xml", "utf16le-no-bom.xml"}) {
    EXPECT_THAT(read_quirk(name), HasSubstr(expected)) << name;
  }
  for (const char* name : {"header.xml", "declaration.xml", "one-line.xml"}) {
    EXPECT_THAT(read_quirk(name), HasSubstr("  AddressSpaces: [\"FAX:*;1\"]\n")) << name;
    EXPECT_THAT(read_quirk(name), Not(HasSubstr(": expected"))) << name;
  }
}

TEST(ClixmlReaderTest, SeveralDocumentsInAFileHaveTheirOwnReferences) {
  EXPECT_EQ(read("#< CLIXML\r\n"
                 "<Objs><Obj><TN RefId=\"0\"><T>A</T></TN></Obj></Objs>\r\n"
                 "#< CLIXML\r\n"
                 "<Objs><Obj><TNRef RefId=\"0\"/><ToString>Second</ToString></Obj></Objs>"),
            "record <A>\n"
            "record \"Second\"\n");
  EXPECT_EQ(read("<Objs><Obj><ToString>One</ToString></Obj></Objs> by hand\n"),
            "record \"One\"\n"
            "suspicious: expected nothing but elements here; text left out\n");
}

TEST(ClixmlReaderTest, ADocumentTypeDeclarationIsRefused) {
  EXPECT_EQ(read_broken("doctype.xml"),
            "unreadable: expected no document type declaration, found '<!DOCTYPE Objs': "
            "Export-Clixml writes none, and it may define entities; remove it or export again\n");
  // At most 60 bytes of the name, and no half of a character.
  const std::string long_name(44, 'x');
  EXPECT_THAT(read("<!DOCTYPE " + long_name + "xxxxxü><Objs/>"),
              HasSubstr("found '<!DOCTYPE " + long_name + "xxxxx': "));
  EXPECT_THAT(read("<Objs><!DOCTYPE x></Objs>"),
              HasSubstr("unreadable: expected an element, found '<!DOCTYPE'"));
}

TEST(ClixmlReaderTest, OfACutFileWhatIsWholeIsReadAndThePlaceIsNamed) {
  EXPECT_EQ(
      read("<Objs>\n<Obj><ToString>One</ToString></Obj>\n"
           "<Obj><ToString>Two</ToString><Props><S N=\"A\">1</S>\n"
           "<Obj N=\"B\"><LST><S>x</S><S>y",
           Places::shown),
      "record \"One\" @2:16-2:19= @2:1-2:6\n"
      "record \"Two\" @3:16-3:19= @3:1-3:6\n"
      "  A @3:43-3:44=: \"1\" @3:46-3:47=\n"
      "unreadable: expected '</S>', found the end of the file; 'Two' is known only up to here; "
      "what follows was not read: export it again with Export-Clixml @4:28-4:29\n");
  EXPECT_EQ(read("<Objs><Obj><ToString>One</ToString></Obj>\n"),
            "record \"One\"\n"
            "unreadable: expected '</Objs>', found the end of the file; what follows was not read: "
            "export it again with Export-Clixml\n");
  EXPECT_EQ(
      read("<Objs><Obj><Props><S N=\"Na"),
      "unreadable: expected '</Props>', found the end of the file; what follows was not read: "
      "export it again with Export-Clixml\n");
}

TEST(ClixmlReaderTest, DamageNamesWhatWasExpectedAndFound) {
  EXPECT_THAT(
      read_broken("mismatched-tags.xml"),
      HasSubstr("unreadable: expected '</Props>', found '</Prop>'; 'Fax' is known only up to "
                "here;"));
  EXPECT_THAT(read("<Objs></Objs></Objs>"), HasSubstr("expected no end tag, found '</Objs>'"));
  EXPECT_THAT(read("<Objs><1/></Objs>"), HasSubstr("expected the name of an element behind '<'"));
  EXPECT_THAT(
      read("<Objs><Obj RefId=0/></Objs>"),
      HasSubstr("expected an attribute as in NAME=\"VALUE\" or the '>' of the tag, found '0'"));
  EXPECT_THAT(read("<Objs><Obj RefId=\"0><S/></Obj></Objs>"),
              HasSubstr("expected \" at the end of the attribute, found '<'"));
  EXPECT_THAT(read("<Objs><!-- x"), HasSubstr("expected '-->', found the end of the file"));
  EXPECT_THAT(read("<Objs></Objs"), HasSubstr("expected '</Objs>', found the end of the file"));
  EXPECT_THAT(read("<Objs"), HasSubstr("expected the end of the tag, found the end of the file"));
  EXPECT_THAT(read(""), HasSubstr("unreadable: expected the element 'Objs'"));
  EXPECT_THAT(read("<html><p/></html>"),
              HasSubstr("unreadable: expected the element 'Objs' that Export-Clixml writes, found "
                        "'html'"));
}

TEST(ClixmlReaderTest, ADamagedObjectCostsItselfAndTheRestIsRead) {
  const std::string good = "<Obj><ToString>Good</ToString></Obj>";
  EXPECT_EQ(
      read_document("<Obj><ToString>Bad</ToString><Props><S N=\"A\">1</S><S N=\"B\">2</I>"
                    "<S N=\"C\">3</S></Props></Obj>" +
                    good),
      "record \"Bad\"\n"
      "  A: \"1\"\n"
      "unreadable: expected '</S>', found '</I>'; 'Bad' is known only up to here; the objects "
      "behind it were read: export it again with Export-Clixml\n"
      "record \"Good\"\n");
  // An object without its end: the next one is no property, since it has no name.
  EXPECT_EQ(read_document("<Obj><ToString>Bad</ToString><Props><S N=\"A\">1</S>" + good + good),
            "record \"Bad\"\n"
            "  A: \"1\"\n"
            "unreadable: expected '</Props>', found another 'Obj'; 'Bad' is known only up to here; "
            "the objects behind it were read: export it again with Export-Clixml\n"
            "record \"Good\"\n"
            "record \"Good\"\n");
  EXPECT_EQ(read_document("<Obj RefId=0>" + good.substr(5) + good),
            "unreadable: expected an attribute as in NAME=\"VALUE\" or the '>' of the tag, found "
            "'0'; the object is known only up to here; the objects behind it were read: export it "
            "again with Export-Clixml\n"
            "record \"Good\"\n");
  EXPECT_EQ(read_document(good + "</Props>" + good),
            "record \"Good\"\n"
            "unreadable: expected '</Objs>', found '</Props>'; it is left out; the objects behind "
            "it were read: export it again with Export-Clixml\n"
            "record \"Good\"\n");
}

TEST(ClixmlReaderTest, DamageInAListOrADictionaryCostsTheItemThatItIsIn) {
  const std::string good = "<Obj><ToString>Good</ToString></Obj>";
  EXPECT_EQ(read_document("<Obj><TN><T>List</t></TN><LST>" + good + "<Obj><ToString>Bad</Obj>" +
                          good + "</LST></Obj>"),
            "record \"Good\"\n"
            "unreadable: expected '</ToString>', found '</Obj>'; the object is known only up to "
            "here; the objects behind it were read: export it again with Export-Clixml\n"
            "record \"Good\"\n"
            "unreadable: expected '</T>', found '</t>'; the object is known only up to here; the "
            "objects behind it were read: export it again with Export-Clixml\n");
  EXPECT_EQ(read("<Objs><Obj><DCT>"
                 "<En><S N=\"Key\">a</S><S N=\"Value\">1</I></En>"
                 "<En><S N=\"Key\">b</S><S N=\"Value\">2</S></En>"
                 "<En><S N=\"Key\">c</S><Obj N=\"Value\"><LST>" +
                 good + "</Objs>"),
            "suspicious: expected a dictionary's entry to hold elements with N=\"Key\" and "
            "N=\"Value\"; left out\n"
            "unreadable: expected '</S>', found '</I>'; the entry is known only up to here; the "
            "objects behind it were read: export it again with Export-Clixml\n"
            "record in c \"Good\"\n"
            "unreadable: expected '</LST>', found '</Objs>'; what follows was not read: export "
            "it again with Export-Clixml\n"
            "record\n"
            "  b: \"2\"\n");
}

TEST(ClixmlReaderTest, AReferenceToADamagedObjectIsUnknown) {
  EXPECT_THAT(read_document("<Obj RefId=\"0\"><LST><S>a</S><S>b</I></LST></Obj>"
                            "<Obj RefId=\"1\"><Props><Obj N=\"A\" RefId=\"2\"><LST><S>c</S></LST>"
                            "</Obj><S N=\"B\">d</I></Props></Obj>"
                            "<Obj><Props><Ref N=\"C\" RefId=\"0\"/><Ref N=\"D\" RefId=\"1\"/>"
                            "<Ref N=\"E\" RefId=\"2\"/></Props></Obj>"),
              HasSubstr("record\n"
                        "  C: null lost=unresolved\n"
                        "  D: null lost=unresolved\n"
                        "  E: [\"c\"]\n"));
}

TEST(ClixmlReaderTest, DeepNestingIsRefusedAndTheRestRead) {
  const std::string found = read_broken("deep.xml");
  EXPECT_THAT(found, HasSubstr("unreadable: expected objects nested at most 200 levels deep"));
  EXPECT_THAT(found, HasSubstr("  AddressSpaces: \"FAX:*;1\"\n"));
  EXPECT_THAT(read_broken("deep-elements.xml"),
              HasSubstr("unreadable: expected objects nested at most 200 levels deep"));

  std::string lists = "<Objs>";
  for (int i = 0; i < 100'000; ++i) lists += "<Obj><LST>";
  EXPECT_THAT(read(lists), HasSubstr("nested at most 200 levels deep"));
  std::string unknown = "<Objs>";
  for (int i = 0; i < 100'000; ++i) unknown += "<Foo>";
  EXPECT_THAT(read(unknown), HasSubstr("unreadable: expected objects nested at most 200 levels"));
}

TEST(ClixmlReaderTest, CutAtEveryByteNothingIsReadThatIsNotThere) {
  const std::string whole = bytes_of("fixtures/formats/quirks/clixml/containers.xml");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::string found = read(whole.substr(0, length));
    ASSERT_THAT(found, HasSubstr("unreadable: ")) << length;
    ASSERT_THAT(found, Not(HasSubstr("FAULT"))) << length;
  }
}

TEST(ClixmlReaderTest, WithAnyByteChangedEveryPlaceIsInTheFile) {
  const std::string whole = bytes_of("fixtures/formats/quirks/clixml/references.xml");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (char c : {'<', '>', '"', '&', '\0'}) {
      std::string changed = whole;
      changed[at] = c;
      ASSERT_THAT(read(std::move(changed)), Not(HasSubstr("FAULT"))) << at << ' ' << c;
    }
  }
}

}  // namespace
}  // namespace connlint
