#include "linter/model/property.h"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr ObjectKinds kAny = ~ObjectKinds{0};
constexpr ObjectKinds kServer = bit(ObjectKind::server);
constexpr ObjectKinds kSite = bit(ObjectKind::site);
constexpr ObjectKinds kSiteLink = bit(ObjectKind::site_link);
constexpr ObjectKinds kRoutingGroup = bit(ObjectKind::routing_group);
constexpr ObjectKinds kConnector = bit(ObjectKind::connector);
constexpr ObjectKinds kAcceptedDomain = bit(ObjectKind::accepted_domain);
constexpr ObjectKinds kRecipient = bit(ObjectKind::recipient);
constexpr ObjectKinds kPolicy = bit(ObjectKind::email_address_policy);
constexpr ObjectKinds kTransportConfig = bit(ObjectKind::transport_config);
constexpr ObjectKinds kTransportService = bit(ObjectKind::transport_service);
constexpr ObjectKinds kEdgeSubscription = bit(ObjectKind::edge_subscription);
constexpr ObjectKinds kRemoteDomain = bit(ObjectKind::remote_domain);
constexpr ObjectKinds kCertificate = bit(ObjectKind::certificate);

/// `default` is a word of C++, hence the underscore of its enumerator.
constexpr std::string_view key_of(std::string_view enumerator) {
  return enumerator.ends_with('_') ? enumerator.substr(0, enumerator.size() - 1) : enumerator;
}

constexpr std::array kTable = {
#define CONNLINT_PROPERTY_ROW(id, type, cmdlet, attribute, kinds) \
  PropertyInfo{Property::id, PropertyType::type, key_of(#id), cmdlet, attribute, kinds},
    CONNLINT_PROPERTIES(CONNLINT_PROPERTY_ROW)
#undef CONNLINT_PROPERTY_ROW
};
static_assert(kTable.size() <= 256, "Property has one byte");

struct KindNames {
  std::string_view singular;
  std::string_view list;
};
constexpr std::array<KindNames, kObjectKinds> kKindNames = {{
    {"organization", ""},
    {"server", "servers"},
    {"site", "sites"},
    {"site-link", "site_links"},
    {"routing-group", "routing_groups"},
    {"connector", "connectors"},
    {"accepted-domain", "accepted_domains"},
    {"recipient", "recipients"},
    {"email-address-policy", "email_address_policies"},
    {"address-template", "address_templates"},
    {"transport-config", "transport_config"},
    {"transport-service", "transport_services"},
    {"edge-subscription", "edge_subscriptions"},
    {"remote-domain", "remote_domains"},
    {"certificate", "exchange_certificates"},
}};

/// Rows by one of their names in lower case; several rows may share a name.
using Index = std::unordered_multimap<std::string, const PropertyInfo*>;

Index make_index(std::string_view PropertyInfo::*name) {
  Index index;
  for (const PropertyInfo& row : kTable) {
    if (!(row.*name).empty()) index.emplace(lower(row.*name), &row);
  }
  return index;
}

const PropertyInfo* find_in(const Index& index, std::string_view name, ObjectKind kind) {
  const auto [first, last] = index.equal_range(lower(name));
  for (auto it = first; it != last; ++it) {
    if ((it->second->kinds & bit(kind)) != 0) return it->second;
  }
  return nullptr;
}

}  // namespace

std::string_view name_of(ObjectKind kind) {
  return kKindNames.at(static_cast<std::size_t>(kind)).singular;
}

std::string_view list_name_of(ObjectKind kind) {
  return kKindNames.at(static_cast<std::size_t>(kind)).list;
}

std::span<const PropertyInfo> properties() { return kTable; }

const PropertyInfo& info_of(Property property) {
  return kTable.at(static_cast<std::size_t>(property));
}

const PropertyInfo* property_named(std::string_view name, ObjectKind kind) {
  static const Index index = make_index(&PropertyInfo::name);
  const PropertyInfo* found = find_in(index, name, kind);
  return found != nullptr && found->name == name ? found : nullptr;
}

const PropertyInfo* property_of_cmdlet(std::string_view cmdlet, ObjectKind kind) {
  static const Index index = make_index(&PropertyInfo::cmdlet);
  return find_in(index, cmdlet, kind);
}

const PropertyInfo* property_of_attribute(std::string_view attribute, ObjectKind kind) {
  static const Index index = make_index(&PropertyInfo::attribute);
  return find_in(index, attribute, kind);
}

}  // namespace connlint
