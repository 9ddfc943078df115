#include "linter/model/certificate_name.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(ParseCertificateName, takes_issuer_and_subject_apart) {
  const auto name = parse_certificate_name("<I>CN=CA, O=Example<S>CN=mail.contoso.com");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->issuer, "CN=CA, O=Example");
  EXPECT_EQ(name->subject, "CN=mail.contoso.com");
  EXPECT_TRUE(parse_certificate_name("<i>CN=CA<s>CN=A"));
}

TEST(ParseCertificateName, refuses_other_forms) {
  for (const char* text : {"", "mail.contoso.com", "CN=mail.contoso.com", "<I>CN=CA", "<S>CN=A",
                           "<S>CN=A<I>CN=CA", "<I><S>CN=A", "<I>CN=CA<S>"}) {
    EXPECT_FALSE(parse_certificate_name(text)) << text;
  }
}

TEST(CertificateKey, is_the_same_however_the_name_is_written) {
  Object certificate(ObjectKind::certificate, {});
  certificate.set({.property = Property::issuer, .where = {}, .value = std::string("CN=CA,O=X")});
  certificate.set({.property = Property::subject, .where = {}, .value = std::string("cn=a")});

  EXPECT_EQ(certificate_key(certificate), key_of({.issuer = "CN=CA, O=x", .subject = "CN=A"}));
  EXPECT_NE(certificate_key(certificate), key_of({.issuer = "CN=A", .subject = "CN=CA, O=x"}));
}

}  // namespace
}  // namespace connlint
