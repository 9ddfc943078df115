#include "linter/import/cmdlet/cmdlet_types.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string>

#include "linter/support/text.h"

namespace connlint {
namespace {

struct NamedCmdletClass {
  std::string_view name;
  CmdletClass type;
};

constexpr CmdletClass connector(ConnectorKind kind) { return {ObjectKind::connector, kind}; }
constexpr CmdletClass plain(ObjectKind kind) { return {kind, ConnectorKind::unknown}; }

/// The base class of all connectors that send, the Foreign and routing group connectors too.
constexpr std::string_view kBaseOfConnectors = "SendConnector";

/// The classes that the Get- cmdlets return.
constexpr std::array kTypes = {
    NamedCmdletClass{"SmtpSendConnectorConfig", connector(ConnectorKind::send)},
    NamedCmdletClass{"ForeignConnector", connector(ConnectorKind::foreign)},
    NamedCmdletClass{"DeliveryAgentConnector", connector(ConnectorKind::delivery_agent)},
    NamedCmdletClass{"RoutingGroupConnector", connector(ConnectorKind::routing_group)},
    NamedCmdletClass{"ReceiveConnector", connector(ConnectorKind::receive)},
    NamedCmdletClass{"OutboundConnector", connector(ConnectorKind::outbound)},
    NamedCmdletClass{"TenantOutboundConnector", connector(ConnectorKind::outbound)},
    NamedCmdletClass{"InboundConnector", connector(ConnectorKind::inbound)},
    NamedCmdletClass{"TenantInboundConnector", connector(ConnectorKind::inbound)},
    NamedCmdletClass{"ExchangeServer", plain(ObjectKind::server)},
    NamedCmdletClass{"ADSite", plain(ObjectKind::site)},
    NamedCmdletClass{"ADSiteLink", plain(ObjectKind::site_link)},
    NamedCmdletClass{"AcceptedDomain", plain(ObjectKind::accepted_domain)},
    NamedCmdletClass{"EmailAddressPolicy", plain(ObjectKind::email_address_policy)},
    NamedCmdletClass{"MailContact", plain(ObjectKind::recipient)},
    NamedCmdletClass{"MailUser", plain(ObjectKind::recipient)},
    NamedCmdletClass{"RemoteDomain", plain(ObjectKind::remote_domain)},
    NamedCmdletClass{"DomainContentConfig", plain(ObjectKind::remote_domain)},
    NamedCmdletClass{"TransportConfigContainer", plain(ObjectKind::transport_config)},
    NamedCmdletClass{"TransportServer", plain(ObjectKind::transport_service)},
    NamedCmdletClass{"TransportService", plain(ObjectKind::transport_service)},
    NamedCmdletClass{"EdgeSubscription", plain(ObjectKind::edge_subscription)},
    NamedCmdletClass{"ExchangeCertificate", plain(ObjectKind::certificate)},
};

/// The nouns of the cmdlets, in lower case and singular.
constexpr std::array kNouns = {
    NamedCmdletClass{"sendconnector", connector(ConnectorKind::send)},
    NamedCmdletClass{"foreignconnector", connector(ConnectorKind::foreign)},
    NamedCmdletClass{"deliveryagentconnector", connector(ConnectorKind::delivery_agent)},
    NamedCmdletClass{"routinggroupconnector", connector(ConnectorKind::routing_group)},
    NamedCmdletClass{"receiveconnector", connector(ConnectorKind::receive)},
    NamedCmdletClass{"outboundconnector", connector(ConnectorKind::outbound)},
    NamedCmdletClass{"inboundconnector", connector(ConnectorKind::inbound)},
    NamedCmdletClass{"exchangeserver", plain(ObjectKind::server)},
    NamedCmdletClass{"server", plain(ObjectKind::server)},
    NamedCmdletClass{"adsite", plain(ObjectKind::site)},
    NamedCmdletClass{"site", plain(ObjectKind::site)},
    NamedCmdletClass{"adsitelink", plain(ObjectKind::site_link)},
    NamedCmdletClass{"sitelink", plain(ObjectKind::site_link)},
    NamedCmdletClass{"accepteddomain", plain(ObjectKind::accepted_domain)},
    NamedCmdletClass{"emailaddresspolicy", plain(ObjectKind::email_address_policy)},
    NamedCmdletClass{"mailcontact", plain(ObjectKind::recipient)},
    NamedCmdletClass{"mailuser", plain(ObjectKind::recipient)},
    NamedCmdletClass{"remotedomain", plain(ObjectKind::remote_domain)},
    NamedCmdletClass{"transportconfig", plain(ObjectKind::transport_config)},
    NamedCmdletClass{"transportserver", plain(ObjectKind::transport_service)},
    NamedCmdletClass{"transportservice", plain(ObjectKind::transport_service)},
    NamedCmdletClass{"edgesubscription", plain(ObjectKind::edge_subscription)},
    NamedCmdletClass{"exchangecertificate", plain(ObjectKind::certificate)},
};

/// Properties that together only one kind of object has; the first row that fits decides.
struct Shape {
  std::array<std::string_view, 2> names;
  CmdletClass type;
};
constexpr std::array kShapes = {
    Shape{{"DropDirectory", ""}, connector(ConnectorKind::foreign)},
    Shape{{"DeliveryProtocol", ""}, connector(ConnectorKind::delivery_agent)},
    Shape{{"TargetTransportServers", ""}, connector(ConnectorKind::routing_group)},
    Shape{{"TargetRoutingGroup", ""}, connector(ConnectorKind::routing_group)},
    Shape{{"Bindings", "RemoteIPRanges"}, connector(ConnectorKind::receive)},
    Shape{{"Bindings", "PermissionGroups"}, connector(ConnectorKind::receive)},
    Shape{{"RecipientDomains", "UseMXRecord"}, connector(ConnectorKind::outbound)},
    Shape{{"RecipientDomains", "SmartHosts"}, connector(ConnectorKind::outbound)},
    Shape{{"SenderDomains", "ConnectorType"}, connector(ConnectorKind::inbound)},
    Shape{{"SenderDomains", "SenderIPAddresses"}, connector(ConnectorKind::inbound)},
    Shape{{"AddressSpaces", ""}, connector(ConnectorKind::send)},
    Shape{{"SmartHosts", "DNSRoutingEnabled"}, connector(ConnectorKind::send)},
    Shape{{"SourceTransportServers", "IsScopedConnector"}, connector(ConnectorKind::send)},
    Shape{{"AdminDisplayVersion", ""}, plain(ObjectKind::server)},
    Shape{{"ServerRole", "Site"}, plain(ObjectKind::server)},
    Shape{{"DomainName", "DomainType"}, plain(ObjectKind::accepted_domain)},
    Shape{{"HubSiteEnabled", ""}, plain(ObjectKind::site)},
    Shape{{"ADCost", "Sites"}, plain(ObjectKind::site_link)},
    Shape{{"ExchangeCost", "Sites"}, plain(ObjectKind::site_link)},
    Shape{{"EnabledEmailAddressTemplates", ""}, plain(ObjectKind::email_address_policy)},
    Shape{{"TLSSendDomainSecureList", ""}, plain(ObjectKind::transport_config)},
    Shape{{"RootDropDirectoryPath", ""}, plain(ObjectKind::transport_service)},
    Shape{{"ExternalDNSAdapterEnabled", ""}, plain(ObjectKind::transport_service)},
    Shape{{"DomainName", "AllowedOOFType"}, plain(ObjectKind::remote_domain)},
    Shape{{"CertificateDomains", "Thumbprint"}, plain(ObjectKind::certificate)},
    Shape{{"ExternalEmailAddress", ""}, plain(ObjectKind::recipient)},
};

std::optional<CmdletClass> find_in(std::span<const NamedCmdletClass> table, std::string_view name) {
  const auto it = std::ranges::find_if(
      table, [name](const NamedCmdletClass& row) { return equals_ignoring_case(row.name, name); });
  return it == table.end() ? std::nullopt : std::optional(it->type);
}

/// The prefixes of types whose properties need not be those of the class that follows.
std::string_view without_prefixes(std::string_view type) {
  bool found = true;
  while (found) {
    found = false;
    for (std::string_view prefix : {"Deserialized.", "Selected."}) {
      if (!starts_with_ignoring_case(type, prefix)) continue;
      type.remove_prefix(prefix.size());
      found = true;
    }
  }
  return type;
}

bool has_field(const Record& record, std::string_view name) {
  return name.empty() || std::ranges::any_of(record.fields, [name](const Field& field) {
           return equals_ignoring_case(field.name.value, name);
         });
}

std::optional<CmdletClass> class_of_shape(const Record& record) {
  const auto it = std::ranges::find_if(kShapes, [&record](const Shape& shape) {
    return has_field(record, shape.names[0]) && has_field(record, shape.names[1]);
  });
  return it == kShapes.end() ? std::nullopt : std::optional(it->type);
}

/// Whether the record's type is a class of Exchange, so that its properties need no guess.
bool has_exchange_type(const Record& record) {
  return !record.types.empty() &&
         starts_with_ignoring_case(without_prefixes(record.types.front().value),
                                   "Microsoft.Exchange.");
}

}  // namespace

std::string_view short_type_name(std::string_view type) {
  std::string_view name = without_prefixes(trim(type));
  name = name.substr(0, name.find_first_of("`[,"));
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

std::optional<CmdletClass> class_of_container(std::string_view name) {
  std::string noun;
  for (char c : name) {
    if (is_letter(c) || is_digit(c)) noun += to_lower(c);
  }
  if (noun.starts_with("get")) noun.erase(0, 3);
  if (const auto found = find_in(kNouns, noun)) return found;
  if (noun.ends_with("ies")) return find_in(kNouns, noun.replace(noun.size() - 3, 3, "y"));
  if (noun.ends_with('s')) noun.pop_back();
  return find_in(kNouns, noun);
}

bool may_hold_objects(const Record& record) {
  return !has_exchange_type(record) && !has_field(record, "DistinguishedName") &&
         !has_field(record, "Guid");
}

std::optional<CmdletClass> class_of(const Record& record) {
  for (const Text& type : record.types) {
    const std::string_view name = short_type_name(type.value);
    if (const auto found = find_in(kTypes, name)) return found;
    if (!equals_ignoring_case(name, kBaseOfConnectors)) continue;
    const auto shape = class_of_shape(record);
    const bool tells = shape && shape->kind == ObjectKind::connector;
    return tells ? shape : connector(ConnectorKind::send);
  }
  if (has_exchange_type(record)) return std::nullopt;
  // A reference to an object in a list that has a cmdlet's noun (`Servers` of a group of servers).
  if (has_field(record, "Rdn") && has_field(record, "ObjectGuid")) return std::nullopt;
  if (const auto found = class_of_container(record.container.value)) return found;
  return class_of_shape(record);
}

}  // namespace connlint
