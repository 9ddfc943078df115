// What commands of scripts and resources of DSC, Ansible and Datum make of the model. Binding
// follows about_Parameters and the cmdlet reference.
#include "linter/import/code/configuration_code.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "linter/import/import.h"
#include "linter/source/source_store.h"
#include "tests/support/imported.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

using test::words;

/// A file of code, imported as `import_file` does.
class Code {
 public:
  Code(const char* format, std::string text, std::string name = "code")
      : file_(store_.add(std::move(name), std::move(text))),
        found_(import_file(file_, *format_named(format))) {}
  explicit Code(std::string script) : Code("powershell", std::move(script)) {}

  [[nodiscard]] const ImportedObjects& found() const { return found_; }
  [[nodiscard]] const Object* named(std::string_view name) const {
    for (const Object& object : found_.objects) {
      if (object.name() == name) return &object;
    }
    return nullptr;
  }
  [[nodiscard]] const Object& only() const {
    EXPECT_EQ(found_.objects.size(), 1U) << notes();
    static const Object kNone;
    return found_.objects.empty() ? kNone : found_.objects.front();
  }
  [[nodiscard]] std::string notes() const {
    std::string text;
    for (const Note& note : found_.notes) {
      text += (note.kind == NoteKind::unreadable ? "error: " : "note: ") + note.message + "\n";
    }
    return text;
  }
  [[nodiscard]] bool refused() const { return notes().find("error: ") != std::string::npos; }
  /// `OBJECT.PROPERTY=TEXT` for each value that was lost.
  [[nodiscard]] std::vector<std::string> lost() const {
    std::vector<std::string> out;
    for (const LostValue& value : found_.lost_values) {
      out.push_back(value.object + "." + value.property + "=" + value.text);
    }
    return out;
  }
  [[nodiscard]] std::string at(Span where) const { return std::string(store_.text(where)); }

 private:
  SourceStore store_;
  const SourceFile& file_;
  ImportedObjects found_;
};

std::string quirk(const std::string& name) { return bytes_of("fixtures/formats/quirks/" + name); }

TEST(CodeTest, NewMakesAConnectorOfWhatItStates) {
  const Code code(
      "New-SendConnector -Name Fax -AddressSpaces 'FAX:*;1','SMS:*;1' -SmartHosts "
      "'[192.0.2.20]' -DNSRoutingEnabled $false -SourceTransportServers EX07A,EX07B "
      "-MaxMessageSize 10MB -Port 0x19 -IsScopedConnector $true -Internet");
  const Object& fax = code.only();
  EXPECT_EQ(fax.object_kind(), ObjectKind::connector);
  EXPECT_EQ(fax.name(), "Fax");
  EXPECT_EQ(fax.text(Property::kind), "send");
  EXPECT_EQ(words(fax.spaces(Property::address_spaces)),
            (std::vector<std::string>{"FAX:*;1", "SMS:*;1"}));
  EXPECT_EQ(words(fax.names(Property::source_servers)),
            (std::vector<std::string>{"EX07A", "EX07B"}));
  EXPECT_EQ(fax.flag(Property::dns_routing), false);
  EXPECT_EQ(fax.number(Property::port), 25);
  EXPECT_EQ(fax.get<Size>(Property::max_message_size)->bytes, 10485760U);
  EXPECT_EQ(fax.text(Property::scope), "site");
  EXPECT_EQ(fax.text(Property::usage), "Internet");
  EXPECT_EQ(fax.flag(Property::enabled), true);  // The default of New-SendConnector.
  EXPECT_TRUE(code.found().coverage.code);
  EXPECT_EQ(code.notes(), "");
}

TEST(CodeTest, SpacesStandAtTheirTextInTheScript) {
  const Code code(
      "$spaces = 'FAX:*;1'\nNew-SendConnector Fax -AddressSpaces $spaces -SmartHosts g");
  const AddressSpace& space = code.only().spaces(Property::address_spaces).at(0);
  EXPECT_EQ(code.at(space.where), "FAX:*;1");
  EXPECT_EQ(code.at(space.cost_where), "1");
}

