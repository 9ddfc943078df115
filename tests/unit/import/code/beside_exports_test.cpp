// What commands make of what exports state: contract of code beside an export. Defaults are those
// of the cmdlet reference.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/import/import.h"
#include "linter/import/join/join.h"
#include "linter/import/organization_file/show.h"
#include "linter/source/source_store.h"

namespace connlint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Effect = CommandOutcome::Effect;

/// An organisation file beside scripts.
class Changed {
 public:
  Changed(std::string organization, std::string script)
      : Changed(std::move(organization), {{"change.ps1", std::move(script)}}) {}
  Changed(std::string organization, std::vector<std::pair<std::string, std::string>> scripts) {
    std::vector<ImportedObjects> exports;
    if (!organization.empty()) {
      exports.push_back(import_file(store_.add("organization.yaml", std::move(organization)),
                                    *format_named("yaml")));
    }
    std::vector<CodeFile> code;
    for (auto& [name, text] : scripts) {
      code.push_back({&store_.add(name, std::move(text)), format_named("powershell"), {}});
    }
    result_ = join(std::move(exports), notes_, code);
  }

  [[nodiscard]] const Organization& result() const { return result_; }
  [[nodiscard]] std::string shown() const { return write_yaml(result_); }
  [[nodiscard]] std::string notes() const {
    std::string text;
    for (const Note& note : notes_) text += note.message + "\n";
    return text;
  }
  [[nodiscard]] const Connector& only() const {
    EXPECT_THAT(result_.connectors, SizeIs(1));
    return result_.connectors.at(0);
  }
  [[nodiscard]] std::vector<Effect> effects() const {
    std::vector<Effect> effects;
    for (const CommandOutcome& command : result_.commands) effects.push_back(command.effect);
    return effects;
  }
  [[nodiscard]] std::vector<std::string> spaces() const {
    std::vector<std::string> out;
    for (const AddressSpace& space : only().address_spaces()) out.push_back(to_text(space));
    return out;
  }
  [[nodiscard]] std::string at(Span where) const { return std::string(store_.text(where)); }

 private:
  SourceStore store_;
  std::vector<Note> notes_;
  Organization result_;
};

const std::string kFax =
    "connlint: 1\n"
    "connectors:\n"
    "  - name: Fax\n"
    "    kind: send\n"
    "    address_spaces: ['FAX:*;1', 'SMS:*;1']\n"
    "    smart_hosts: [fax.contoso.com]\n"
    "    dns_routing: false\n"
    "    require_tls: true\n";

TEST(CodeBesideExports, NewBesideAnExportMakesAnObjectWithTheDocumentedDefaults) {
  const Changed in(kFax, "New-SendConnector -Name Internet -AddressSpaces 'SMTP:*;1'\n");

  ASSERT_THAT(in.result().connectors, SizeIs(2));
  const Connector& made = in.result().connectors[1];
  EXPECT_EQ(made.name(), "Internet");
  EXPECT_EQ(made.flag(Property::require_tls), false);
  EXPECT_EQ(made.flag(Property::enabled), true);
  EXPECT_EQ(made.flag(Property::dns_routing), true);
  EXPECT_EQ(made.scope, Scope::organization);
  EXPECT_EQ(made.number(Property::port), 25);
  EXPECT_FALSE(made.states(Property::max_message_size));
  EXPECT_FALSE(made.states(Property::source_servers));
  EXPECT_THAT(in.result().conflicts, IsEmpty());
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied));
}

TEST(CodeBesideExports, NewWithSmartHostsDoesNotRouteByDns) {
  const Changed in(
      "", "New-SendConnector -Name Fax -AddressSpaces 'FAX:*;1' -SmartHosts fax.contoso.com\n");

  EXPECT_EQ(in.only().flag(Property::dns_routing), false);
}

