#include "linter/routing/address/space_syntax.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

std::string fault(std::string_view text, SpaceProduct product = SpaceProduct::modern) {
  return space_fault(parse_address_space({.value = text, .where = {}, .verbatim = false}), product);
}

TEST(SpaceFault, accepts_the_smtp_forms_of_new_send_connector) {
  for (const char* text :
       {"SMTP:*;1", "contoso.com", "SMTP:*.contoso.com;5", "SMTP:*.com;1", "SMTP:contoso;1",
        "SMTP:3m.example;1", "SMTP:_tcp.contoso.com;1", "smtp:CONTOSO.COM;1"}) {
    EXPECT_EQ(fault(text), "") << text;
  }
}

TEST(SpaceFault, refuses_other_wildcards) {
  for (const char* text : {"SMTP:*contoso.com;1", "SMTP:contoso.*;1", "SMTP:a.*.contoso.com;1",
                           "SMTP:*.*.com;1", "SMTP:**;1", "SMTP:cont%so.com;1"}) {
    EXPECT_NE(fault(text), "") << text;
    EXPECT_NE(fault(text, SpaceProduct::legacy), "") << text;
  }
}

TEST(SpaceFault, refuses_what_is_no_domain_name) {
  for (const char* text :
       {"SMTP:;1", "SMTP:contoso..com;1", "SMTP:.contoso.com;1", "SMTP:contoso.com.;1", "SMTP:*.;1",
        "SMTP:user@contoso.com;1", "SMTP:-contoso.com;1", "SMTP:contoso-.com;1",
        "SMTP:con toso.com;1", "SMTP:[192.0.2.1];1",
        "SMTP:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com;1"}) {
    EXPECT_NE(fault(text), "") << text;
  }
}

TEST(SpaceFault, lets_letters_outside_ascii_through) {
  EXPECT_EQ(fault("SMTP:z\xC3\xBCrich.example;1"), "");
  EXPECT_TRUE(has_foreign_letters(
      parse_address_space({.value = "z\xC3\xBCrich.example", .where = {}, .verbatim = false})));
}

TEST(SpaceFault, accepts_x400_in_any_order_and_with_either_separator) {
  for (const char* text :
       {"X400:o=MySite;p=MyOrg;a=adatum;c=us;1", "X400:c=US;a=Fabrikam;P=Contoso;5",
        "X400:c=US;a= ;p=Contoso;;1", "X400:C=US,A=ADMD,P=PRMD,O=Org;1", "X400:c=*;1",
        "X400:c=840;a=A;p=B;1", "X400:c=*;a=A;1"}) {
    EXPECT_EQ(fault(text), "") << text;
  }
}

TEST(SpaceFault, refuses_x400_values_that_are_none) {
  for (const char* text :
       {"X400:*;1", "X400:;1", "X400:a=A;p=B;1", "X400:c=USA;a=A;p=B;1", "X400:c=US;p=B;1",
        "X400:c=US;z=1;a=A;1", "X400:c=US;a=A;p=seventeen letters;1"}) {
    EXPECT_NE(fault(text), "") << text;
  }
}

TEST(SpaceFault, asks_for_more_than_an_admd_only_in_2000_and_2003) {
  EXPECT_EQ(fault("X400:c=US;a=A;1"), "");
  EXPECT_NE(fault("X400:c=US;a=A;1", SpaceProduct::legacy), "");
}

TEST(SpaceFault, takes_any_text_of_other_types_but_none) {
  EXPECT_EQ(fault("FAX:0171*;1"), "");
  EXPECT_EQ(fault("NOTES:* at *;1"), "");
  EXPECT_NE(fault("FAX:;1"), "");
  EXPECT_EQ(fault("FAX:;1", SpaceProduct::legacy), "");
}

TEST(AcceptedDomainsMark, is_smtp_only) {
  EXPECT_TRUE(is_accepted_domains_mark(
      parse_address_space({.value = "--", .where = {}, .verbatim = false})));
  EXPECT_TRUE(is_accepted_domains_mark(
      parse_address_space({.value = "SMTP:--;1", .where = {}, .verbatim = false})));
  EXPECT_FALSE(is_accepted_domains_mark(
      parse_address_space({.value = "FAX:--;1", .where = {}, .verbatim = false})));
}

}  // namespace
}  // namespace connlint