TEST(CodeTest, CommandsRunInOrder) {
  const Code code("powershell", quirk("powershell/run-order.ps1"));
  EXPECT_EQ(code.notes(), "");
  ASSERT_EQ(code.found().objects.size(), 2U);
  const Object& fax = *code.named("Fax");
  EXPECT_EQ(fax.flag(Property::enabled), true);
  EXPECT_EQ(words(fax.spaces(Property::address_spaces)),
            (std::vector<std::string>{"FAX:*;1", "SMS:*;1"}));
  EXPECT_EQ(words(fax.names(Property::smart_hosts)), std::vector<std::string>{"[192.0.2.20]"});
  const Object& internet = *code.named("Internet");
  EXPECT_EQ(internet.text(Property::fqdn), "mail.contoso.com");
  EXPECT_FALSE(internet.states(Property::address_spaces));
}

TEST(CodeTest, SetRenames) {
  const Code code(
      "New-SendConnector A -AddressSpaces 'FAX:*'\nSet-SendConnector A -Name B\n"
      "Set-SendConnector b -Enabled $false");
  EXPECT_EQ(code.only().name(), "B");
  EXPECT_EQ(code.only().flag(Property::enabled), false);
}

TEST(CodeTest, ParametersAreBoundByNameAbbreviationAndPosition) {
  const Code code(
      "new-sendconnector fax -addr 'fax:*;1' -dns $false -smarthosts gw -sourcet EX07A "
      "-en:$true -wh:$false -ea Stop");
  EXPECT_EQ(code.notes(), "");
  EXPECT_EQ(code.only().name(), "fax");
  EXPECT_EQ(code.only().flag(Property::enabled), true);
  EXPECT_EQ(code.only().flag(Property::dns_routing), false);
}

TEST(CodeTest, ASwitchLeavesWhatFollowsToThePosition) {
  const Code code("New-SendConnector -Internet Fax -AddressSpaces '*'");
  EXPECT_EQ(code.only().name(), "Fax");
}

TEST(CodeTest, RefusesArgumentsThatAreMissingOrOfTheWrongKind) {
  for (const char* script :
       {"New-SendConnector -Name", "New-SendConnector Fax -AddressSpaces -Enabled $true",
        "New-SendConnector -AddressSpaces x", "New-SendConnector Fax -Port abc",
        "New-SendConnector Fax -Fqdn a,b", "New-ReceiveConnector Fax -Max 5",
        "Set-AdSite A -HubSiteEnabled yes",
        "$h = @{Fqdn = 'a'}; $g = @{fqdn = 'b'}; New-SendConnector Fax @h @g"}) {
    EXPECT_TRUE(Code(script).refused()) << script;
  }
}

TEST(CodeTest, AParameterBesideASplatWins) {
  const Code code("powershell", quirk("powershell/splat-built-up.ps1"));
  EXPECT_EQ(code.notes(), "");
  EXPECT_EQ(code.only().flag(Property::enabled), true);
  EXPECT_EQ(code.only().flag(Property::dns_routing), false);
  EXPECT_EQ(words(code.only().names(Property::smart_hosts)),
            (std::vector<std::string>{"[192.0.2.20]", "[192.0.2.21]"}));
  const Code list("$a = @('Fax'); New-SendConnector @a -AddressSpaces 'FAX:*'");
  EXPECT_EQ(list.only().name(), "Fax");
}