TEST(CodeBesideExports, NewWithSmartHostsThatOnlyARunTellsLeavesDnsRoutingUnknown) {
  const Changed in("", "New-SendConnector -Name Fax -AddressSpaces 'FAX:*;1' -SmartHosts $hosts\n");

  EXPECT_FALSE(in.only().states(Property::dns_routing));
}

TEST(CodeBesideExports, AcceptedDomainsAreAuthoritativeUnlessTheCommandSaysOtherwise) {
  const Changed in("", "New-AcceptedDomain -Name Own -DomainName contoso.com\n");

  ASSERT_THAT(in.result().accepted_domains, SizeIs(1));
  EXPECT_EQ(in.result().accepted_domains[0].text(Property::type), "authoritative");
}

TEST(CodeBesideExports, SetReplacesWhatItNamesAndNothingElse) {
  const Changed in(kFax, "Set-SendConnector Fax -AddressSpaces 'FAX:49*;5'\n");

  EXPECT_THAT(in.spaces(), ElementsAre("FAX:49*;5"));
  EXPECT_EQ(in.only().flag(Property::require_tls), true);
  EXPECT_EQ(in.at(in.only().place_of(Property::address_spaces)), "FAX:49*;5");
  EXPECT_THAT(in.result().conflicts, IsEmpty());
}

TEST(CodeBesideExports, AddAndRemoveChangeAList) {
  const Changed in(kFax,
                   "Set-SendConnector Fax -AddressSpaces @{Add='MMS:*;1','FAX:*;1';"
                   "Remove='SMS:*;1','X:*;1'}\n");

  EXPECT_THAT(in.spaces(), ElementsAre("FAX:*;1", "MMS:*;1"));
}

TEST(CodeBesideExports, AddingASpaceAtAnotherCostIsUnknown) {
  const Changed in(kFax, "Set-SendConnector Fax -AddressSpaces @{Add='FAX:*;7'}\n");

  EXPECT_FALSE(in.only().states(Property::address_spaces));
  EXPECT_THAT(in.result().lost_values, SizeIs(1));
}

TEST(CodeBesideExports, RemoveTakesAway) {
  const Changed in(kFax, "Remove-SendConnector Fax -Confirm:$false\n");

  EXPECT_THAT(in.result().connectors, IsEmpty());
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied));
}

TEST(CodeBesideExports, NewOfWhatExistsFailsAndChangesNothing) {
  const Changed in(kFax, "New-SendConnector fax -AddressSpaces 'SMTP:*;1'\n");

  EXPECT_THAT(in.spaces(), ElementsAre("FAX:*;1", "SMS:*;1"));
  ASSERT_THAT(in.effects(), ElementsAre(Effect::exists));
  ASSERT_TRUE(in.result().commands[0].existing);
  EXPECT_EQ(in.at(*in.result().commands[0].existing), "Fax");
}

TEST(CodeBesideExports, NewTwiceInAScriptFailsTheSecondTime) {
  const Changed in("",
                   "New-SendConnector Fax -AddressSpaces 'FAX:*;1'\n"
                   "New-SendConnector Fax -AddressSpaces 'SMTP:*;1'\n");

  EXPECT_THAT(in.spaces(), ElementsAre("FAX:*;1"));
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied, Effect::exists));
}

TEST(CodeBesideExports, NewAfterRemoveMakesItAgain) {
  const Changed in(kFax,
                   "Remove-SendConnector Fax\n"
                   "New-SendConnector Fax -AddressSpaces 'SMTP:*;1'\n");

  EXPECT_THAT(in.spaces(), ElementsAre("SMTP:*;1"));
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied, Effect::applied));
}

TEST(CodeBesideExports, ReceiveConnectorsOfOneNameOnTwoServersAreTwo) {
  const Changed in("",
                   "New-ReceiveConnector Relay -Server EX01 -Bindings 0.0.0.0:2525\n"
                   "New-ReceiveConnector Relay -Server EX02 -Bindings 0.0.0.0:2525\n"
                   "New-ReceiveConnector Relay -Server EX02 -Bindings 0.0.0.0:2525\n");

  EXPECT_THAT(in.result().connectors, SizeIs(2));
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied, Effect::applied, Effect::exists));
}

