#include "linter/import/cmdlet/cmdlet_values.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cmdlet_records.h"

namespace connlint {
namespace {

using test::CmdletImport;
using test::kBelowConnections;
using test::kBelowServers;
using test::list;
using test::null;
using test::object;
using test::reference;
using test::send;
using test::text;
using test::untyped;
using test::ValueDraft;
using test::words;
using testing::ElementsAre;
using testing::SizeIs;

TEST(CmdletValues, ReadsTheNestedObjectsOfALocalShell) {
  const CmdletImport import({send({
      {"AddressSpaces", list({object("FAX:*;1", {{"Address", text("*")}, {"Type", text("FAX")}})})},
      {"SmartHosts", list({object("[192.0.2.20]", {{"Domain", null()}})})},
      {"SourceTransportServers", list({reference("EX07A", kBelowServers, "EX07A")})},
      {"HomeMTA", reference("Microsoft MTA,CN=EX07A", kBelowServers, "Microsoft MTA")},
      {"MaxMessageSize", object("Unlimited", {{"IsUnlimited", text("true")}})},
      {"ConnectionInactivityTimeOut", object("00:10:00", {{"Minutes", text("10")}})},
      {"ErrorPolicies", object("Default", {})},
      {"DistinguishedName", text("CN=Fax" + kBelowConnections)},
  })});

  const Object& fax = import.only();
  EXPECT_THAT(words(fax.spaces(Property::address_spaces)), ElementsAre("FAX:*;1"));
  EXPECT_THAT(words(fax.names(Property::smart_hosts)), ElementsAre("[192.0.2.20]"));
  EXPECT_THAT(words(fax.names(Property::source_servers)), ElementsAre("EX07A"));
  EXPECT_EQ(fax.text(Property::home_mta_server_id), "EX07A");
  EXPECT_TRUE(fax.get<Size>(Property::max_message_size)->unlimited);
  EXPECT_EQ(fax.text(Property::connection_inactivity_timeout), "00:10:00");
  EXPECT_EQ(fax.text(Property::error_policies), "Default");
  EXPECT_EQ(fax.text(Property::home),
            "Exchange Administrative Group (FYDIBOHF23SPDLT)\\Exchange Routing Group "
            "(DWBGZMFD01QNBJR)");
  EXPECT_EQ(*import.found().organization_name, "Contoso");
}

TEST(CmdletValues, ReadsTheObjectsWithoutDisplayTextOfJson) {
  const CmdletImport import({send({
      {"AddressSpaces", list({object("", {{"Address", text("c=DE;a=DBP;p=Contoso")},
                                          {"Type", text("X400")},
                                          {"Cost", text("3")}})})},
      {"SmartHosts", list({object("", {{"Address", text("192.0.2.30")},
                                       {"IsIPAddress", text("true")},
                                       {"Domain", null()}}),
                           object("", {{"Address", text("0.0.0.0")},
                                       {"IsIPAddress", text("false")},
                                       {"Domain", text("gw1.fabrikam.example")}}),
                           object("", {{"Address", object("", {{"AddressFamily", text("2")},
                                                               {"Address", text("335675584")}})},
                                       {"IsIPAddress", text("true")},
                                       {"Domain", null()}})})},
      {"SourceIPAddress", object("", {{"AddressFamily", text("2")}, {"Address", text("0")}})},
      {"SourceTransportServers", list({reference("EX07B", kBelowServers, "")})},
      {"MaxMessageSize", object("", {{"IsUnlimited", text("true")}, {"Value", null()}})},
      {"ConnectionInactivityTimeOut", object("", {{"Days", text("1")},
                                                  {"Hours", text("0")},
                                                  {"Minutes", text("10")},
                                                  {"Seconds", text("0")}})},
      {"TlsCertificateName", object("", {{"CertificateSubject", text("CN=mail.contoso.com")},
                                         {"CertificateIssuer", text("CN=Contoso CA")}})},
      {"TlsDomain",
       object("", {{"Address", text("*.fabrikam.example")}, {"Domain", text("fabrikam.example")}})},
      {"WhenChanged", text("/Date(1228209330000)/")},
  })});

  const Object& fax = import.only();
  EXPECT_THAT(words(fax.spaces(Property::address_spaces)),
              ElementsAre("X400:c=DE;a=DBP;p=Contoso;3"));
  // 335675584 is 0x140200C0: 192, 0, 2, 20 from the lowest octet on.
  EXPECT_THAT(words(fax.names(Property::smart_hosts)),
              ElementsAre("[192.0.2.30]", "gw1.fabrikam.example", "[192.0.2.20]"));
  EXPECT_EQ(fax.text(Property::source_ip_address), "0.0.0.0");
  EXPECT_THAT(words(fax.names(Property::source_servers)), ElementsAre("EX07B"));
  EXPECT_TRUE(fax.get<Size>(Property::max_message_size)->unlimited);
  EXPECT_EQ(fax.text(Property::connection_inactivity_timeout), "1.00:10:00");
  EXPECT_EQ(fax.text(Property::tls_certificate_name), "<I>CN=Contoso CA<S>CN=mail.contoso.com");
  EXPECT_EQ(fax.text(Property::tls_domain), "*.fabrikam.example");
  EXPECT_EQ(fax.number(Property::changed), parse_time("2008-12-02T09:15:30Z"));
}

TEST(CmdletValues, TakesWhatADepthLimitCutOffAsLost) {
  const CmdletImport import({send({
      {"MaxMessageSize", object("", {{"IsUnlimited", text("false")}, {"Value", object("", {})}})},
  })});

  EXPECT_FALSE(import.only().states(Property::max_message_size));
  ASSERT_THAT(import.found().lost_values, SizeIs(1));
  EXPECT_EQ(import.found().lost_values.front().kind, LostValue::Kind::depth);
  EXPECT_EQ(import.found().lost_values.front().object, "Fax");
  EXPECT_EQ(import.found().lost_values.front().property, "MaxMessageSize");
}

TEST(CmdletValues, TakesNumbersOfEnumerationsAsLost) {
  const CmdletImport import({send({
      {"SmartHostAuthMechanism", text("2")},
      {"TlsAuthLevel", text("3")},
      {"Port", text("25")},
      {"Comment", text("4711")},
  })});

  const Object& fax = import.only();
  EXPECT_FALSE(fax.states(Property::smart_host_auth_mechanism));
  EXPECT_FALSE(fax.states(Property::tls_auth_level));
  EXPECT_EQ(fax.number(Property::port), 25);
  EXPECT_EQ(fax.text(Property::comment), "4711");
  ASSERT_THAT(import.found().lost_values, SizeIs(2));
  EXPECT_EQ(import.found().lost_values.front().kind, LostValue::Kind::numeric_enumeration);
}

TEST(CmdletValues, EndsOnCirclesAndOnDeepNesting) {
  ValueDraft deep = object("", {});
  for (int i = 0; i < 60; ++i) deep = object("", {{"Value", deep}});
  const CmdletImport import(
      {send({{"MaxMessageSize", deep}, {"Fqdn", deep}}), untyped({{"X", deep}})});

  EXPECT_FALSE(import.only().states(Property::fqdn));
}

}  // namespace
}  // namespace connlint
