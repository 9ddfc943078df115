// The one table of properties: the name in the organisation file, the cmdlet's name, the
// directory's attribute, the kind of value, and the kinds of object that have it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace connlint {

/// The kinds of object that an organisation consists of.
enum class ObjectKind : std::uint8_t {
  organization,
  server,
  site,
  site_link,
  routing_group,
  connector,
  accepted_domain,
  recipient,
  email_address_policy,
  address_template,
  transport_config,
  transport_service,
  edge_subscription,
  remote_domain,
  certificate,
};
inline constexpr std::size_t kObjectKinds = 15;

/// What an object of the kind is called in messages and in `subject.kind`: `routing-group`.
std::string_view name_of(ObjectKind kind);
/// The key of its list in the organisation file: `routing_groups`.
std::string_view list_name_of(ObjectKind kind);

/// How a property's value is read, kept and written.
enum class PropertyType : std::uint8_t {
  text,           ///< Kept as written.
  word,           ///< One of a closed set of words; kept as the importers spell it.
  boolean,        ///< `bool`.
  number,         ///< `std::int64_t`.
  size,           ///< `Size`.
  time,           ///< `std::int64_t`: seconds since 1970 in UTC.
  duration,       ///< Text such as `00:10:00`.
  version,        ///< Text, `8.1 (Build 240.6)` where it could be read.
  texts,          ///< `Names`: a list of texts.
  words,          ///< `Names`: a list of words.
  server,         ///< Text: the short name of a server.
  servers,        ///< `Names`: short names of servers.
  site,           ///< Text: the name of a site.
  sites,          ///< `Names`: names of sites.
  routing_group,  ///< Text: `[Administrative Group\]Routing Group`.
  spaces,         ///< `Spaces`: address spaces.
};

/// Bits of the object kinds that have a property.
using ObjectKinds = std::uint32_t;
constexpr ObjectKinds bit(ObjectKind kind) { return ObjectKinds{1} << static_cast<unsigned>(kind); }