TEST(CodeTest, WhatOnlyARunTellsIsUnresolved) {
  const Code code("powershell", quirk("powershell/computed.ps1"));
  ASSERT_EQ(code.found().objects.size(), 5U) << code.notes();
  EXPECT_EQ(words(code.named("Branch 2")->spaces(Property::address_spaces)),
            std::vector<std::string>{"SMTP:branch2.example;1"});
  const Object& fax = *code.named("Fax");
  EXPECT_FALSE(fax.states(Property::smart_hosts));
  EXPECT_FALSE(fax.states(Property::source_servers));
  EXPECT_EQ(words(fax.spaces(Property::address_spaces)), std::vector<std::string>{"FAX:*;1"});
  EXPECT_EQ(fax.text(Property::protocol_logging_level), "Verbose");
  const std::vector<std::string> lost = code.lost();
  const auto has = [&lost](const char* text) { return std::ranges::count(lost, text) == 1; };
  EXPECT_TRUE(has("Fax.SmartHosts=$hosts"));
  EXPECT_TRUE(has("Fax.SourceTransportServers=$env:COMPUTERNAME"));
  EXPECT_TRUE(has("Pager.New-SendConnector=if"));
  EXPECT_FALSE(code.refused());
}

TEST(CodeTest, ASetThatMayNotRunMakesItsPropertiesUnknown) {
  const Code code(
      "New-SendConnector A -AddressSpaces 'FAX:*' -Fqdn a -Port 25 -Comment c\n"
      "if ($x) { Set-SendConnector A -Fqdn b -Port 25 -Comment $y }");
  EXPECT_FALSE(code.only().states(Property::fqdn));
  EXPECT_FALSE(code.only().states(Property::comment));
  EXPECT_EQ(code.only().number(Property::port), 25);
}

TEST(CodeTest, TwoBranchesThatMakeOneConnectorAgreeOnWhatIsCertain) {
  const Code code(
      "if ($x) { New-SendConnector A -AddressSpaces 'FAX:*' -Fqdn a }\n"
      "else { New-SendConnector A -AddressSpaces 'FAX:*' -Fqdn b }");
  EXPECT_EQ(words(code.only().spaces(Property::address_spaces)),
            std::vector<std::string>{"FAX:*;1"});
  EXPECT_FALSE(code.only().states(Property::fqdn));
}

TEST(CodeTest, AnUnknownSplatMayChangeEverything) {
  const Code code(
      "New-SendConnector A -AddressSpaces 'FAX:*' -Fqdn a\nSet-SendConnector A @x "
      "-Port 25");
  EXPECT_FALSE(code.only().states(Property::fqdn));
  EXPECT_FALSE(code.only().states(Property::address_spaces));
  EXPECT_EQ(code.only().number(Property::port), 25);
  EXPECT_EQ(code.only().name(), "A");
}

TEST(CodeTest, ARemovalThatMayNotRunKeepsTheConnector) {
  const Code code("New-SendConnector A -AddressSpaces 'FAX:*'\nif ($x) { Remove-SendConnector A }");
  EXPECT_EQ(code.only().name(), "A");
  EXPECT_EQ(code.lost(), std::vector<std::string>{"A.Remove-SendConnector=if"});
}

TEST(CodeTest, WhatIfChangesNothing) {
  const Code code("New-SendConnector A -AddressSpaces 'FAX:*' -WhatIf");
  EXPECT_TRUE(code.found().objects.empty());
}

