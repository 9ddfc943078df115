// The resources of ExchangeDsc (formerly xExchange) and of Microsoft365DSC, as their schemas list
// them.
#include <array>

#include "linter/import/code/resources.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array kResources = {
    CodeResource{
        "ExchSendConnector", "SendConnector", "Name",
        "Name Credential Ensure AddressSpaces AuthenticationCredential Comment "
        "ConnectionInactivityTimeout ConnectorType DNSRoutingEnabled DomainController "
        "DomainSecureEnabled Enabled ErrorPolicies ExtendedRightAllowEntries "
        "ExtendedRightDenyEntries ForceHELO FrontendProxyEnabled Fqdn IgnoreSTARTTLS "
        "IsCoexistenceConnector IsScopedConnector LinkedReceiveConnector MaxMessageSize Port "
        "ProtocolLoggingLevel RequireTLS SmartHostAuthMechanism SmartHosts "
        "SmtpMaxMessagesPerConnection SourceIPAddress SourceTransportServers TlsAuthLevel "
        "TlsDomain UseExternalDNSServersEnabled TlsCertificateName Usage"},
    CodeResource{
        "ExchReceiveConnector", "ReceiveConnector", "Identity",
        "Identity Credential Ensure AdvertiseClientSettings AuthMechanism AuthTarpitInterval "
        "Banner BareLinefeedRejectionEnabled BinaryMimeEnabled Bindings ChunkingEnabled Comment "
        "ConnectionInactivityTimeout ConnectionTimeout DefaultDomain "
        "DeliveryStatusNotificationEnabled DomainController DomainSecureEnabled "
        "EightBitMimeEnabled EnableAuthGSSAPI Enabled EnhancedStatusCodesEnabled "
        "ExtendedRightAllowEntries ExtendedRightDenyEntries ExtendedProtectionPolicy Fqdn "
        "LongAddressesEnabled MaxAcknowledgementDelay MaxHeaderSize MaxHopCount "
        "MaxInboundConnection MaxInboundConnectionPercentagePerSource "
        "MaxInboundConnectionPerSource MaxLocalHopCount MaxLogonFailures MaxMessageSize "
        "MaxProtocolErrors MaxRecipientsPerMessage MessageRateLimit MessageRateSource OrarEnabled "
        "PermissionGroups PipeliningEnabled ProtocolLoggingLevel RemoteIPRanges "
        "RequireEHLODomain RequireTLS ServiceDiscoveryFqdn SizeEnabled SuppressXAnonymousTls "
        "TarpitInterval TlsCertificateName TlsDomainCapabilities TransportRole Usage"},
    CodeResource{"ExchAcceptedDomain", "AcceptedDomain", "DomainName",
                 "DomainName Credential Ensure AddressBookEnabled DomainType MakeDefault "
                 "MatchSubDomains Name"},
    CodeResource{"EXOInboundConnector", "InboundConnector", "Identity",
                 "Identity AssociatedAcceptedDomains CloudServicesMailEnabled Comment "
                 "ConnectorSource ConnectorType EFSkipIPs EFSkipLastIP EFUsers Enabled RequireTls "
                 "RestrictDomainsToCertificate RestrictDomainsToIPAddresses SenderDomains "
                 "SenderIPAddresses TlsSenderCertificateName TreatMessagesAsInternal Ensure"},
    CodeResource{"EXOOutboundConnector", "OutboundConnector", "Identity",
                 "Identity Enabled UseMXRecord Comment ConnectorSource ConnectorType "
                 "RecipientDomains SmartHosts TlsDomain TlsSettings IsTransportRuleScoped "
                 "RouteAllMessagesViaOnPremises CloudServicesMailEnabled AllAcceptedDomains "
                 "TestMode ValidationRecipients SenderRewritingEnabled Ensure"},
    CodeResource{"EXOAcceptedDomain", "AcceptedDomain", "Identity",
                 "Identity DomainType Ensure MatchSubDomains OutboundOnly"},
};

/// What every resource may state: the engine's own, the connection of Microsoft365DSC, and what a
/// compiled configuration adds.
constexpr std::string_view kAlways =
    "DependsOn PsDscRunAsCredential Credential ApplicationId TenantId ApplicationSecret "
    "CertificateThumbprint CertificatePath CertificatePassword ManagedIdentity AccessTokens "
    "ResourceID ModuleName ModuleVersion SourceInfo ConfigurationName IsSingleInstance UniqueId";

bool is_resource(std::string_view name, std::string_view known) {
  for (std::string_view prefix : {"", "x", "c", "MSFT_", "MSFT_x", "DSC_", "DSC_x"}) {
    if (name.size() == prefix.size() + known.size() && starts_with_ignoring_case(name, prefix) &&
        ends_with_ignoring_case(name, known)) {
      return true;
    }
  }
  return false;
}

}  // namespace

const CodeResource* code_resource_named(std::string_view name) {
  for (const CodeResource& resource : kResources) {
    if (is_resource(name, resource.name)) return &resource;
  }
  return nullptr;
}

const CodeResource* code_resource_with(const std::vector<std::string_view>& properties) {
  struct Mark {
    std::string_view property;
    std::string_view resource;
  };
  constexpr std::array kMarks = {
      Mark{"AddressSpaces", "ExchSendConnector"},
      Mark{"SourceTransportServers", "ExchSendConnector"},
      Mark{"Bindings", "ExchReceiveConnector"},
      Mark{"RemoteIPRanges", "ExchReceiveConnector"},
      Mark{"SenderDomains", "EXOInboundConnector"},
      Mark{"TlsSenderCertificateName", "EXOInboundConnector"},
      Mark{"RestrictDomainsToCertificate", "EXOInboundConnector"},
      Mark{"RecipientDomains", "EXOOutboundConnector"},
      Mark{"UseMXRecord", "EXOOutboundConnector"},
      Mark{"IsTransportRuleScoped", "EXOOutboundConnector"},
      Mark{"RouteAllMessagesViaOnPremises", "EXOOutboundConnector"},
  };
  for (const Mark& mark : kMarks) {
    for (std::string_view property : properties) {
      if (equals_ignoring_case(property, mark.property)) return code_resource_named(mark.resource);
    }
  }
  return nullptr;
}

std::vector<std::string_view> code_resource_properties(const CodeResource& resource) {
  std::vector<std::string_view> names;
  for (std::string_view words : {resource.properties, kAlways}) {
    for (std::string_view word : split(words, ' ')) {
      if (!word.empty()) names.push_back(word);
    }
  }
  return names;
}

}  // namespace connlint