TEST(CodeBesideExports, SetByServerAndNameChangesThatOne) {
  const Changed in("",
                   "New-ReceiveConnector Relay -Server EX01\n"
                   "New-ReceiveConnector Relay -Server EX02\n"
                   "Set-ReceiveConnector 'EX02\\Relay' -Banner '220 x'\n");

  ASSERT_THAT(in.result().connectors, SizeIs(2));
  EXPECT_FALSE(in.result().connectors[0].states(Property::banner));
  EXPECT_EQ(in.result().connectors[1].text(Property::banner), "220 x");
}

TEST(CodeBesideExports, SetOfAReceiveConnectorThatMayBeAnyOfTwoMakesBothUnknown) {
  const Changed in("",
                   "New-ReceiveConnector Relay -Server EX01 -RequireTLS $false\n"
                   "New-ReceiveConnector Relay -Server EX02 -RequireTLS $true\n"
                   "Set-ReceiveConnector Relay -RequireTLS $true\n");

  ASSERT_THAT(in.result().connectors, SizeIs(2));
  EXPECT_FALSE(in.result().connectors[0].states(Property::require_tls));
  EXPECT_EQ(in.result().connectors[1].flag(Property::require_tls), true);
}

TEST(CodeBesideExports, AcceptedDomainsAreFoundByNameAndByDomain) {
  const Changed in("",
                   "New-AcceptedDomain -Name Own -DomainName contoso.com\n"
                   "New-AcceptedDomain -Name Other -DomainName contoso.com\n"
                   "Set-AcceptedDomain Own -DomainType InternalRelay\n");

  ASSERT_THAT(in.result().accepted_domains, SizeIs(1));
  EXPECT_EQ(in.result().accepted_domains[0].text(Property::type), "internal-relay");
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied, Effect::exists, Effect::applied));
}

TEST(CodeBesideExports, SetOfAMisspeltNameFailsAndTheNearestIsNamed) {
  const Changed in(kFax, "Set-SendConnector Faxe -Port 26\n");

  EXPECT_FALSE(in.only().states(Property::port));
  ASSERT_THAT(in.effects(), ElementsAre(Effect::missing));
  EXPECT_EQ(in.result().commands[0].nearest, "Fax");
  EXPECT_TRUE(in.result().commands[0].exported);
}

TEST(CodeBesideExports, RemoveOfAMissingObjectFails) {
  const Changed in(kFax, "Remove-SendConnector Internet\n");

  ASSERT_THAT(in.effects(), ElementsAre(Effect::missing));
  EXPECT_TRUE(in.result().commands[0].exported);
}

TEST(CodeBesideExports, WhereOnlyCodeIsKnownSetTellsThatTheObjectExists) {
  const Changed in("", "Set-SendConnector Fax -Port 26\n");

  EXPECT_EQ(in.only().number(Property::port), 26);
  EXPECT_FALSE(in.only().states(Property::require_tls));
  ASSERT_THAT(in.effects(), ElementsAre(Effect::missing));
  EXPECT_FALSE(in.result().commands[0].exported);
}

TEST(CodeBesideExports, WhatMayNotRunIsUnknownUnlessItSaysTheSame) {
  const Changed in(
      kFax, "if ($big) { Set-SendConnector Fax -RequireTLS $true -DNSRoutingEnabled $true }\n");

  EXPECT_EQ(in.only().flag(Property::require_tls), true);
  EXPECT_FALSE(in.only().states(Property::dns_routing));
}

