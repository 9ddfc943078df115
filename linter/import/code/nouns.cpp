// The parameters of the cmdlets, as the cmdlet reference lists them.
#include <array>

#include "linter/import/code/parameters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kReceiveParameters =
    "AdvertiseClientSettings AuthMechanism AuthTarpitInterval Banner BinaryMimeEnabled Bindings "
    "ChunkingEnabled Comment ConnectionInactivityTimeout ConnectionTimeout DefaultDomain "
    "DeliveryStatusNotificationEnabled DomainController DomainSecureEnabled EightBitMimeEnabled "
    "EnableAuthGSSAPI Enabled EnhancedStatusCodesEnabled ExtendedProtectionPolicy Fqdn "
    "LongAddressesEnabled MaxAcknowledgementDelay MaxHeaderSize MaxHopCount MaxInboundConnection "
    "MaxInboundConnectionPercentagePerSource MaxInboundConnectionPerSource MaxLocalHopCount "
    "MaxLogonFailures MaxMessageSize MaxProtocolErrors MaxRecipientsPerMessage MessageRateLimit "
    "MessageRateSource Name OrarEnabled PermissionGroups PipeliningEnabled ProtocolLoggingLevel "
    "RejectReservedSecondLevelRecipientDomains RejectReservedTopLevelRecipientDomains "
    "RejectSingleLabelRecipientDomains RemoteIPRanges RequireEHLODomain RequireTLS "
    "ServiceDiscoveryFqdn SizeEnabled SuppressXAnonymousTls TarpitInterval TlsCertificateName "
    "TlsDomainCapabilities TransportRole";

constexpr std::string_view kSendParameters =
    "AddressSpaces AuthenticationCredential CloudServicesMailEnabled Comment "
    "ConnectionInactivityTimeOut ConnectorType DNSRoutingEnabled DomainController "
    "DomainSecureEnabled Enabled ErrorPolicies ForceHELO Fqdn FrontendProxyEnabled IgnoreSTARTTLS "
    "IsCoexistenceConnector IsScopedConnector LinkedReceiveConnector MaxMessageSize Name Port "
    "ProtocolLoggingLevel RequireOorg RequireTLS SmartHostAuthMechanism SmartHosts "
    "SmtpMaxMessagesPerConnection SourceIPAddress SourceTransportServers TlsAuthLevel "
    "TlsCertificateName TlsDomain UseExternalDNSServersEnabled";

constexpr std::string_view kInboundParameters =
    "AssociatedAcceptedDomains ClientHostNames CloudServicesMailEnabled Comment ConnectorSource "
    "ConnectorType "
    "EFSkipIPs EFSkipLastIP EFSkipMailGateway EFTestMode EFUsers Enabled Name RequireTls "
    "RestrictDomainsToCertificate RestrictDomainsToIPAddresses ScanAndDropRecipients SenderDomains "
    "SenderIPAddresses TlsSenderCertificateName TreatMessagesAsInternal TrustedOrganizations";

constexpr std::string_view kOutboundParameters =
    "AllAcceptedDomains CloudServicesMailEnabled Comment ConnectorSource ConnectorType Enabled "
    "IsTransportRuleScoped Name RecipientDomains RouteAllMessagesViaOnPremises "
    "MtaStsMode SenderRewritingEnabled SmartHosts SmtpDaneMode TestMode TlsDomain TlsSettings "
    "UseMXRecord "
    "ValidationRecipients";

std::vector<CodeNoun> connector_nouns() {
  constexpr ObjectKind kKind = ObjectKind::connector;
  return {
      {.noun = "SendConnector",
       .kind = kKind,
       .connector = ConnectorKind::send,
       .parameters = kSendParameters,
       .only_new = "Region TemplateInstance Usage",
       .only_set = "Identity Instance",
       .switches_of_new = "Custom Internal Internet Partner"},
      {.noun = "ForeignConnector",
       .kind = kKind,
       .connector = ConnectorKind::foreign,
       .parameters = "AddressSpaces DomainController IsScopedConnector Name SourceTransportServers",
       .only_new = "TemplateInstance",
       .only_set = "Identity Instance Comment DropDirectory DropDirectoryQuota Enabled "
                   "MaxMessageSize RelayDsnRequired",
       .switches_of_new = ""},
      {.noun = "DeliveryAgentConnector",
       .kind = kKind,
       .connector = ConnectorKind::delivery_agent,
       .parameters = "AddressSpaces Comment DeliveryProtocol DomainController Enabled "
                     "IsScopedConnector MaxConcurrentConnections MaxMessageSize "
                     "MaxMessagesPerConnection Name SourceTransportServers",
       .only_new = "",
       .only_set = "Identity",
       .switches_of_new = ""},
      {.noun = "RoutingGroupConnector",
       .kind = kKind,
       .connector = ConnectorKind::routing_group,
       .parameters = "Cost DomainController Name PublicFolderReferralsEnabled "
                     "SourceTransportServers TargetTransportServers",
       .only_new = "BiDirectional TemplateInstance",
       .only_set = "Identity Instance MaxMessageSize",
       .switches_of_new = ""},
      {.noun = "ReceiveConnector",
       .kind = kKind,
       .connector = ConnectorKind::receive,
       .parameters = kReceiveParameters,
       .only_new = "Server Usage TemplateInstance",
       .only_set = "Identity Instance BareLinefeedRejectionEnabled SmtpUtf8Enabled",
       .switches_of_new = "Client Custom Internal Internet Partner"},
      {.noun = "InboundConnector",
       .kind = kKind,
       .connector = ConnectorKind::inbound,
       .parameters = kInboundParameters,
       .only_new = "",
       .only_set = "Identity",
       .switches_of_new = ""},
      {.noun = "OutboundConnector",
       .kind = kKind,
       .connector = ConnectorKind::outbound,
       .parameters = kOutboundParameters,
       .only_new = "LinkForModifiedConnector",
       .only_set = "Identity IsValidated LastValidationTimestamp",
       .switches_of_new = ""},
  };
}

