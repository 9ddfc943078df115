#include "linter/routing/address/address_match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace connlint {
namespace {

Match matched(std::string_view space, std::string_view address, MatchProfile profile) {
  const Result<Address> parsed = parse_address(address, {});
  EXPECT_TRUE(parsed.ok()) << address;
  if (!parsed.ok()) return {};
  return match(SpacePattern(parse_address_space({.value = space})), parsed.value(), profile);
}

bool modern(std::string_view space, std::string_view address) {
  return matched(space, address, MatchProfile::modern).matches;
}
bool legacy(std::string_view space, std::string_view address) {
  return matched(space, address, MatchProfile::legacy).matches;
}
bool oldest(std::string_view space, std::string_view address) {
  return matched(space, address, MatchProfile::oldest).matches;
}

TEST(Match, smtp_of_2007_and_later) {
  EXPECT_TRUE(modern("*", "u@contoso.com"));
  EXPECT_TRUE(modern("contoso.com", "u@CONTOSO.com"));
  EXPECT_FALSE(modern("contoso.com", "u@sub.contoso.com"));
  EXPECT_TRUE(modern("*.contoso.com", "u@contoso.com"));
  EXPECT_TRUE(modern("*.contoso.com", "u@a.b.contoso.com"));
  EXPECT_FALSE(modern("*.contoso.com", "u@xcontoso.com"));
  EXPECT_TRUE(modern("*.com", "u@contoso.com"));
  EXPECT_FALSE(modern("--", "u@contoso.com"));
}

TEST(Match, forms_that_2007_does_not_accept_take_nothing) {
  for (std::string_view space : {"*contoso.com", "contoso.*", "a.*.contoso.com", "SMTP:;1"}) {
    EXPECT_FALSE(modern(space, "u@contoso.com")) << space;
    EXPECT_FALSE(modern(space, "u@a.b.contoso.com")) << space;
  }
}

TEST(Match, exact_is_closer_than_any_wildcard) {
  const auto how = [](std::string_view space) {
    return matched(space, "u@contoso.com", MatchProfile::modern).specificity;
  };
  EXPECT_GT(how("contoso.com"), how("*.contoso.com"));
  EXPECT_GT(how("*.contoso.com"), how("*.com"));
  EXPECT_GT(how("*.com"), how("*"));
}

TEST(Match, smtp_of_2000_and_2003_looks_at_the_last_wildcard) {
  EXPECT_TRUE(legacy("abc.*.company.com", "u@sales.company.com"));
  EXPECT_TRUE(legacy("*contoso.com", "u@xcontoso.com"));
  EXPECT_TRUE(legacy("contoso.*", "u@fabrikam.org"));
  EXPECT_FALSE(legacy("*.contoso.com", "u@fabrikam.com"));
  EXPECT_EQ(matched("abc.*.company.com", "u@sales.company.com", MatchProfile::legacy).specificity,
            matched("*.company.com", "u@sales.company.com", MatchProfile::legacy).specificity);
}

TEST(Match, whether_a_wildcard_of_2000_and_2003_takes_the_domain_itself_is_marked) {
  EXPECT_TRUE(matched("*.contoso.com", "u@contoso.com", MatchProfile::legacy).bare_domain);
  EXPECT_FALSE(matched("*.contoso.com", "u@a.contoso.com", MatchProfile::legacy).bare_domain);
}

TEST(Match, exchange_55_compares_the_whole_address) {
  EXPECT_TRUE(oldest("SMTP:*@company.com", "u@company.com"));
  EXPECT_FALSE(oldest("SMTP:company.com", "u@company.com"));
  EXPECT_TRUE(oldest("SMTP:u@*", "u@company.com"));
  EXPECT_TRUE(oldest("FAX:017%", "FAX:0171"));
  EXPECT_FALSE(oldest("FAX:017%", "FAX:01712"));
  EXPECT_TRUE(oldest("MS:NET/PO1", "MS:NET/PO1/JOE"));
}

TEST(Match, other_types_need_the_same_type) {
  EXPECT_TRUE(modern("FAX:*", "FAX:1"));
  EXPECT_TRUE(modern("fax:*", "FAX:1"));
  EXPECT_FALSE(modern("FAX:*", "SMS:1"));
  EXPECT_FALSE(modern("*", "FAX:1"));
  EXPECT_TRUE(modern("NOTES:Jane", "NOTES:JANE"));
  EXPECT_FALSE(modern("NOTES:Jane", "NOTES:Jane Doe"));
}

TEST(Match, patterns_of_other_types_are_marked_as_undocumented) {
  const Match pattern = matched("FAX:0171*", "FAX:0171020225", MatchProfile::modern);
  EXPECT_TRUE(pattern.matches);
  EXPECT_TRUE(pattern.undocumented);
  EXPECT_FALSE(matched("FAX:*", "FAX:1", MatchProfile::modern).undocumented);
  EXPECT_FALSE(matched("FAX:1", "FAX:1", MatchProfile::modern).undocumented);
  EXPECT_FALSE(modern("FAX:017%", "FAX:0171"));
  EXPECT_TRUE(legacy("FAX:017%", "FAX:0171"));
}

TEST(Match, x400_goes_attribute_by_attribute) {
  EXPECT_TRUE(modern("X400:c=US;a=Fabrikam;P=Contoso;5", "X400:c=us;a=fabrikam;p=contoso;o=x;s=y"));
  EXPECT_TRUE(modern("X400:p=Contoso;a=Fabrikam;c=US;1", "X400:c=us;a=fabrikam;p=contoso"));
  EXPECT_FALSE(
      modern("X400:c=US;a=Fabrikam;p=Contoso;o=Sales;1", "X400:c=us;a=fabrikam;p=contoso"));
  EXPECT_FALSE(modern("X400:c=US;a=Other;1", "X400:c=us;a=fabrikam"));
  EXPECT_TRUE(modern("X400:c=*;1", "X400:c=FR;a=ATLAS"));
  EXPECT_TRUE(modern("X400:c=US;a= ;p=Contoso;1", "X400:c=US;p=Contoso;o=x"));
  EXPECT_FALSE(modern("X400:c=US;a= ;p=Contoso;1", "X400:c=US;a=MCI;p=Contoso"));
  EXPECT_TRUE(legacy("X400:C=US,A=ADMD,P=PRMD,O=Org;1", "X400:C=US,A=ADMD,P=PRMD,O=Org,S=Justin"));
}

TEST(Match, more_attributes_of_x400_are_closer) {
  const auto how = [](std::string_view space) {
    return matched(space, "X400:c=US;a=X;p=Contoso;o=Sales", MatchProfile::modern).specificity;
  };
  EXPECT_GT(how("X400:c=US;a=X;p=Contoso;o=Sales;1"), how("X400:c=US;a=X;p=Contoso;1"));
  EXPECT_GT(how("X400:c=US;a=X;p=Contoso;1"), how("X400:c=US;a=X;p=*;1"));
  EXPECT_GT(how("X400:c=US;a=X;1"), how("X400:c=*;1"));
  // Without an ADMD it is no valid space of Exchange 2007 and later, and takes nothing.
  EXPECT_FALSE(matched("X400:c=US;1", "X400:c=US;a=X;o=Sales", MatchProfile::modern).matches);
}

TEST(Fits, runs_and_single_characters) {
  EXPECT_TRUE(fits("a*c*", "abbcx", false));
  EXPECT_FALSE(fits("a*c", "abbcx", false));
  EXPECT_TRUE(fits("*", "", false));
  EXPECT_TRUE(fits("a%c", "abc", true));
  EXPECT_FALSE(fits("a%c", "abc", false));
  EXPECT_TRUE(fits("***", "x", false));
}

}  // namespace
}  // namespace connlint
