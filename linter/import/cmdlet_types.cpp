#include "linter/import/cmdlet_types.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string>

#include "linter/support/text.h"

namespace connlint {
namespace {

struct NamedClass {
  std::string_view name;
  CmdletClass type;
};

constexpr CmdletClass connector(ConnectorKind kind) { return {ObjectKind::connector, kind}; }
constexpr CmdletClass plain(ObjectKind kind) { return {kind, ConnectorKind::unknown}; }

/// The base class of all connectors that send, the Foreign and routing group connectors too.
constexpr std::string_view kBaseOfConnectors = "SendConnector";

/// The classes that the Get- cmdlets return.
constexpr std::array kTypes = {
    NamedClass{"SmtpSendConnectorConfig", connector(ConnectorKind::send)},
    NamedClass{"ForeignConnector", connector(ConnectorKind::foreign)},
    NamedClass{"DeliveryAgentConnector", connector(ConnectorKind::delivery_agent)},
    NamedClass{"RoutingGroupConnector", connector(ConnectorKind::routing_group)},
    NamedClass{"ReceiveConnector", connector(ConnectorKind::receive)},
    NamedClass{"OutboundConnector", connector(ConnectorKind::outbound)},
    NamedClass{"TenantOutboundConnector", connector(ConnectorKind::outbound)},
    NamedClass{"InboundConnector", connector(ConnectorKind::inbound)},
    NamedClass{"TenantInboundConnector", connector(ConnectorKind::inbound)},
    NamedClass{"ExchangeServer", plain(ObjectKind::server)},
    NamedClass{"ADSite", plain(ObjectKind::site)},
    NamedClass{"ADSiteLink", plain(ObjectKind::site_link)},
    NamedClass{"AcceptedDomain", plain(ObjectKind::accepted_domain)},
    NamedClass{"EmailAddressPolicy", plain(ObjectKind::email_address_policy)},
    NamedClass{"MailContact", plain(ObjectKind::recipient)},
    NamedClass{"MailUser", plain(ObjectKind::recipient)},
    NamedClass{"RemoteDomain", plain(ObjectKind::remote_domain)},
    NamedClass{"DomainContentConfig", plain(ObjectKind::remote_domain)},
    NamedClass{"TransportConfigContainer", plain(ObjectKind::transport_config)},
    NamedClass{"TransportServer", plain(ObjectKind::transport_service)},
    NamedClass{"TransportService", plain(ObjectKind::transport_service)},
    NamedClass{"EdgeSubscription", plain(ObjectKind::edge_subscription)},
    NamedClass{"ExchangeCertificate", plain(ObjectKind::certificate)},
};

/// The nouns of the cmdlets, in lower case and singular.
constexpr std::array kNouns = {
    NamedClass{"sendconnector", connector(ConnectorKind::send)},
    NamedClass{"foreignconnector", connector(ConnectorKind::foreign)},
    NamedClass{"deliveryagentconnector", connector(ConnectorKind::delivery_agent)},
    NamedClass{"routinggroupconnector", connector(ConnectorKind::routing_group)},
    NamedClass{"receiveconnector", connector(ConnectorKind::receive)},
    NamedClass{"outboundconnector", connector(ConnectorKind::outbound)},
    NamedClass{"inboundconnector", connector(ConnectorKind::inbound)},
    NamedClass{"exchangeserver", plain(ObjectKind::server)},
    NamedClass{"server", plain(ObjectKind::server)},
    NamedClass{"adsite", plain(ObjectKind::site)},
    NamedClass{"site", plain(ObjectKind::site)},
    NamedClass{"adsitelink", plain(ObjectKind::site_link)},
    NamedClass{"sitelink", plain(ObjectKind::site_link)},
    NamedClass{"accepteddomain", plain(ObjectKind::accepted_domain)},
    NamedClass{"emailaddresspolicy", plain(ObjectKind::email_address_policy)},
    NamedClass{"mailcontact", plain(ObjectKind::recipient)},
    NamedClass{"mailuser", plain(ObjectKind::recipient)},
    NamedClass{"remotedomain", plain(ObjectKind::remote_domain)},
    NamedClass{"transportconfig", plain(ObjectKind::transport_config)},
    NamedClass{"transportserver", plain(ObjectKind::transport_service)},
    NamedClass{"transportservice", plain(ObjectKind::transport_service)},
    NamedClass{"edgesubscription", plain(ObjectKind::edge_subscription)},
    NamedClass{"exchangecertificate", plain(ObjectKind::certificate)},
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

std::optional<CmdletClass> find_in(std::span<const NamedClass> table, std::string_view name) {
  const auto it = std::ranges::find_if(
      table, [name](const NamedClass& row) { return equals_ignoring_case(row.name, name); });
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