std::vector<CodeNoun> all_nouns() {
  std::vector<CodeNoun> nouns = connector_nouns();
  nouns.push_back(
      {.noun = "AcceptedDomain",
       .kind = ObjectKind::accepted_domain,
       .parameters = "DomainController DomainType MatchSubDomains Name",
       .only_new = "DomainName AuthenticationType CatchAllRecipient MailFlowPartner "
                   "OutboundOnly Organization TemplateInstance",
       .only_set = "Identity Instance AddressBookEnabled CanHaveCloudCache "
                   "CatchAllRecipient EnableNego2Authentication MailFlowRegion MakeDefault "
                   "OutboundOnly PendingCompletion PendingRemoval "
                   "SendingFromDomainDisabled SendingToDomainDisabled",
       .switches_of_new = "InitialDomain SkipDnsProvisioning SkipDomainNameValidation"});
  nouns.push_back({.noun = "RemoteDomain",
                   .kind = ObjectKind::remote_domain,
                   .parameters = "DomainController Name",
                   .only_new = "DomainName",
                   .only_set = "Identity",
                   .switches_of_new = "",
                   .complete = false});
  nouns.push_back({.noun = "AdSite",
                   .kind = ObjectKind::site,
                   .parameters = "",
                   .only_new = "",
                   .only_set = "Identity Instance DomainController HubSiteEnabled "
                               "InboundMailEnabled Name PartnerId",
                   .switches_of_new = ""});
  nouns.push_back(
      {.noun = "AdSiteLink",
       .kind = ObjectKind::site_link,
       .parameters = "",
       .only_new = "",
       .only_set = "Identity Instance DomainController ExchangeCost MaxMessageSize Name",
       .switches_of_new = ""});
  for (std::string_view noun : {"TransportService", "TransportServer"}) {
    nouns.push_back({.noun = noun,
                     .kind = ObjectKind::transport_service,
                     .parameters = "",
                     .only_new = "",
                     .only_set = "Identity ExternalDNSAdapterEnabled ExternalDNSServers "
                                 "RootDropDirectoryPath SendProtocolLogPath",
                     .switches_of_new = "",
                     .complete = false});
  }
  return nouns;
}

}  // namespace

const CodeNoun& permission_noun() {
  static const CodeNoun noun = {
      .noun = "ADPermission",
      .kind = ObjectKind::connector,
      .parameters =
          "Identity User ExtendedRights AccessRights ChildObjectTypes DomainController "
          "InheritanceType InheritedObjectType Instance Owner Properties",
      .only_new = {},
      .only_set = {},
      .switches_of_new = "Deny"};
  return noun;
}

const std::vector<CodeNoun>& code_nouns() {
  static const std::vector<CodeNoun> nouns = all_nouns();
  return nouns;
}

const CodeNoun* code_noun_named(std::string_view noun) {
  for (const CodeNoun& known : code_nouns()) {
    if (equals_ignoring_case(known.noun, noun)) return &known;
  }
  return nullptr;
}

CodeCmdlet code_cmdlet_named(std::string_view command) {
  const std::size_t module = command.rfind('\\');
  if (module != std::string_view::npos) command.remove_prefix(module + 1);
  const std::size_t dash = command.find('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view verb = command.substr(0, dash);
  const CodeNoun* noun = code_noun_named(command.substr(dash + 1));
  if (equals_ignoring_case(verb, "New")) return {CodeVerb::create, noun};
  if (equals_ignoring_case(verb, "Set")) return {CodeVerb::change, noun};
  if (equals_ignoring_case(verb, "Remove")) return {CodeVerb::remove, noun};
  return {};
}

}  // namespace connlint