// X(organisation file name, type, cmdlet name, directory attribute, kinds). The cmdlet name or the
// attribute is empty where that vocabulary has none, or has one that needs more than renaming
// (IsScopedConnector, Local: prefixes, objectClass): then the importer sets the property itself.
// Where several cmdlet names mean one property, the importer knows the others.
#define CONNLINT_PROPERTIES(X)                                                                    \
  /* every object */                                                                              \
  X(name, text, "Name", "cn", kAny)                                                               \
  X(guid, text, "Guid", "objectGUID", kAny)                                                       \
  X(dn, text, "DistinguishedName", "distinguishedName", kAny)                                     \
  X(changed, time, "WhenChanged", "whenChanged", kAny)                                            \
  X(comment, text, "Comment", "adminDescription", kAny)                                           \
  X(is_valid, boolean, "IsValid", "", kAny)                                                       \
  X(exchange_version, text, "ExchangeVersion", "", kAny)                                          \
  /* connectors: what the organisation file names in its own way */                               \
  X(kind, word, "", "", kConnector)                                                               \
  X(gateway_class, word, "", "", kConnector)                                                      \
  X(address_spaces, spaces, "AddressSpaces", "routingList", kConnector)                           \
  X(smart_hosts, texts, "SmartHosts", "msExchSmtpSmartHost", kConnector)                          \
  X(dns_routing, boolean, "DNSRoutingEnabled", "", kConnector)                                    \
  X(scope, word, "", "", kConnector)                                                              \
  X(source_servers, servers, "SourceTransportServers", "msExchSourceBridgeheadServersDN",         \
    kConnector)                                                                                   \
  X(target_servers, servers, "TargetTransportServers", "msExchTargetBridgeheadServersDN",         \
    kConnector)                                                                                   \
  X(home, routing_group, "SourceRoutingGroup", "", kConnector)                                    \
  X(target, routing_group, "TargetRoutingGroup", "msExchDestinationRGDN", kConnector)             \
  X(home_mta_server_id, server, "HomeMtaServerId", "homeMTA", kConnector)                         \
  X(enabled, boolean, "Enabled", "msExchSmtpSendEnabled", kConnector)                             \
  X(max_message_size, size, "MaxMessageSize", "delivContLength", kConnector | kSiteLink)          \
  X(cost, number, "Cost", "cost", kConnector | kSiteLink)                                         \
  X(connected_routing_groups, texts, "ConnectedDomains", "connectedDomains", kConnector)          \
  X(activation, word, "", "activationStyle", kConnector)                                          \
  X(accept_from, texts, "", "", kConnector)                                                       \
  X(reject_from, texts, "", "", kConnector)                                                       \
  X(allowed_priorities, words, "", "", kConnector)                                                \
  X(public_folder_referrals_enabled, boolean, "PublicFolderReferralsEnabled", "", kConnector)     \
  /* connectors: everything else has the cmdlet's name */                                         \
  X(port, number, "Port", "msExchSmtpSendPort", kConnector)                                       \
  X(smart_host_auth_mechanism, text, "SmartHostAuthMechanism", "", kConnector)                    \
  X(authentication_credential, text, "AuthenticationCredential", "", kConnector)                  \
  X(require_tls, boolean, "RequireTLS", "", kConnector)                                           \
  X(ignore_starttls, boolean, "IgnoreSTARTTLS", "", kConnector)                                   \
  X(tls_auth_level, text, "TlsAuthLevel", "", kConnector)                                         \
  X(tls_domain, text, "TlsDomain", "msExchSmtpSendTlsDomain", kConnector)                         \
  X(tls_certificate_name, text, "TlsCertificateName", "", kConnector)                             \
  X(domain_secure_enabled, boolean, "DomainSecureEnabled", "", kConnector)                        \
  X(force_helo, boolean, "ForceHELO", "", kConnector)                                             \
  X(fqdn, text, "Fqdn", "", kConnector | kServer)                                                 \
  X(frontend_proxy_enabled, boolean, "FrontendProxyEnabled", "", kConnector)                      \
  X(use_external_dns_servers_enabled, boolean, "UseExternalDNSServersEnabled", "", kConnector)    \
  X(source_ip_address, text, "SourceIPAddress", "", kConnector)                                   \
  X(smtp_max_messages_per_connection, number, "SmtpMaxMessagesPerConnection",                     \
    "msExchSmtpMaxMessagesPerConnection", kConnector)                                             \
  X(connection_inactivity_timeout, duration, "ConnectionInactivityTimeOut", "", kConnector)       \
  X(connection_timeout, duration, "ConnectionTimeout", "", kConnector)                            \
  X(protocol_logging_level, text, "ProtocolLoggingLevel", "", kConnector)                         \
  X(error_policies, text, "ErrorPolicies", "", kConnector)                                        \
  X(usage, text, "Usage", "", kConnector)                                                         \
  X(connector_type, text, "ConnectorType", "", kConnector)                                        \
  X(cloud_services_mail_enabled, boolean, "CloudServicesMailEnabled", "", kConnector)             \
  X(is_coexistence_connector, boolean, "IsCoexistenceConnector", "", kConnector)                  \
  X(is_smtp_connector, boolean, "IsSmtpConnector", "", kConnector)                                \
  X(linked_receive_connector, text, "LinkedReceiveConnector", "", kConnector)                     \
  X(require_oorg, boolean, "RequireOorg", "", kConnector)                                         \
  X(drop_directory, text, "DropDirectory", "msExchTransportDropDirectoryName", kConnector)        \
  X(drop_directory_quota, size, "DropDirectoryQuota", "", kConnector)                             \
  X(relay_dsn_required, boolean, "RelayDsnRequired", "", kConnector)                              \
  X(delivery_protocol, text, "DeliveryProtocol", "", kConnector)                                  \
  X(max_concurrent_connections, number, "MaxConcurrentConnections", "", kConnector)               \
  X(max_messages_per_connection, number, "MaxMessagesPerConnection", "", kConnector)              \
  X(bi_directional, boolean, "BiDirectional", "", kConnector)                                     \
  X(extended_right_allow_entries, texts, "ExtendedRightAllowEntries", "", kConnector)             \
  X(extended_right_deny_entries, texts, "ExtendedRightDenyEntries", "", kConnector)               \
  X(local_mta_name, text, "", "mTALocalDesig", kConnector)                                        \
  X(remote_mta_name, text, "", "gatewayLocalDesig", kConnector)                                   \
  X(etrn_domains, texts, "", "msExchRoutingETRNDomains", kConnector)                              \
  X(turn_accounts, texts, "", "msExchSmtpAuthorizedTRNAccounts", kConnector)                      \
  /* Receive connectors */                                                                        \
  X(server, server, "Server", "", kConnector | kTransportService)                                 \
  X(bindings, texts, "Bindings", "", kConnector)                                                  \
  X(remote_ip_ranges, texts, "RemoteIPRanges", "", kConnector)                                    \
  X(auth_mechanism, text, "AuthMechanism", "", kConnector)                                        \
  X(permission_groups, text, "PermissionGroups", "", kConnector)                                  \
  X(transport_role, text, "TransportRole", "", kConnector)                                        \
  X(max_hop_count, number, "MaxHopCount", "", kConnector)                                         \
  X(long_addresses_enabled, boolean, "LongAddressesEnabled", "", kConnector)                      \
  X(default_domain, text, "DefaultDomain", "", kConnector)                                        \
  X(banner, text, "Banner", "", kConnector)                                                       \
  /* Exchange Online connectors */                                                                \
  X(connector_source, text, "ConnectorSource", "", kConnector)                                    \
  X(use_mx_record, boolean, "UseMXRecord", "", kConnector)                                        \
  X(recipient_domains, texts, "RecipientDomains", "", kConnector)                                 \
  X(sender_domains, texts, "SenderDomains", "", kConnector)                                       \
  X(sender_ip_addresses, texts, "SenderIPAddresses", "", kConnector)                              \
  X(associated_accepted_domains, texts, "AssociatedAcceptedDomains", "", kConnector)              \
  X(tls_settings, text, "TlsSettings", "", kConnector)                                            \
  X(tls_sender_certificate_name, text, "TlsSenderCertificateName", "", kConnector)                \
  X(restrict_domains_to_certificate, boolean, "RestrictDomainsToCertificate", "", kConnector)     \
  X(restrict_domains_to_ip_addresses, boolean, "RestrictDomainsToIPAddresses", "", kConnector)    \
  X(treat_messages_as_internal, boolean, "TreatMessagesAsInternal", "", kConnector)               \
  X(is_transport_rule_scoped, boolean, "IsTransportRuleScoped", "", kConnector)                   \
  X(route_all_messages_via_on_premises, boolean, "RouteAllMessagesViaOnPremises", "", kConnector) \
  X(all_accepted_domains, boolean, "AllAcceptedDomains", "", kConnector)                          \
  X(test_mode, boolean, "TestMode", "", kConnector)                                               \
  X(validation_recipients, texts, "ValidationRecipients", "", kConnector)                         \
  X(sender_rewriting_enabled, boolean, "SenderRewritingEnabled", "", kConnector)                  \
  X(ef_skip_ips, texts, "EFSkipIPs", "", kConnector)                                              \
  X(ef_skip_last_ip, boolean, "EFSkipLastIP", "", kConnector)                                     \
  X(ef_users, texts, "EFUsers", "", kConnector)                                                   \
  /* servers */                                                                                   \
  X(version, version, "AdminDisplayVersion", "serialNumber", kServer)                             \
  X(update_rollup, number, "", "", kServer)                                                       \
  X(roles, words, "ServerRole", "msExchCurrentServerRoles", kServer)                              \
  X(site, site, "Site", "msExchServerSite", kServer | kEdgeSubscription)                          \
  X(routing_group, routing_group, "", "msExchHomeRoutingGroup", kServer)                          \
  X(edition, text, "Edition", "", kServer)                                                        \
  X(exchange_legacy_dn, text, "ExchangeLegacyDN", "legacyExchangeDN", kServer)                    \
  X(store_started, time, "", "", kServer)                                                         \
  X(transport_started, time, "", "", kServer)                                                     \
  X(suppress_link_state, boolean, "", "", kServer)                                                \
  X(deleted, boolean, "", "", kServer)                                                            \
  X(virtual_server_smart_hosts, texts, "", "", kServer)                                           \
  /* sites and site links */                                                                      \
  X(hub, boolean, "HubSiteEnabled", "", kSite)                                                    \
  X(inbound_mail_enabled, boolean, "InboundMailEnabled", "", kSite)                               \
  X(sites, sites, "Sites", "siteList", kSiteLink)                                                 \
  X(exchange_cost, number, "ExchangeCost", "msExchCost", kSiteLink)                               \
  X(protocol, word, "", "", kSiteLink)                                                            \
  /* routing groups */                                                                            \
  X(administrative_group, text, "", "", kRoutingGroup)                                            \
  X(master, server, "RoutingMasterDN", "msExchRoutingMasterDN", kRoutingGroup)                    \
  X(members, servers, "RoutingGroupMembersDN", "msExchRoutingGroupMembersBL", kRoutingGroup)      \
  /* accepted domains */                                                                          \
  X(type, word, "DomainType", "", kAcceptedDomain)                                                \
  X(default_, boolean, "Default", "", kAcceptedDomain)                                            \
  X(match_sub_domains, boolean, "MatchSubDomains", "", kAcceptedDomain)                           \
  X(address_book_enabled, boolean, "AddressBookEnabled", "", kAcceptedDomain)                     \
  /* recipients, policies */                                                                      \
  X(target_address, text, "ExternalEmailAddress", "targetAddress", kRecipient)                    \
  X(email_addresses, texts, "EmailAddresses", "proxyAddresses", kRecipient)                       \
  X(enabled_email_address_templates, texts, "EnabledEmailAddressTemplates", "gatewayProxy",       \
    kPolicy)                                                                                      \
  X(disabled_email_address_templates, texts, "DisabledEmailAddressTemplates",                     \
    "disabledGatewayProxy", kPolicy)                                                              \
  /* organisation-wide and per-server transport settings */                                       \
  X(max_send_size, size, "MaxSendSize", "submissionContLength", kTransportConfig)                 \
  X(max_receive_size, size, "MaxReceiveSize", "", kTransportConfig)                               \
  X(tls_send_domain_secure_list, texts, "TLSSendDomainSecureList", "", kTransportConfig)          \
  X(tls_receive_domain_secure_list, texts, "TLSReceiveDomainSecureList", "", kTransportConfig)    \
  X(root_drop_directory_path, text, "RootDropDirectoryPath", "", kTransportService)               \
  X(send_protocol_log_path, text, "SendProtocolLogPath", "", kTransportService)                   \
  X(external_dns_servers, texts, "ExternalDNSServers", "", kTransportService)                     \
  X(external_dns_adapter_enabled, boolean, "ExternalDNSAdapterEnabled", "", kTransportService)    \
  X(domain_name, text, "DomainName", "", kRemoteDomain)                                           \
  /* certificates */                                                                              \
  X(subject, text, "Subject", "", kCertificate)                                                   \
  X(issuer, text, "Issuer", "", kCertificate)                                                     \
  X(thumbprint, text, "Thumbprint", "", kCertificate)                                             \
  X(services, text, "Services", "", kCertificate)                                                 \
  X(not_before, time, "NotBefore", "", kCertificate)                                              \
  X(not_after, time, "NotAfter", "", kCertificate)                                                \
  X(certificate_domains, texts, "CertificateDomains", "", kCertificate)

