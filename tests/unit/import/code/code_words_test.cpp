// Words, addresses and time spans as PowerShell and .NET take them (about_Enum; TimeSpan.Parse),
// and parameters that a cmdlet does not have.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "linter/import/code/words.h"
#include "tests/support/imported.h"
#include "tests/unit/import/code/code_script.h"

namespace connlint::test {
namespace {

/// `PROPERTY=VALUE` of each value that is refused.
std::vector<std::string> refused(const CodeScript& code) {
  std::vector<std::string> out;
  for (const InvalidValue& invalid : code.found().invalid_values) {
    out.push_back(invalid.property + "=" + invalid.value);
  }
  return out;
}

std::vector<std::string> refused(const std::string& script) { return refused(CodeScript(script)); }

using Texts = std::vector<std::string>;

TEST(CodeWordsTest, TimeSpansOfEveryFormOfDotnet) {
  EXPECT_EQ(dotnet_time_span("00:10:00"), "00:10:00");
  EXPECT_EQ(dotnet_time_span("00:10"), "00:10:00");
  EXPECT_EQ(dotnet_time_span("6"), "6.00:00:00");
  EXPECT_EQ(dotnet_time_span("1.02:03:04"), "1.02:03:04");
  EXPECT_EQ(dotnet_time_span("1:00:00:00"), "1.00:00:00");
  EXPECT_EQ(dotnet_time_span("0.00:10:00"), "00:10:00");
  EXPECT_EQ(dotnet_time_span("1.02:03"), "1.02:03:00");
  EXPECT_EQ(dotnet_time_span("24:00:00"), "24.00:00:00") << "more than 23 hours are days";
  EXPECT_EQ(dotnet_time_span("00:00:00.5"), "00:00:00.5000000");
  EXPECT_EQ(dotnet_time_span("-00:01:00"), "-00:01:00");
  for (const char* text : {"", "a", "00:60:00", "00:00:60", "1.24:00:00", "00:00:00.", "1:2:3:4:5",
                           "00:10:00x", "10m", "1,5"}) {
    EXPECT_FALSE(dotnet_time_span(text)) << text;
  }
}

TEST(CodeWordsTest, ShortenedWordsAreWhatTheyMean) {
  const CodeScript code(
      "New-ReceiveConnector Relay -Server EX16A -Bindings 0.0.0.0:25 -RemoteIPRanges "
      "192.0.2.1 -TransportRole frontend -PermissionGroups anon,Partners -AuthMechanism "
      "'tls, Integ' -ProtocolLoggingLevel v");
  const Object& relay = code.named("Relay");
  EXPECT_EQ(relay.text(Property::transport_role), "FrontendTransport");
  EXPECT_EQ(relay.text(Property::permission_groups), "AnonymousUsers, Partners");
  EXPECT_EQ(relay.text(Property::auth_mechanism), "Tls, Integrated");
  EXPECT_EQ(relay.text(Property::protocol_logging_level), "Verbose");
  EXPECT_EQ(code.notes(), "");
  EXPECT_TRUE(code.found().invalid_values.empty());
}

TEST(CodeWordsTest, AWordThatNoEnumerationHasIsRefused) {
  const CodeScript code(
      "New-SendConnector S -AddressSpaces a.com -SmartHostAuthMechanism Basic "
      "-TlsAuthLevel Opportunistic -Port 25");
  EXPECT_EQ(refused(code), (Texts{"SmartHostAuthMechanism=Basic", "TlsAuthLevel=Opportunistic"}));
  EXPECT_EQ(code.found().invalid_values[0].nearest, (Texts{"BasicAuth", "BasicAuthRequireTLS"}));
  EXPECT_EQ(code.found().invalid_values[1].expected,
            "one of EncryptionOnly, CertificateValidation, DomainValidation");
  EXPECT_FALSE(code.named("S").states(Property::tls_auth_level));
  EXPECT_EQ(code.named("S").number(Property::port), 25);
  EXPECT_EQ(refused("New-OutboundConnector O -TlsSettings Required"),
            Texts{"TlsSettings=Required"});
  EXPECT_EQ(refused("New-AcceptedDomain a.com -DomainType Relay"), Texts{"DomainType=Relay"});
  EXPECT_EQ(refused("Set-ReceiveConnector R -AuthMechanism Tls,Ntlm"), Texts{"AuthMechanism=Ntlm"});
}

TEST(CodeWordsTest, ANumberInPlaceOfAWordIsUnknown) {
  const CodeScript code("Set-SendConnector S -ProtocolLoggingLevel 1");
  EXPECT_TRUE(code.found().invalid_values.empty());
  EXPECT_FALSE(code.named("S").states(Property::protocol_logging_level));
  EXPECT_NE(code.notes().find("is the number 1"), std::string::npos);
}

TEST(CodeWordsTest, AddressesThatAreNoneAreRefused) {
  EXPECT_EQ(
      refused(
          "Set-ReceiveConnector R -RemoteIPRanges '$ip','10.0.0.300','10.0.0.0/33',gw.contoso.com"),
      (Texts{"RemoteIPRanges=$ip", "RemoteIPRanges=10.0.0.300", "RemoteIPRanges=10.0.0.0/33",
             "RemoteIPRanges=gw.contoso.com"}));
  EXPECT_EQ(refused("Set-ReceiveConnector R -RemoteIPRanges @{Add='10.0.0.256'}"),
            Texts{"RemoteIPRanges=10.0.0.256"});
  EXPECT_EQ(refused("Set-ReceiveConnector R -Bindings '0.0.0.0:99999'"),
            Texts{"Bindings=0.0.0.0:99999"});
  EXPECT_EQ(refused("Set-ReceiveConnector R -RemoteIPRanges "
                    "10.0.0.1,10.0.0.1-10.0.0.9,10.0.0.0/8,'10.0.0.0(255.0.0.0)','::','fe80::1%11',"
                    "'2001:db8::/32' -Bindings 0.0.0.0:25,'[::]:25'"),
            Texts{});
}

TEST(CodeWordsTest, TimeSpansThatAreNoneAreRefused) {
  EXPECT_EQ(refused("Set-SendConnector S -ConnectionInactivityTimeOut 10m"),
            Texts{"ConnectionInactivityTimeOut=10m"});
  const CodeScript code("Set-SendConnector S -ConnectionInactivityTimeOut 00:10");
  EXPECT_EQ(code.named("S").text(Property::connection_inactivity_timeout), "00:10:00");
  const CodeScript number("Set-SendConnector S -ConnectionInactivityTimeOut 1");
  EXPECT_FALSE(number.named("S").states(Property::connection_inactivity_timeout));
  EXPECT_TRUE(number.found().invalid_values.empty());
}

TEST(CodeWordsTest, AnUnknownParameterCostsTheObjectNothing) {
  const CodeScript code("New-ForeignConnector Fax -AddressSpaces 'FAX:*;1' -SmartHosts a -Strange");
  EXPECT_TRUE(code.named("Fax").states(Property::address_spaces));
  ASSERT_EQ(code.found().unknown_keys.size(), 2U);
  EXPECT_EQ(code.found().unknown_keys[0].key, "SmartHosts");
  EXPECT_EQ(code.found().unknown_keys[0].object, "Fax");
  EXPECT_EQ(code.found().unknown_keys[0].command, "New-ForeignConnector");
  EXPECT_EQ(code.notes(), "");
}

TEST(CodeWordsTest, NewParametersAreKnown) {
  const CodeScript code(
      "New-OutboundConnector O -RecipientDomains a.com -SmtpDaneMode Mandatory "
      "-MtaStsMode Opportunistic\nNew-InboundConnector I -SenderDomains a.com "
      "-ClientHostNames mx.a.com\nSet-AcceptedDomain a.com -MailFlowRegion EUR");
  EXPECT_TRUE(code.found().unknown_keys.empty());
  EXPECT_EQ(code.notes(), "");
}

}  // namespace
}  // namespace connlint::test