TEST(CodeTest, KnowsTheOtherNouns) {
  const Code code(
      "New-ForeignConnector Pager -AddressSpaces 'PAGER:*'\n"
      "New-DeliveryAgentConnector Mobile -AddressSpaces 'MOBILE:*' -DeliveryProtocol MOBILE\n"
      "New-RoutingGroupConnector RGC -SourceTransportServers EX07A -TargetTransportServers "
      "OLD.contoso.com -Cost 10 -BiDirectional $true\n"
      "New-ReceiveConnector Relay -Server EX16A -Custom -Bindings 0.0.0.0:25 -RemoteIPRanges "
      "192.0.2.0/24 -AuthMechanism Tls,BasicAuth\n"
      "Set-ReceiveConnector EX16A\\Relay -PermissionGroups AnonymousUsers\n"
      "Set-AdSiteLink SEA-LON -ExchangeCost 5 -MaxMessageSize 5MB\n"
      "Set-AdSite Seattle -HubSiteEnabled $true\n"
      "New-AcceptedDomain -Name Contoso -DomainName contoso.com -DomainType InternalRelay\n"
      "Set-AcceptedDomain Contoso -MakeDefault $true\n"
      "New-OutboundConnector Out -RecipientDomains '*' -UseMXRecord $true\n"
      "New-InboundConnector In -SenderDomains '*' -RequireTls $true\n");
  EXPECT_EQ(code.notes(), "");
  ASSERT_EQ(code.found().objects.size(), 9U);
  EXPECT_EQ(code.named("Pager")->text(Property::kind), "foreign");
  EXPECT_EQ(code.named("Mobile")->text(Property::kind), "delivery-agent");
  EXPECT_EQ(code.named("RGC")->text(Property::kind), "routing-group");
  EXPECT_EQ(code.named("RGC")->number(Property::cost), 10);
  const Object& relay = *code.named("Relay");
  EXPECT_EQ(relay.text(Property::kind), "receive");
  EXPECT_EQ(relay.text(Property::server), "EX16A");
  EXPECT_EQ(relay.text(Property::auth_mechanism), "Tls, BasicAuth");
  EXPECT_EQ(relay.text(Property::permission_groups), "AnonymousUsers");
  EXPECT_EQ(code.named("SEA-LON")->number(Property::exchange_cost), 5);
  EXPECT_EQ(code.named("Seattle")->flag(Property::hub), true);
  const Object& domain = *code.named("contoso.com");
  EXPECT_EQ(domain.text(Property::type), "internal-relay");
  EXPECT_EQ(domain.flag(Property::default_), true);
  EXPECT_EQ(code.named("Out")->text(Property::kind), "outbound");
  EXPECT_EQ(code.named("In")->text(Property::kind), "inbound");
}

TEST(CodeTest, PasswordsAreSaidAndNotKept) {
  const Code code("powershell", quirk("powershell/password.ps1"));
  ASSERT_EQ(code.found().secrets.size(), 1U);
  EXPECT_EQ(code.at(code.found().secrets[0].where), "ConvertTo-SecureString");
  EXPECT_FALSE(code.only().states(Property::authentication_credential));
  for (const std::string& lost : code.lost()) {
    EXPECT_EQ(lost.find("NotARealSecret"), std::string::npos) << lost;
  }
}

TEST(CodeTest, ResourcesOfDsc) {
  const Code code("powershell", quirk("dsc/send-connector.ps1"));
  ASSERT_EQ(code.found().objects.size(), 3U) << code.notes();
  const Object& fax = *code.named("Fax");
  EXPECT_EQ(fax.text(Property::kind), "send");
  EXPECT_EQ(fax.text(Property::scope), "organization");
  EXPECT_EQ(fax.get<Size>(Property::max_message_size)->bytes, 10485760U);
  EXPECT_FALSE(fax.states(Property::source_servers));
  const Object& relay = *code.named("Relay");
  EXPECT_EQ(relay.text(Property::server), "EX16A");
  EXPECT_EQ(relay.text(Property::permission_groups), "AnonymousUsers, Custom");
  EXPECT_EQ(code.named("contoso.com")->text(Property::type), "authoritative");
  EXPECT_TRUE(code.found().unknown_keys.empty());
  EXPECT_EQ(code.notes(),
            "note: 1 resource of another type is left out: connlint reads connectors "
            "and accepted domains\n"
            "note: 'SourceTransportServers' of connector 'Fax' is only known when the code runs; "
            "taken as unknown\n");
}

