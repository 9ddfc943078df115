#include "linter/model/address_space.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

AddressSpace parse(std::string_view text) {
  return parse_address_space(
      {text, {FileId{0}, 100, static_cast<std::uint32_t>(text.size())}, true});
}

struct Expected {
  std::string_view text;
  std::string_view type, address;
  std::int64_t cost;
  std::string_view written;
};

// New-SendConnector: the four spellings are one address space.
TEST(AddressSpaceTest, DefaultsAreSmtpAndCostOne) {
  for (std::string_view text :
       {"SMTP:contoso.com;1", "contoso.com;1", "SMTP:contoso.com", "contoso.com"}) {
    const AddressSpace space = parse(text);
    EXPECT_EQ(space.type, "SMTP") << text;
    EXPECT_EQ(space.address, "contoso.com") << text;
    EXPECT_EQ(space.cost, 1) << text;
    EXPECT_EQ(to_text(space), "SMTP:contoso.com;1") << text;
    EXPECT_EQ(identity_of(space), "smtp:contoso.com;1") << text;
  }
}

TEST(AddressSpaceTest, ReadsTheFormsOfThePublishedExamples) {
  const Expected cases[] = {
      {"X400:c=US;a=Fabrikam;P=Contoso;5", "X400", "c=US;a=Fabrikam;P=Contoso", 5,
       "X400:c=US;a=Fabrikam;P=Contoso;5"},
      {"X400:c=US;a= ;p=Fabrikam;1", "X400", "c=US;a= ;p=Fabrikam", 1,
       "X400:c=US;a= ;p=Fabrikam;1"},
      {"X400:c=US;a= ;p=Org;;1", "X400", "c=US;a= ;p=Org;", 1, "X400:c=US;a= ;p=Org;;1"},
      {"X400:C=US,A=ADMD,P=PRMD,O=Org", "X400", "C=US,A=ADMD,P=PRMD,O=Org", 1,
       "X400:C=US,A=ADMD,P=PRMD,O=Org;1"},
      {"SMTP:contoso.com; 1", "SMTP", "contoso.com", 1, "SMTP:contoso.com;1"},
      {"smtp:*;1", "smtp", "*", 1, "smtp:*;1"},
      {"FAX:*", "FAX", "*", 1, "FAX:*;1"},
      {" FAX : * ; 7 ", "FAX", "*", 7, "FAX:*;7"},
      {"--", "SMTP", "--", 1, "SMTP:--;1"},
      {"X400:c=US;a=x;p=y", "X400", "c=US;a=x;p=y", 1, "X400:c=US;a=x;p=y;1"},
      {"MS:Net/PO/User;12", "MS", "Net/PO/User", 12, "MS:Net/PO/User;12"},
  };
  for (const Expected& expected : cases) {
    const AddressSpace space = parse(expected.text);
    EXPECT_EQ(space.type, expected.type) << expected.text;
    EXPECT_EQ(space.address, expected.address) << expected.text;
    EXPECT_EQ(space.cost, expected.cost) << expected.text;
    EXPECT_FALSE(space.local) << expected.text;
    EXPECT_EQ(to_text(space), expected.written) << expected.text;
  }
}

TEST(AddressSpaceTest, LocalIsAScopeOnlyBeforeAType) {
  const AddressSpace scoped = parse("Local:FAX:*;5");
  EXPECT_TRUE(scoped.local);
  EXPECT_EQ(scoped.type, "FAX");
  EXPECT_EQ(to_text(scoped), "Local:FAX:*;5");
  EXPECT_EQ(identity_of(scoped), "fax:*;5");

  const AddressSpace typed = parse("Local:*;5");
  EXPECT_FALSE(typed.local);
  EXPECT_EQ(typed.type, "Local");

  const AddressSpace old = parse("LOCAL:X400:c=US,a=x,p=y;1");
  EXPECT_TRUE(old.local);
  EXPECT_EQ(old.type, "X400");
}

TEST(AddressSpaceTest, ACostThatIsNoNumberIsKeptAsText) {
  const AddressSpace space = parse("SMTP:contoso.com;cheap");
  EXPECT_EQ(space.address, "contoso.com");
  EXPECT_EQ(space.cost, std::nullopt);
  EXPECT_EQ(space.cost_text, "cheap");
}

TEST(AddressSpaceTest, PartsHaveTheirOwnPlaces) {
  const AddressSpace space = parse("Local:FAX:0171*;25");
  EXPECT_EQ(space.where, (Span{FileId{0}, 100, 18}));
  EXPECT_EQ(space.type_where, (Span{FileId{0}, 106, 3}));
  EXPECT_EQ(space.address_where, (Span{FileId{0}, 110, 5}));
  EXPECT_EQ(space.cost_where, (Span{FileId{0}, 116, 2}));
}

TEST(AddressSpaceTest, PartsOfATextThatTheFileHoldsOtherwiseHaveThePlaceOfTheWhole) {
  const Span whole{FileId{0}, 7, 40};
  const AddressSpace space = parse_address_space({"FAX:*;1", whole, false});
  EXPECT_EQ(space.type_where, whole);
  EXPECT_EQ(space.cost_where, whole);
}

TEST(AddressSpaceTest, AColonInAnOrAddressIsNoType) {
  const AddressSpace space = parse("c=US;a=x;dda:T=v;1");
  EXPECT_EQ(space.type, "SMTP");
}

TEST(AddressSpaceTest, AnyTextIsRead) {
  for (std::string_view text :
       {"", ":", ";", ":;", "::;;", "FAX:", ";;;", "Local:", "Local::", "\xFF:\xFE;1"}) {
    const AddressSpace space = parse(text);
    EXPECT_LE(space.address_where.begin - 100, text.size());
  }
}

}  // namespace
}  // namespace connlint
