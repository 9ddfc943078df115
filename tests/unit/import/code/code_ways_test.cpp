// What stays certain where only a run tells which way a script takes, and which objects a command
// is about.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/imported.h"
#include "tests/unit/import/code/code_script.h"

namespace connlint::test {
namespace {

using Texts = std::vector<std::string>;

/// Whether the script makes one connector 'Fax' with the space FAX:*;1 and DNS routing.
bool makes_fax(const CodeScript& code) {
  return code.found().objects.size() == 1 && code.has("Fax") &&
         words(code.named("Fax").spaces(Property::address_spaces)) == Texts{"FAX:*;1"} &&
         code.named("Fax").flag(Property::dns_routing) == true;
}

const std::string kNew =
    "New-SendConnector -Name Fax -AddressSpaces 'FAX:*;1' -DNSRoutingEnabled $true";
const std::string kSet = "Set-SendConnector Fax -AddressSpaces 'FAX:*;1' -DNSRoutingEnabled $true";

TEST(CodeWaysTest, WhatBothBranchesSayIsKnown) {
  for (const std::string& script : {
           "if ($c) { " + kSet + " } else { " + kNew + " }",
           "if (!$c) { " + kNew + " } else { " + kSet + " }",
           "if ($c) { " + kSet + "; return }\n" + kNew,
           "if ($c) { " + kNew + " } elseif ($d) { " + kNew + " } else { " + kNew + " }",
           "switch ($c) { 1 { " + kNew + " } default { " + kSet + " } }",
           "$c = Get-SendConnector | Where-Object { $_.Name -eq 'Fax' }\nif (!$c) { " + kNew +
               " } else { Set-SendConnector -Identity $c.Identity -AddressSpaces 'FAX:*;1' "
               "-DNSRoutingEnabled $true }",
           "$c = Get-SendConnector Fax\nif ($c) { $c | Set-SendConnector -AddressSpaces 'FAX:*;1' "
           "-DNSRoutingEnabled $true } else { " +
               kNew + " }",
       }) {
    const CodeScript code(script);
    EXPECT_TRUE(makes_fax(code)) << script << "\n" << code.notes();
    EXPECT_EQ(code.notes(), "") << script;
  }
}

TEST(CodeWaysTest, WhatTheyDisagreeOnIsUnknown) {
  const CodeScript code(
      "if ($c) { Set-SendConnector Fax -AddressSpaces 'FAX:*;1' -Port 25 -Fqdn a }\n"
      "else { New-SendConnector Fax -AddressSpaces 'FAX:*;1' -Port 26 }");
  const Object& fax = code.named("Fax");
  EXPECT_TRUE(fax.states(Property::address_spaces));
  EXPECT_FALSE(fax.states(Property::port));
  EXPECT_FALSE(fax.states(Property::fqdn)) << "New- makes it without one";
}

TEST(CodeWaysTest, OneBranchAloneLeavesWhetherItIsThereOpen) {
  const CodeScript code("if ($c) { " + kNew + " }");
  EXPECT_TRUE(makes_fax(code));
  EXPECT_EQ(code.notes(),
            "note: whether 'New-SendConnector' runs, and so whether connector 'Fax' is there, is "
            "only known when the code runs; taken as there\n");
}

TEST(CodeWaysTest, ASetThatMayNotRunSaysNothing) {
  const CodeScript code("if ($c) { " + kSet + " }");
  EXPECT_TRUE(code.has("Fax"));
  EXPECT_FALSE(code.named("Fax").states(Property::address_spaces));
}

TEST(CodeWaysTest, ABranchInABranch) {
  const CodeScript code("if ($a) { if ($b) { " + kNew + " } else { " + kNew + " } } else { " +
                        kSet + " }");
  EXPECT_TRUE(makes_fax(code));
  EXPECT_EQ(code.notes(), "");
}

TEST(CodeWaysTest, RemovedAndMadeAgain) {
  const CodeScript code(
      "New-SendConnector Fax -AddressSpaces 'FAX:*;9' -Port 26\n"
      "Remove-SendConnector Fax -Confirm:$false\n" +
      kNew);
  EXPECT_TRUE(makes_fax(code)) << code.notes();
  EXPECT_EQ(code.named("Fax").number(Property::port), 25);  // The default of New-SendConnector.
  EXPECT_EQ(code.notes(), "");
}

TEST(CodeWaysTest, EveryConnectorIsChanged) {
  const CodeScript code(
      "New-SendConnector A -AddressSpaces a.com\nNew-SendConnector B -AddressSpaces b.com\n"
      "Get-SendConnector | Set-SendConnector -ProtocolLoggingLevel Verbose\n"
      "foreach ($c in Get-SendConnector) { Set-SendConnector $c -Enabled $true }");
  for (const char* name : {"A", "B"}) {
    EXPECT_EQ(code.named(name).text(Property::protocol_logging_level), "Verbose");
  }
}

TEST(CodeWaysTest, SomeConnectorMayBeChanged) {
  const CodeScript code(
      "New-SendConnector A -AddressSpaces a.com -Port 25\nNew-SendConnector B "
      "-AddressSpaces b.com -Port 26\nSet-SendConnector $x -Port 25");
  EXPECT_EQ(code.named("A").number(Property::port), 25);
  EXPECT_FALSE(code.named("B").states(Property::port));
}

TEST(CodeWaysTest, APipedNameIsAnIdentity) {
  const CodeScript code(
      "New-SendConnector A -AddressSpaces a.com\n'A' | Set-SendConnector -Port 26");
  EXPECT_EQ(code.named("A").number(Property::port), 26);
}

TEST(CodeWaysTest, LoopsMakeTheirConnectors) {
  const CodeScript code(
      "$all = @( @{ Name = 'Fax'; AddressSpaces = 'FAX:*;1' }\n"
      "@{ Name = 'Sms'; AddressSpaces = 'SMS:*;1' } )\n"
      "foreach ($c in $all) { New-SendConnector @c -SmartHosts \"$($c.Name).contoso.com\" }");
  EXPECT_EQ(words(code.named("Sms").names(Property::smart_hosts)), Texts{"Sms.contoso.com"});
  EXPECT_EQ(words(code.named("Fax").spaces(Property::address_spaces)), Texts{"FAX:*;1"});
  EXPECT_EQ(code.notes(), "");
}

TEST(CodeWaysTest, AConditionalKeyIsOnePropertyThatIsUnknown) {
  const CodeScript code(
      "$p = @{ Name = 'Relay'; Server = 'EX16A'; Bindings = '0.0.0.0:25' }\n"
      "if ($banner) { $p.Add('Banner', $banner) }\nNew-ReceiveConnector @p");
  const Object& relay = code.named("Relay");
  EXPECT_EQ(words(relay.names(Property::bindings)), Texts{"0.0.0.0:25"});
  EXPECT_EQ(relay.text(Property::server), "EX16A");
  EXPECT_FALSE(relay.states(Property::banner));
  ASSERT_EQ(code.found().lost_values.size(), 1U) << code.notes();
  EXPECT_EQ(code.found().lost_values.front().property, "Banner");
}

TEST(CodeWaysTest, ANameKnownInPartIsAnObjectWithoutName) {
  const CodeScript code("New-SendConnector -Name \"Relay $env:X\" -AddressSpaces a.com -Port 26");
  ASSERT_EQ(code.found().objects.size(), 1U);
  EXPECT_EQ(code.found().objects.front().name(), "");
  EXPECT_EQ(code.found().objects.front().number(Property::port), 26);
  EXPECT_EQ(code.found().lost_values.size(), 1U);
  const CodeScript unknown("New-SendConnector -Name $name -AddressSpaces a.com -Port 26");
  EXPECT_TRUE(unknown.found().objects.empty());
}

TEST(CodeWaysTest, OneNoteForOneObjectAndReason) {
  const CodeScript code(
      "New-SendConnector A -AddressSpaces $x -SmartHosts $x -SourceTransportServers $x");
  EXPECT_EQ(
      code.notes(),
      "note: 'AddressSpaces', 'SmartHosts', 'SourceTransportServers' of connector 'A' are only "
      "known when the code runs; taken as unknown\n");
}

TEST(CodeWaysTest, ManyCommandsAboutEveryConnectorCostNoMore) {
  constexpr int kMany = 3000;
  std::string script;
  for (int i = 0; i < kMany; ++i) {
    script += "New-SendConnector C" + std::to_string(i) + " -AddressSpaces a.com\n";
  }
  for (const char* command : {"Get-SendConnector | Set-SendConnector -Comment x\n",
                              "Set-SendConnector $x -Comment y\n", "Remove-SendConnector $x\n"}) {
    for (int i = 0; i < kMany; ++i) script += command;
  }
  const CodeScript code(script);
  EXPECT_EQ(code.found().objects.size(), static_cast<std::size_t>(kMany));
  EXPECT_LT(code.found().lost_values.size(), static_cast<std::size_t>(4 * kMany));
}

constexpr const char* kAnyone = "-User 'NT AUTHORITY\\ANONYMOUS LOGON' -ExtendedRights ";
const Texts kRelay = {"NT AUTHORITY\\ANONYMOUS LOGON=ms-Exch-SMTP-Accept-Any-Recipient"};
const std::string kRelayConnector =
    "New-ReceiveConnector Relay -Server EX16A -Custom -Bindings 0.0.0.0:26 -RemoteIPRanges "
    "192.0.2.1\n";

TEST(CodePermissionsTest, RightsAreEntriesOfTheConnector) {
  for (const char* target :
       {"Get-ReceiveConnector 'EX16A\\Relay' | Add-ADPermission ",
        "Get-ReceiveConnector -Identity 'EX16A\\Relay' | Add-ADPermission ",
        "$c = Get-ReceiveConnector 'EX16A\\Relay'\n$c | Add-ADPermission ",
        "Get-ReceiveConnector | Add-ADPermission ", "Add-ADPermission 'EX16A\\Relay' ",
        "Add-ADPermission -Identity (Get-ReceiveConnector 'EX16A\\Relay').Identity "}) {
    const CodeScript code(kRelayConnector + target + kAnyone + "ms-Exch-SMTP-Accept-Any-Recipient");
    EXPECT_EQ(words(code.named("Relay").names(Property::extended_right_allow_entries)), kRelay)
        << target << code.notes();
  }
}

TEST(CodePermissionsTest, AConnectorThatOnlyGetsARightIsNamed) {
  const CodeScript code("Get-ReceiveConnector 'EX16A\\Relay' | Add-ADPermission " +
                        std::string(kAnyone) + "ms-Exch-SMTP-Accept-Any-Recipient");
  EXPECT_EQ(words(code.named("Relay").names(Property::extended_right_allow_entries)), kRelay);
  EXPECT_EQ(code.named("Relay").text(Property::server), "EX16A");
}

TEST(CodePermissionsTest, SeveralRightsDeniedAndRemoved) {
  const CodeScript code(
      kRelayConnector +
      "Add-ADPermission 'EX16A\\Relay' -User A -ExtendedRights r1,r2\n"
      "Add-ADPermission 'EX16A\\Relay' -User B -ExtendedRights r3 -Deny\n"
      "Remove-ADPermission 'EX16A\\Relay' -User a -ExtendedRights R1 -Confirm:$false");
  const Object& relay = code.named("Relay");
  EXPECT_EQ(words(relay.names(Property::extended_right_allow_entries)), Texts{"A=r2"});
  EXPECT_EQ(words(relay.names(Property::extended_right_deny_entries)), Texts{"B=r3"});
}

TEST(CodePermissionsTest, RightsOnMailboxesAreNothingHere) {
  const CodeScript code(
      "Get-Mailbox Kim | Add-ADPermission -User Pat -ExtendedRights 'Send As'\n"
      "Remove-ADPermission -Identity Kim -User Pat -ExtendedRights 'Send As'");
  EXPECT_TRUE(code.found().objects.empty());
  EXPECT_EQ(code.notes(), "");
}

TEST(CodePermissionsTest, ResourcesStateRightsInThreeForms) {
  for (const char* entries :
       {"@(MSFT_KeyValuePair { Key = 'NT AUTHORITY\\ANONYMOUS LOGON'; Value = "
        "'ms-Exch-SMTP-Accept-Any-Recipient' })",
        "@{ 'NT AUTHORITY\\ANONYMOUS LOGON' = 'ms-Exch-SMTP-Accept-Any-Recipient' }",
        "@(@{ Key = 'NT AUTHORITY\\ANONYMOUS LOGON'; Value = "
        "'ms-Exch-SMTP-Accept-Any-Recipient' })"}) {
    const CodeScript code(
        "Configuration C { Node EX16A { ExchReceiveConnector R { Identity = "
        "'EX16A\\Relay'; ExtendedRightAllowEntries = " +
        std::string(entries) + " } } }");
    EXPECT_EQ(words(code.named("Relay").names(Property::extended_right_allow_entries)), kRelay)
        << entries << code.notes();
  }
}

}  // namespace
}  // namespace connlint::test
