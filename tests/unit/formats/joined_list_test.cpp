#include "linter/formats/joined_list.h"

#include <string>

#include <gtest/gtest.h>

namespace connlint {
namespace {

/// `text` cut, as `a|b`, with the separator and what is not certain behind it.
std::string cut(std::string_view text, ListItems items, ListJoiner joiner = ListJoiner::people) {
  Arena arena;
  const Text whole{text, {FileId{0}, 100, static_cast<std::uint32_t>(text.size())}, true};
  const JoinedList list = cut_joined_list(whole, items, joiner, arena);
  std::string out;
  for (const Text& item : list.items) {
    out += "<" + std::string(item.value) + ">";
    if (item.verbatim && text.substr(item.where.begin - 100, item.where.length) != item.value) {
      out += " FAULT";
    }
  }
  if (list.separator != '\0')
    out += list.separator == '\n' ? " LF" : std::string(" ") + list.separator;
  if (list.ambiguous) out += " ambiguous";
  if (list.truncated) out += " truncated";
  return out;
}

std::string spaces(std::string_view text, ListJoiner joiner = ListJoiner::people) {
  return cut(text, ListItems::address_spaces, joiner);
}
std::string words(std::string_view text) { return cut(text, ListItems::words); }
std::string names(std::string_view text) { return cut(text, ListItems::names); }

TEST(JoinedSpacesTest, ASingleSpaceIsOneItem) {
  EXPECT_EQ(spaces(""), "");
  EXPECT_EQ(spaces("  "), "");
  EXPECT_EQ(spaces("SMTP:*;1"), "<SMTP:*;1>");
  EXPECT_EQ(spaces("contoso.com"), "<contoso.com>");
  EXPECT_EQ(spaces("SMTP:contoso.com; 1"), "<SMTP:contoso.com; 1>");
  EXPECT_EQ(spaces("Local:SMTP:branch.contoso.com;1"), "<Local:SMTP:branch.contoso.com;1>");
  EXPECT_EQ(spaces("FAX:+49 221 4711;1"), "<FAX:+49 221 4711;1>");
}

TEST(JoinedSpacesTest, SemicolonsBetweenSpacesAreToldFromThoseBeforeCosts) {
  EXPECT_EQ(spaces("SMTP:a.com;1;SMTP:b.com;5"), "<SMTP:a.com;1><SMTP:b.com;5> ;");
  EXPECT_EQ(spaces("FAX:*;1;SMS:*;2"), "<FAX:*;1><SMS:*;2> ;");
  EXPECT_EQ(spaces("FAX:*;SMS:*"), "<FAX:*><SMS:*> ;");
  EXPECT_EQ(spaces("smtp:*; 1; Local:fax:*; 2;"), "<smtp:*; 1><Local:fax:*; 2> ;");
}

TEST(JoinedSpacesTest, SmtpSpacesMayStandWithoutType) {
  EXPECT_EQ(spaces("contoso.com;1;fabrikam.com;5"), "<contoso.com;1><fabrikam.com;5> ;");
  EXPECT_EQ(spaces("contoso.com;*.fabrikam.com;--"), "<contoso.com><*.fabrikam.com><--> ;");
  EXPECT_EQ(spaces("SMTP:a.com;1;b.com;2;;"), "<SMTP:a.com;1><b.com;2> ;");
}

TEST(JoinedSpacesTest, OtherSeparators) {
  EXPECT_EQ(spaces("FAX:*;1,SMS:*;2"), "<FAX:*;1><SMS:*;2> ,");
  EXPECT_EQ(spaces("FAX:*;1, SMS:*;2"), "<FAX:*;1><SMS:*;2> ,");
  EXPECT_EQ(spaces("FAX:*;1|SMS:*;2"), "<FAX:*;1><SMS:*;2> |");
  EXPECT_EQ(spaces("FAX:*;1 SMS:*;2"), "<FAX:*;1><SMS:*;2>  ");
  EXPECT_EQ(spaces("FAX:*;1\r\nSMS:*;2\n"), "<FAX:*;1><SMS:*;2> LF");
  EXPECT_EQ(spaces("SMTP:a.com SMTP:b.com"), "<SMTP:a.com><SMTP:b.com>  ");
}

TEST(JoinedSpacesTest, PartsOfX400AddressesAreNoItems) {
  EXPECT_EQ(spaces("X400:c=DE;a=DBP;p=Contoso;3"), "<X400:c=DE;a=DBP;p=Contoso;3>");
  EXPECT_EQ(spaces("X400:c=US;a= ;p=Big Org;"), "<X400:c=US;a= ;p=Big Org;>");
  EXPECT_EQ(spaces("X400:C=US,A=ADMD,P=PRMD,O=Org"), "<X400:C=US,A=ADMD,P=PRMD,O=Org>");
  EXPECT_EQ(spaces("X400:c=US;p=Org;dda:FAX=4711;1"), "<X400:c=US;p=Org;dda:FAX=4711;1>");
  EXPECT_EQ(spaces("X400:c=US;p=A;1|X400:c=US;p=B;2"), "<X400:c=US;p=A;1><X400:c=US;p=B;2> |");
}

TEST(JoinedSpacesTest, JoinedWithSemicolonsAListWithX400IsAmbiguous) {
  EXPECT_EQ(spaces("X400:c=US;a= ;p=Org;1;SMTP:b.com;5"),
            "<X400:c=US;a= ;p=Org;1><SMTP:b.com;5> ; ambiguous");
  EXPECT_EQ(spaces("SMTP:b.com;5;X400:c=US;p=Org;;1"),
            "<SMTP:b.com;5><X400:c=US;p=Org;;1> ; ambiguous");
  EXPECT_EQ(spaces("X400:c=US,p=Org;1;SMTP:b.com;5"), "<X400:c=US,p=Org;1><SMTP:b.com;5> ;");
}

TEST(JoinedSpacesTest, ADomainAfterASpaceOfAnotherTypeIsAmbiguous) {
  EXPECT_EQ(spaces("FAX:*;1;contoso.com;2"), "<FAX:*;1><contoso.com;2> ; ambiguous");
}

TEST(JoinedSpacesTest, FromCsvdeX400IsAmbiguousUnlessEscaped) {
  EXPECT_EQ(spaces("X400:c=US;a= ;p=Org;1", ListJoiner::csvde),
            "<X400:c=US;a= ;p=Org;1> ambiguous");
  EXPECT_EQ(spaces("X400:c=US\\;a= \\;p=Org\\;1;SMTP:*\\;1", ListJoiner::csvde),
            "<X400:c=US;a= ;p=Org;1><SMTP:*;1> ;");
  EXPECT_EQ(spaces("FAX:*;1;SMS:*;5", ListJoiner::csvde), "<FAX:*;1><SMS:*;5> ;");
}

TEST(JoinedSpacesTest, CutListsAreTruncated) {
  EXPECT_EQ(spaces("{SMTP:a.com;1, SMTP:b.com;2...}"), "<SMTP:a.com;1><SMTP:b.com;2> , truncated");
  EXPECT_EQ(spaces("SMTP:a.com;1;SMTP:b.com;2;\xE2\x80\xA6"),
            "<SMTP:a.com;1><SMTP:b.com;2> ; truncated");
  EXPECT_EQ(spaces("{SMTP:*;1}"), "<SMTP:*;1>");
  EXPECT_EQ(spaces("{}"), "");
}

TEST(JoinedWordsTest, AnySeparatorCuts) {
  EXPECT_EQ(words("EX07A"), "<EX07A>");
  EXPECT_EQ(words("EX07A EX07B"), "<EX07A><EX07B>  ");
  EXPECT_EQ(words("EX07A, EX07B"), "<EX07A><EX07B> ,");
  EXPECT_EQ(words("gw1.fabrikam.example,[192.0.2.30]"), "<gw1.fabrikam.example><[192.0.2.30]> ,");
  EXPECT_EQ(words("[192.0.2.40];fax.northwind.example"), "<[192.0.2.40]><fax.northwind.example> ;");
  EXPECT_EQ(words("a|b"), "<a><b> |");
  EXPECT_EQ(words("a\r\nb\r\n"), "<a><b> LF");
  EXPECT_EQ(words("{a, b...}"), "<a><b> , truncated");
}

TEST(JoinedWordsTest, CanonicalNamesHoldBlanks) {
  EXPECT_EQ(words("contoso.com/Configuration/Default First Site"),
            "<contoso.com/Configuration/Default First Site>");
  EXPECT_EQ(words("contoso.com/A B/C;contoso.com/D E"), "<contoso.com/A B/C><contoso.com/D E> ;");
}

TEST(JoinedWordsTest, DistinguishedNamesHoldCommas) {
  EXPECT_EQ(words("CN=EX1,CN=Servers,DC=contoso,DC=com"), "<CN=EX1,CN=Servers,DC=contoso,DC=com>");
  EXPECT_EQ(words("CN=A B,DC=com;CN=C\\;D,DC=com"), "<CN=A B,DC=com><CN=C\\;D,DC=com> ;");
  EXPECT_EQ(words("CN=A B,DC=x,DC=com CN=C,OU=D,DC=com"),
            "<CN=A B,DC=x,DC=com><CN=C,OU=D,DC=com>  ");
  EXPECT_EQ(words("CN=A,DC=com, CN=B,DC=com"), "<CN=A,DC=com,><CN=B,DC=com>  ");
}

TEST(JoinedNamesTest, BlanksAreNoSeparatorsAndCommasAreUnsure) {
  EXPECT_EQ(names("First Routing Group"), "<First Routing Group>");
  EXPECT_EQ(names("First;Second Group"), "<First><Second Group> ;");
  EXPECT_EQ(names("Lokal, nur Lyon"), "<Lokal><nur Lyon> , ambiguous");
  EXPECT_EQ(names("{First Group, Second}"), "<First Group><Second> ,");
}

TEST(JoinedListTest, FromCsvdeOnlySemicolonsCut) {
  EXPECT_EQ(cut("CN=1,CN=A,DC=com;CN=1,CN=B,DC=com", ListItems::words, ListJoiner::csvde),
            "<CN=1,CN=A,DC=com><CN=1,CN=B,DC=com> ;");
  EXPECT_EQ(cut("a b;c, d", ListItems::names, ListJoiner::csvde), "<a b><c, d> ;");
}

TEST(JoinedListTest, ItemsOfATextThatIsNotVerbatimHaveItsPlace) {
  Arena arena;
  const Span where{FileId{0}, 7, 30};

  const JoinedList list =
      cut_joined_list({"a;b", where, false}, ListItems::words, ListJoiner::people, arena);

  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(list.items[1].where, where);
  EXPECT_FALSE(list.items[1].verbatim);
}

}  // namespace
}  // namespace connlint