TEST(CodeTest, UnknownPropertiesOfResourcesNameTheNearest) {
  const Code code("powershell", quirk("dsc/exchange-online.ps1"));
  ASSERT_EQ(code.found().unknown_keys.size(), 2U);
  EXPECT_EQ(code.found().unknown_keys[0].key, "SmartHost");
  EXPECT_EQ(code.found().unknown_keys[0].nearest, "SmartHosts");
  EXPECT_EQ(code.found().unknown_keys[0].object, "To partner");
  EXPECT_EQ(code.found().unknown_keys[1].key, "SenderIpAddressed");
  EXPECT_EQ(code.found().unknown_keys[1].nearest, "SenderIPAddresses");
}

TEST(CodeTest, CompiledConfigurations) {
  const Code code("mof", quirk("mof/localhost.mof"));
  EXPECT_EQ(code.only().name(), "Fax");
  EXPECT_EQ(words(code.only().spaces(Property::address_spaces)),
            (std::vector<std::string>{"FAX:*;1", "SMS:*;1"}));
  EXPECT_EQ(code.only().flag(Property::dns_routing), false);
  EXPECT_TRUE(code.found().unknown_keys.empty());
  // The credential stands once in the file, whoever names it.
  ASSERT_EQ(code.found().secrets.size(), 1U);
  EXPECT_EQ(code.at(code.found().secrets[0].where), "Password");
}

TEST(CodeTest, EmbeddedPairsAreTexts) {
  const Code code("mof", quirk("mof/embedded.mof"));
  EXPECT_EQ(words(code.only().names(Property::extended_right_allow_entries)),
            (std::vector<std::string>{"contoso\\Relays=ms-Exch-SMTP-Accept-Any-Recipient",
                                      "NT AUTHORITY\\ANONYMOUS LOGON=ms-Exch-Bypass-Anti-Spam"}));
  EXPECT_EQ(code.only().number(Property::port), 2525);
}

TEST(CodeTest, TasksOfARole) {
  const Code code("yaml", quirk("ansible/role-tasks.yml"), "main.yml");
  EXPECT_EQ(code.only().name(), "contoso.com");
  EXPECT_EQ(code.only().text(Property::type), "internal-relay");
  EXPECT_TRUE(code.found().secrets.empty());
}

TEST(CodeTest, DatumNamesTheResourceByTheFile) {
  const Code code("yaml", quirk("datum/cEXOOutboundConnector.yml"),
                  "Exchange/cEXOOutboundConnector.yml");
  EXPECT_EQ(code.only().name(), "To partner");
  EXPECT_EQ(code.only().text(Property::kind), "outbound");
  EXPECT_FALSE(code.only().states(Property::tls_domain));
  ASSERT_EQ(code.found().unknown_keys.size(), 1U);
  EXPECT_EQ(code.found().unknown_keys[0].nearest, "SmartHosts");
}

TEST(CodeTest, DatumNamesTheResourceByTheKey) {
  const Code code("yaml", quirk("datum/tenant.yml"), "tenant.yml");
  EXPECT_EQ(code.only().name(), "From partner");
  EXPECT_EQ(code.only().text(Property::kind), "inbound");
  EXPECT_EQ(code.only().flag(Property::require_tls), true);
  ASSERT_EQ(code.found().unknown_keys.size(), 1U);
  EXPECT_EQ(code.found().unknown_keys[0].nearest, "SenderIPAddresses");
  EXPECT_TRUE(code.found().secrets.empty());
  EXPECT_EQ(std::ranges::count(code.lost(), ".Identity=[x={ $Node.Name }=]"), 1);
}

TEST(CodeTest, AResourceWithoutItsKeyIsNamedAsWritten) {
  const Code code(
      "Configuration Mail { Node EX01 { xExchSendConnector Fax { AddressSpaces = 'FAX:*;1' } } "
      "}\n");
  EXPECT_NE(code.notes().find("a resource 'xExchSendConnector' needs the key 'Name'"),
            std::string::npos)
      << code.notes();
}

}  // namespace
}  // namespace connlint