TEST(CodeBesideExports, NewThatMayNotRunChangesNothingOfWhatExists) {
  const Changed in(
      kFax, "if (!(Get-SendConnector Fax)) { New-SendConnector Fax -AddressSpaces 'X:*;1' }\n");

  EXPECT_THAT(in.spaces(), ElementsAre("FAX:*;1", "SMS:*;1"));
  EXPECT_THAT(in.effects(), ElementsAre(Effect::no_effect));
}

TEST(CodeBesideExports, RenamedObjectsAreFoundByTheirNewName) {
  const Changed in(kFax,
                   "Set-SendConnector Fax -Name Gateway\n"
                   "Set-SendConnector Gateway -Port 26\n");

  EXPECT_EQ(in.only().name(), "Gateway");
  EXPECT_EQ(in.only().number(Property::port), 26);
}

TEST(CodeBesideExports, FilesAreFollowedInTheOrderOfTheirPaths) {
  const Changed in("",
                   {{"2-set.ps1", "Set-SendConnector Fax -Port 26\n"},
                    {"1-new.ps1", "New-SendConnector Fax -AddressSpaces 'FAX:*;1' -Port 25\n"}});

  EXPECT_EQ(in.only().number(Property::port), 26);
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied, Effect::applied));
}

TEST(CodeBesideExports, EnvironmentsSideBySideAreNoContradiction) {
  const Changed in("", {{"prod/fax.ps1", "New-SendConnector Fax -AddressSpaces 'FAX:*;1'\n"},
                        {"test/fax.ps1", "New-SendConnector Fax -AddressSpaces 'FAX:1*;1'\n"}});

  EXPECT_THAT(in.spaces(), ElementsAre("FAX:*;1"));
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied, Effect::no_effect));
  EXPECT_THAT(in.notes(), HasSubstr("--each"));
}

TEST(CodeBesideExports, ResourcesSetWhatTheyStateAndRemoveWhatMustBeAbsent) {
  const Changed in(
      kFax,
      "Configuration C { Node localhost {\n"
      "  ExchSendConnector A { Name = 'Fax'; AddressSpaces = 'FAX:*;1'; Port = 26; Ensure = "
      "'Present' }\n"
      "  ExchSendConnector B { Name = 'Gone'; AddressSpaces = 'X:*;1'; Ensure = 'Absent' }\n"
      "} }\n");

  EXPECT_EQ(in.only().number(Property::port), 26);
  EXPECT_EQ(in.only().flag(Property::require_tls), true);
  EXPECT_THAT(in.effects(), ElementsAre(Effect::applied, Effect::no_effect));
  EXPECT_THAT(in.result().conflicts, IsEmpty());
}

TEST(CodeBesideExports, AnAbsentResourceTakesAway) {
  const Changed in(kFax,
                   "Configuration C { Node localhost {\n"
                   "  ExchSendConnector A { Name = 'Fax'; AddressSpaces = 'FAX:*;1'; Ensure = "
                   "'Absent' }\n} }\n");

  EXPECT_THAT(in.result().connectors, IsEmpty());
}

TEST(CodeBesideExports, ResourcesThatContradictEachOtherAreAConflict) {
  const Changed in("",
                   "Configuration C { Node localhost {\n"
                   "  ExchSendConnector A { Name = 'Fax'; AddressSpaces = 'FAX:*;1'; Port = 26 }\n"
                   "  ExchSendConnector B { Name = 'Fax'; AddressSpaces = 'FAX:*;1'; Port = 27 }\n"
                   "} }\n");

  ASSERT_THAT(in.result().conflicts, SizeIs(1));
  EXPECT_EQ(in.result().conflicts[0].property, Property::port);
}

TEST(CodeBesideExports, WhatTheScriptMakesIsShown) {
  const Changed in(kFax, "Set-SendConnector Fax -SmartHosts gw.contoso.com\n");

  EXPECT_THAT(in.shown(), HasSubstr("gw.contoso.com"));
  EXPECT_THAT(in.shown(), Not(HasSubstr("fax.contoso.com")));
}

}  // namespace
}  // namespace connlint
