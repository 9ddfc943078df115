#include "linter/routing/address/address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/routing/address/imcea.h"

namespace connlint {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kDefault = "contoso.com";

Address parsed(std::string_view text) {
  const Result<Address> result = parse_address(text, kDefault);
  EXPECT_TRUE(result.ok()) << text << ": " << (result.ok() ? "" : result.error().message);
  return result.ok() ? result.value() : Address{};
}

std::string typed(std::string_view text) {
  const Address address = parsed(text);
  return address.type + "|" + address.value;
}

std::string error_of(std::string_view text) {
  const Result<Address> result = parse_address(text, kDefault);
  EXPECT_FALSE(result.ok()) << text;
  return result.ok() ? "" : result.error().message;
}

TEST(ParseAddress, reads_smtp_addresses) {
  EXPECT_EQ(typed("julia@marketing.contoso.com"), "SMTP|julia@marketing.contoso.com");
  EXPECT_EQ(typed("smtp:Julia@Contoso.COM"), "SMTP|Julia@Contoso.COM");
  EXPECT_EQ(parsed("Julia@Contoso.COM").domain, "contoso.com");
  EXPECT_EQ(parsed("\"a@b\"@contoso.com").domain, "contoso.com");
  EXPECT_EQ(parsed("user@[192.0.2.1]").domain, "[192.0.2.1]");
}

TEST(ParseAddress, reads_other_types_in_upper_case) {
  EXPECT_EQ(typed("fax:0171020225"), "FAX|0171020225");
  EXPECT_EQ(typed("MS:Net/PO/User"), "MS|Net/PO/User");
  EXPECT_EQ(typed("NOTES:Jane Doe/Sales@FABRIKAM"), "NOTES|Jane Doe/Sales@FABRIKAM");
  EXPECT_EQ(typed("FAX:user@(262)5550100"), "FAX|user@(262)5550100");
}

TEST(ParseAddress, reads_one_off_addresses) {
  EXPECT_EQ(typed("[FAX:0171020225]"), "FAX|0171020225");
  EXPECT_EQ(typed("Fax desk[SMS:0171020225] "), "SMS|0171020225");
  EXPECT_EQ(typed("Smith, Jo: sales[fax:1]"), "FAX|1");
  EXPECT_EQ(typed("[smtp:swadmin@corporate.com]"), "SMTP|swadmin@corporate.com");
}

TEST(ParseAddress, reads_addresses_as_mail_programs_write_them) {
  EXPECT_EQ(typed("Jane Doe <jane@fabrikam.com>"), "SMTP|jane@fabrikam.com");
  EXPECT_EQ(typed("\"Doe, Jane\" < jane@fabrikam.com >"), "SMTP|jane@fabrikam.com");
  EXPECT_EQ(typed("Fax desk <FAX:0171>"), "FAX|0171");
  EXPECT_EQ(typed("mailto:jane@fabrikam.com?subject=Hello"), "SMTP|jane@fabrikam.com");
  EXPECT_EQ(typed("MAILTO:jane%2Bfax@fabrikam.com"), "SMTP|jane+fax@fabrikam.com");
  EXPECT_EQ(parsed("Jane <jane@fabrikam.com>").written, "Jane <jane@fabrikam.com>");
  // A type before it: the brackets belong to the value.
  EXPECT_EQ(typed("NOTES:Jane <jane@fabrikam.com>"), "NOTES|Jane <jane@fabrikam.com>");
  EXPECT_THAT(error_of("<>"), HasSubstr("'Name <user@domain>'"));
}

TEST(ParseAddress, looks_names_of_directory_entries_up_whatever_the_domain) {
  const Result<Address> address = parse_address("IMCEAEX-_o=Contoso_cn=doe@fabrikam.com", {});
  ASSERT_TRUE(address.ok());
  EXPECT_EQ(address.value().type, "EX");
  EXPECT_EQ(address.value().value, "/o=Contoso/cn=doe");
}

TEST(ParseAddress, undoes_the_quoting_of_one_off_addresses) {
  EXPECT_EQ(typed(R"([MSPEER:\\\\server\\share])"), R"(MSPEER|\\server\share)");
  EXPECT_EQ(typed(R"([fax:recipient\x0dbuilding])"), "FAX|recipient\rbuilding");
  EXPECT_EQ(typed(R"(Name \[x\][FAX:1\]2])"), "FAX|1]2");
}

TEST(ParseAddress, splits_at_the_first_colon) {
  EXPECT_EQ(typed("[X400:c=US;a= ;dda:FAX=0171]"), "X400|c=US;a= ;dda:FAX=0171");
}

TEST(ParseAddress, reads_x400_in_all_forms) {
  for (std::string_view text :
       {"X400:c=US;a= ;p=Contoso;o=Exchange;s=Doe", "X400:C=us,A= ,P=contoso,O=exchange,S=doe",
        "[X.400:/C=US/ADMD= /PRMD=Contoso/ORG=Exchange/SURNAME=Doe]",
        "c=US;a=;p=Contoso;o=Exchange;s=Doe;"}) {
    const Address address = parsed(text);
    EXPECT_EQ(address.type, "X400") << text;
    ASSERT_TRUE(address.or_address.has_value()) << text;
    EXPECT_EQ(*address.or_address->find("c"), "us") << text;
    EXPECT_EQ(*address.or_address->find("a"), "") << text;
    EXPECT_EQ(*address.or_address->find("p"), "contoso") << text;
    EXPECT_EQ(*address.or_address->find("o"), "exchange") << text;
    EXPECT_EQ(*address.or_address->find("s"), "doe") << text;
  }
}

TEST(ParseAddress, numbers_units_that_have_no_number) {
  const Address address = parsed("X400:c=US;a=A;ou=One;ou=Two");
  EXPECT_EQ(*address.or_address->find("ou1"), "one");
  EXPECT_EQ(*address.or_address->find("ou2"), "two");
}

TEST(ParseAddress, says_what_was_expected) {
  for (std::string_view text : {"", "nobody", "user@", "@contoso.com", "user@con toso.com", "FAX:",
                                "[FAX0171]", "[FAX:1", "[FAX:1] x", R"([FAX:\xZZ])", "user@a..b"}) {
    EXPECT_THAT(error_of(text), HasSubstr("expected 'user@domain'")) << text;
  }
  EXPECT_THAT(error_of("X400:Doe"), HasSubstr("expected attributes such as"));
  EXPECT_THAT(error_of("X400:c=US;colour=red"), HasSubstr("expected attributes such as"));
  EXPECT_THAT(error_of("X400:c=US;c=DE"), HasSubstr("repeated"));
}

TEST(ParseAddress, decodes_for_the_default_accepted_domain_only) {
  EXPECT_EQ(typed("IMCEAFAX-0171020225@contoso.com"), "FAX|0171020225");
  EXPECT_THAT(parsed("imceafax-1@CONTOSO.com").encapsulation, HasSubstr("decoded to 'FAX:1'"));
  EXPECT_EQ(parsed("IMCEAFAX-0171020225@fabrikam.com").type, "SMTP");
  EXPECT_THAT(parsed("IMCEAFAX-1@fabrikam.com").encapsulation, HasSubstr("not the default"));
  EXPECT_EQ(parse_address("IMCEAFAX-1@contoso.com", {}).value().type, "SMTP");
  EXPECT_EQ(typed("IMCEAX400-c=US+3Ba=+20+3Bp=Contoso@contoso.com"), "X400|c=US;a= ;p=Contoso");
}

TEST(ParseAddress, refuses_encapsulated_smtp_and_x500_and_long_ones) {
  EXPECT_NE(parsed("IMCEASMTP-a+40b@contoso.com").refusal, "");
  EXPECT_NE(parsed("IMCEAX500-_O=X@contoso.com").refusal, "");
  EXPECT_EQ(parsed("IMCEAFAX-1@contoso.com").refusal, "");
  const std::string local = "IMCEAFAX-" + std::string(307, '1');
  EXPECT_NE(parsed(local + "@contoso.com").refusal, "");
}

TEST(ParseAddress, reports_bad_encapsulation) {
  EXPECT_THAT(error_of("IMCEAFAX-+2@contoso.com"), HasSubstr("two hexadecimal digits"));
  EXPECT_THAT(error_of("IMCEAFAX-+ZZ@contoso.com"), HasSubstr("two hexadecimal digits"));
  EXPECT_THAT(error_of("IMCEAFAX-a+0Ab@contoso.com"), HasSubstr("control character"));
  EXPECT_EQ(parsed("IMCEAFAX@contoso.com").type, "SMTP");
}

TEST(ParseAddress, survives_any_bytes) {
  for (int c = 0; c < 256; ++c) {
    const std::string byte(1, static_cast<char>(c));
    for (const std::string& text : {byte, byte + byte, "FAX:" + byte, "[FAX:" + byte, "a@" + byte,
                                    "IMCEAFAX-+" + byte + "@contoso.com", "c=" + byte}) {
      (void)parse_address(text, kDefault);
    }
  }
}

TEST(Imcea, encodes_as_the_documents_do) {
  const auto encoded = [](std::string type, std::string value) {
    return encode_imcea({std::move(type), std::move(value)}, "contoso.com");
  };
  EXPECT_EQ(encoded("FAX", "0171020225"), "IMCEAFAX-0171020225@contoso.com");
  EXPECT_EQ(encoded("FAX", "+49 171 020225"), "IMCEAFAX-+2B49+20171+20020225@contoso.com");
  EXPECT_EQ(encoded("FAX", "John Doe@+1 (425) 555-0100"),
            "IMCEAFAX-John+20Doe+40+2B1+20+28425+29+20555-0100@contoso.com");
  EXPECT_EQ(encoded("X400", "c=US;a= ;p=Contoso;o=Exchange;s=Doe;g=John;"),
            "IMCEAX400-c=US+3Ba=+20+3Bp=Contoso+3Bo=Exchange+3Bs=Doe+3Bg=John+3B@contoso.com");
  EXPECT_EQ(encoded("EX", "/O=CONTOSO/OU=SITE/CN=RECIPIENTS/CN=JDOE"),
            "IMCEAEX-_O=CONTOSO_OU=SITE_CN=RECIPIENTS_CN=JDOE@contoso.com");
  EXPECT_EQ(encoded("sms", "0171_020225"), "IMCEASMS-0171+5F020225@contoso.com");
  EXPECT_EQ(encoded("NOTES", "Jane Doe/Sales/Fabrikam@FABRIKAM"),
            "IMCEANOTES-Jane+20Doe_Sales_Fabrikam+40FABRIKAM@contoso.com");
}

TEST(Imcea, decodes_what_it_encodes) {
  for (const TypedAddress& address :
       {TypedAddress{"FAX", "+49 171"}, TypedAddress{"NOTES", "Jane_Doe/A-B=C@D"},
        TypedAddress{"SMS", "M\xC3\xBCller"}}) {
    const Result<TypedAddress> back = decode_imcea(encode_imcea(address, "contoso.com"));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back.value(), address);
  }
}

TEST(Imcea, reads_what_others_wrote) {
  EXPECT_EQ(decode_imcea("IMCEAFAX-Somebody+402505555555@domain.com").value(),
            (TypedAddress{"FAX", "Somebody@2505555555"}));
  EXPECT_EQ(decode_imcea("imceafax-a+3bb@d").value(), (TypedAddress{"FAX", "a;b"}));
  EXPECT_EQ(decode_imcea("IMCEAFAX-M+FCller@d").value(), (TypedAddress{"FAX", "M\xC3\xBCller"}));
  for (std::string_view bad : {"IMCEA-x@d", "IMCEAFAX@d", "IMCEAFAX-+2@d", "IMCEAFAX-+ZZ@d",
                               "IMCEAFAX-@d", "IMCEAFAX-1@", "FAX-1@d"}) {
    EXPECT_FALSE(decode_imcea(bad).ok()) << bad;
  }
}

}  // namespace
}  // namespace connlint