/// A property of an object. The enumerator is the name in the organisation file.
enum class Property : std::uint8_t {
#define CONNLINT_PROPERTY_ENUMERATOR(id, type, cmdlet, attribute, kinds) id,
  CONNLINT_PROPERTIES(CONNLINT_PROPERTY_ENUMERATOR)
#undef CONNLINT_PROPERTY_ENUMERATOR
};

#define CONNLINT_PROPERTY_NAME(id, type, cmdlet, attribute, kinds) Property::id,
/// How many properties there are.
inline constexpr std::size_t kPropertyCount =
    std::array{CONNLINT_PROPERTIES(CONNLINT_PROPERTY_NAME)}.size();
#undef CONNLINT_PROPERTY_NAME

/// One row of the table.
struct PropertyInfo {
  Property id;
  PropertyType type;
  /// The key in the organisation file.
  std::string_view name;
  /// The cmdlet's name, or empty.
  std::string_view cmdlet;
  /// The directory attribute, or empty.
  std::string_view attribute;
  /// The kinds of object that have it.
  ObjectKinds kinds;
};

/// The table, in the order in which `show` writes.
std::span<const PropertyInfo> properties();
/// The row of a property.
const PropertyInfo& info_of(Property property);
/// The key of a property in the organisation file.
inline std::string_view name_of(Property property) { return info_of(property).name; }

/// The property of objects of `kind` by its organisation file name (exact), or null.
const PropertyInfo* property_named(std::string_view name, ObjectKind kind);
/// The property of objects of `kind` by its cmdlet name (without regard to case), or null.
const PropertyInfo* property_of_cmdlet(std::string_view cmdlet, ObjectKind kind);
/// The property of objects of `kind` by its attribute name (without regard to case), or null.
const PropertyInfo* property_of_attribute(std::string_view attribute, ObjectKind kind);

}  // namespace connlint
