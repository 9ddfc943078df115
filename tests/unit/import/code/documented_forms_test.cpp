// The forms of the examples that the cmdlet reference and the help of Exchange give for connectors,
// domains, sites and permissions are read, and keep their literal values.
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/import/code/code_script.h"

namespace connlint::test {
namespace {

/// A property as one text: items of lists separated by a bar.
std::string text_of(const Object& object, Property property) {
  const PropertyValue* found = object.find(property);
  if (found == nullptr) return "(unknown)";
  struct Writer {
    std::string operator()(const Unset& /*unset*/) const { return "(nothing)"; }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const Size& size) const { return to_text(size); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Names& names) const {
      std::string out;
      for (const Located<std::string>& name : names) out += (out.empty() ? "" : "|") + *name;
      return out;
    }
    std::string operator()(const Spaces& spaces) const {
      std::string out;
      for (const AddressSpace& space : spaces) out += (out.empty() ? "" : "|") + to_text(space);
      return out;
    }
  };
  return std::visit(Writer{}, found->value);
}

struct Expected {
  Property property;
  std::string text;
};

struct Form {
  std::string script;
  std::string name;
  std::vector<Expected> values;
};

using enum Property;

const std::vector<Form>& forms() {
  static const std::vector<Form> all = {
      // New-SendConnector, Set-SendConnector.
      {"New-SendConnector -Internet -Name Outward -AddressSpaces fabrikam.com,contoso.org",
       "Outward",
       {{usage, "Internet"}, {address_spaces, "SMTP:fabrikam.com;1|SMTP:contoso.org;1"}}},
      {"$Held = Get-Credential; New-SendConnector -Name \"Secret Mail to Fabrikam\" -AddressSpaces "
       "fabrikam.com -AuthenticationCredential $Held -SmartHostAuthMechanism BasicAuth",
       "Secret Mail to Fabrikam",
       {{smart_host_auth_mechanism, "BasicAuth"}, {address_spaces, "SMTP:fabrikam.com;1"}}},
      {"New-SendConnector -Name 'To Smart Host' -Usage Custom -AddressSpaces 'SMTP:*;5' "
       "-SmartHosts "
       "'gw1.contoso.com', 'gw2.contoso.com' -DNSRoutingEnabled $false -SourceTransportServers "
       "EX16A,EX16B",
       "To Smart Host",
       {{smart_hosts, "gw1.contoso.com|gw2.contoso.com"}, {source_servers, "EX16A|EX16B"}}},
      {"New-SendConnector -Name Edge -AddressSpaces '--' -DNSRoutingEnabled $false -SmartHosts "
       "'--' "
       "-SourceTransportServers EDGE01",
       "Edge",
       {{smart_hosts, "--"}}},
      {"Set-SendConnector \"Fabrikam Connector\" -MaxMessageSize 20MB -ConnectionInactivityTimeOut "
       "00:20:00",
       "Fabrikam Connector",
       {{max_message_size, "20MB"}, {connection_inactivity_timeout, "00:20:00"}}},
      {"Set-SendConnector -Identity Outward -SmartHosts $null -DNSRoutingEnabled $true",
       "Outward",
       {{smart_hosts, "(nothing)"}, {dns_routing, "true"}}},
      {"Set-SendConnector 'Outward' -AddressSpaces @{Add='SMTP:a.example;2'}",
       "Outward",
       {{address_spaces, "(unknown)"}}},
      // New-ReceiveConnector, Set-ReceiveConnector.
      {"New-ReceiveConnector -Name Probe -Usage Custom -Bindings 10.10.1.1:25 -RemoteIPRanges "
       "192.0.2.1-192.0.2.24",
       "Probe",
       {{bindings, "10.10.1.1:25"}, {remote_ip_ranges, "192.0.2.1-192.0.2.24"}, {usage, "Custom"}}},
      {"New-ReceiveConnector -Name WAN2 -Server HUB02 -RemoteIPRanges 10.9.0.0/24 -Internal",
       "WAN2",
       {{server, "HUB02"}, {remote_ip_ranges, "10.9.0.0/24"}, {usage, "Internal"}}},
      {"New-ReceiveConnector -Name \"From Inside\" -Usage Internal -AuthMechanism "
       "TLS,BasicAuth,BasicAuthRequireTLS,ExchangeServer -Bindings 10.2.2.2:25 -RemoteIPRanges "
       "10.5.5.1,10.5.5.2",
       "From Inside",
       {{auth_mechanism, "Tls, BasicAuth, BasicAuthRequireTLS, ExchangeServer"},
        {remote_ip_ranges, "10.5.5.1|10.5.5.2"}}},
      {"New-ReceiveConnector -Name \"Quiet Relay\" -TransportRole FrontendTransport `\n"
       "  -RemoteIPRanges 192.0.2.40 -Bindings 0.0.0.0:25 -Usage Custom -PermissionGroups "
       "AnonymousUsers",
       "Quiet Relay",
       {{transport_role, "FrontendTransport"}, {permission_groups, "AnonymousUsers"}}},
      {"Set-ReceiveConnector -Identity \"From Outside\" -Banner \"220 READY\" -ConnectionTimeout "
       "00:12:00",
       "From Outside",
       {{banner, "220 READY"}, {connection_timeout, "00:12:00"}}},
      {"Set-ReceiveConnector \"From Outside\" -Banner $null",
       "From Outside",
       {{banner, "(nothing)"}}},
      {"Set-ReceiveConnector HUB02\\WAN2 -SuppressXAnonymousTLS $true",
       "WAN2",
       {{server, "HUB02"}}},
      {"Set-ReceiveConnector \"HUBB\\Default HUBB\" -PermissionGroups "
       "AnonymousUsers,ExchangeUsers,ExchangeServers,ExchangeLegacyServers",
       "Default HUBB",
       {{permission_groups,
         "AnonymousUsers, ExchangeUsers, ExchangeServers, ExchangeLegacyServers"}}},
      {"Set-ReceiveConnector -Identity \"SRV1\\Default Frontend SRV1\" `\n    "
       "-ProtocolLoggingLevel "
       "Verbose",
       "Default Frontend SRV1",
       {{protocol_logging_level, "Verbose"}}},
      // Foreign and delivery agent connectors.
      {"New-ForeignConnector -Name \"Fabrikam Foreign\" -AddressSpaces "
       "\"X400:c=DE;a=Contoso;P=Fabrikam;7\" -SourceTransportServers HUB01,HUB02",
       "Fabrikam Foreign",
       {{address_spaces, "X400:c=DE;a=Contoso;P=Fabrikam;7"}, {source_servers, "HUB01|HUB02"}}},
      {"Set-ForeignConnector \"Paging Connector\" -MaxMessageSize 5MB",
       "Paging Connector",
       {{max_message_size, "5MB"}}},
      {"Set-ForeignConnector \"Fabrikam Foreign\" -DropDirectory \"D:\\Outgoing Files\"",
       "Fabrikam Foreign",
       {{drop_directory, "D:\\Outgoing Files"}}},
      {"New-DeliveryAgentConnector -Name \"Fabrikam X.400\" -AddressSpaces "
       "\"X400:c=DE;a=Contoso;p=Fabrikam;2\" -DeliveryProtocol \"X.400\" -SourceTransportServers "
       "HUB01,HUB03,HUB06",
       "Fabrikam X.400",
       {{delivery_protocol, "X.400"}, {source_servers, "HUB01|HUB03|HUB06"}}},
      {"Set-DeliveryAgentConnector \"Fabrikam X.400\" -MaxMessageSize 15MB "
       "-MaxMessagesPerConnection "
       "50 -MaxConcurrentConnections 8",
       "Fabrikam X.400",
       {{max_messages_per_connection, "50"}, {max_concurrent_connections, "8"}}},
      // Routing group connectors.
      {"New-RoutingGroupConnector -Name \"Old and New\" -SourceTransportServers "
       "\"hub10.contoso.com\" -TargetTransportServers \"old03.contoso.com\" -Cost 50 "
       "-Bidirectional "
       "$true",
       "Old and New",
       {{cost, "50"}, {bi_directional, "true"}}},
      {"Set-RoutingGroupConnector -Identity 'Old Group\\Old Routing Group\\Old and New' -Cost 9 "
       "-PublicFolderReferralsEnabled $true",
       "Old and New",
       {{cost, "9"}, {public_folder_referrals_enabled, "true"}}},
      // Domains.
      {"New-AcceptedDomain -Name Fabrikam -DomainName *.fabrikam.com -DomainType Authoritative",
       "*.fabrikam.com",
       {{type, "authoritative"}}},
      {"New-AcceptedDomain -Name groups.contoso.com -DomainName groups.contoso.com -DomainType "
       "InternalRelay",
       "groups.contoso.com",
       {{type, "internal-relay"}}},
      {"Set-AcceptedDomain -Identity Fabrikam -MakeDefault $true",
       "Fabrikam",
       {{default_, "true"}}},
      {"New-RemoteDomain -DomainName *.fabrikam.com -Name \"Fabrikam Remote\"",
       "Fabrikam Remote",
       {}},
      {"Set-RemoteDomain Fabrikam -AllowedOOFType None", "Fabrikam", {}},
      {"Set-RemoteDomain -Identity Default -AutoReplyEnabled $true -AllowedOOFType External",
       "Default",
       {}},
      // Exchange Online.
      {"New-InboundConnector -Name \"From Fabrikam\" -SenderDomains fabrikam.com "
       "-SenderIPAddresses "
       "192.0.2.30 -RestrictDomainsToIPAddresses $true",
       "From Fabrikam",
       {{sender_ip_addresses, "192.0.2.30"}, {restrict_domains_to_ip_addresses, "true"}}},
      {"New-InboundConnector \xE2\x80\x93Name \"Only Certificate\" -ConnectorType Partner "
       "-SenderDomains * -RestrictDomainsToCertificate $true -TlsSenderCertificateName "
       "*.fabrikam.com -RequireTls $true",
       "Only Certificate",
       {{connector_type, "Partner"}, {tls_sender_certificate_name, "*.fabrikam.com"}}},
      {"New-InboundConnector -Name 'Gateway In' `\n -SenderIPAddresses @('203.0.113.0/24') `\n "
       "-RequireTls $true",
       "Gateway In",
       {{sender_ip_addresses, "203.0.113.0/24"}}},
      {"Set-InboundConnector \"From Fabrikam\" -RequireTls $true -TlsSenderCertificateName "
       "fabrikam.com",
       "From Fabrikam",
       {{require_tls, "true"}}},
      {"New-OutboundConnector -Name \"To Fabrikam\" -RecipientDomains *.fabrikam.com -TlsSettings "
       "DomainValidation -TlsDomain *.fabrikam.com",
       "To Fabrikam",
       {{tls_settings, "DomainValidation"}, {tls_domain, "*.fabrikam.com"}}},
      {"Set-OutboundConnector \"To Fabrikam\" -UseMxRecord $false -SmartHosts 192.0.2.50",
       "To Fabrikam",
       {{use_mx_record, "false"}, {smart_hosts, "192.0.2.50"}}},
      // Sites and site links.
      {"Set-AdSite -Identity \"Branch One\" -HubSiteEnabled $true", "Branch One", {{hub, "true"}}},
      {"Set-AdSite Branch1 -InboundMailEnabled $false",
       "Branch1",
       {{inbound_mail_enabled, "false"}}},
      {"Set-AdSiteLink LINKCD -ExchangeCost 12", "LINKCD", {{exchange_cost, "12"}}},
      {"Set-AdSiteLink LINKCD -ExchangeCost $null", "LINKCD", {{exchange_cost, "(nothing)"}}},
      {"Set-AdSiteLink \xE2\x80\x93Identity \"One-Two\" \xE2\x80\x93MaxMessageSize 8MB",
       "One-Two",
       {{max_message_size, "8MB"}}},
      {"Set-AdSiteLink LINKCD -MaxMessageSize Unlimited",
       "LINKCD",
       {{max_message_size, "unlimited"}}},
      // Permissions.
      {"Get-ReceiveConnector \"EX16A\\Quiet Relay\" | Add-ADPermission `\n  -User \"NT "
       "AUTHORITY\\ANONYMOUS LOGON\" -ExtendedRights \"ms-Exch-SMTP-Accept-Any-Recipient\"",
       "Quiet Relay",
       {{extended_right_allow_entries,
         "NT AUTHORITY\\ANONYMOUS LOGON=ms-Exch-SMTP-Accept-Any-Recipient"}}},
  };
  return all;
}

TEST(DocumentedFormsTest, EachIsReadAndKeepsItsValues) {
  for (const Form& form : forms()) {
    const CodeScript code(form.script);
    EXPECT_EQ(code.notes().find("error: "), std::string::npos) << form.script << code.notes();
    EXPECT_TRUE(code.found().unknown_keys.empty()) << form.script;
    EXPECT_TRUE(code.found().invalid_values.empty()) << form.script;
    ASSERT_TRUE(code.has(form.name)) << form.script << "\n" << code.notes();
    for (const Expected& expected : form.values) {
      EXPECT_EQ(text_of(code.named(form.name), expected.property), expected.text) << form.script;
    }
  }
}

TEST(DocumentedFormsTest, RemovalsTakeTheObjectAway) {
  for (const char* noun : {"SendConnector", "ReceiveConnector", "ForeignConnector",
                           "DeliveryAgentConnector", "RoutingGroupConnector", "AcceptedDomain",
                           "RemoteDomain", "InboundConnector", "OutboundConnector"}) {
    const bool domain = std::string_view(noun).ends_with("Domain");
    const std::string made = "New-" + std::string(noun) + " -Name \"Fabrikam\"" +
                             (domain ? " -DomainName fabrikam.com\n" : "\n");
    for (const char* argument : {" \"Fabrikam\"", " -Identity Fabrikam -Confirm:$false"}) {
      const CodeScript code(made + "Remove-" + noun + argument);
      EXPECT_TRUE(code.found().objects.empty()) << noun << argument;
      EXPECT_EQ(code.notes(), "") << noun << argument;
    }
  }
  const CodeScript rights(
      "Remove-ADPermission -Identity Kim -User Pat -ExtendedRights \"Send As\"\n"
      "Add-ADPermission -Identity \"Kim\" -User \"Pat\" -AccessRights ExtendedRight "
      "-ExtendedRights \"send as\"\n");
  EXPECT_TRUE(rights.found().objects.empty());
}

}  // namespace
}  // namespace connlint::test
