#include "linter/import/directory/directory_entry.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "linter/support/text.h"

namespace connlint {
namespace {

struct NamedEntryClass {
  std::string_view name;
  EntryClass type;
};

constexpr EntryClass gateway(GatewayClass kind) { return {EntryKind::gateway, kind}; }
constexpr EntryClass plain(EntryKind kind) { return {kind, GatewayClass::none}; }

/// Classes of the schema of Exchange and Active Directory, derived ones before their bases.
constexpr std::array kClasses = {
    NamedEntryClass{"msExchRoutingSMTPConnector", plain(EntryKind::smtp_connector)},
    NamedEntryClass{"msExchDeliveryAgentConnector", plain(EntryKind::delivery_agent)},
    NamedEntryClass{"msExchNotesConnector", gateway(GatewayClass::notes)},
    NamedEntryClass{"msExchGroupWiseConnector", gateway(GatewayClass::groupwise)},
    NamedEntryClass{"msExchccMailConnector", gateway(GatewayClass::ccmail)},
    NamedEntryClass{"mSMailConnector", gateway(GatewayClass::msmail)},
    NamedEntryClass{"msExchSNADSConnector", gateway(GatewayClass::snads)},
    NamedEntryClass{"msExchCalendarConnector", gateway(GatewayClass::calendar)},
    NamedEntryClass{"msExchOVVMConnector", gateway(GatewayClass::other)},
    NamedEntryClass{"mailConnector", gateway(GatewayClass::other)},
    NamedEntryClass{"rFC1006X400Link", plain(EntryKind::x400)},
    NamedEntryClass{"x25X400Link", plain(EntryKind::x400)},
    NamedEntryClass{"tP4X400Link", plain(EntryKind::x400)},
    NamedEntryClass{"rASX400Link", plain(EntryKind::x400)},
    NamedEntryClass{"x400Link", plain(EntryKind::x400)},
    NamedEntryClass{"mailGateway", gateway(GatewayClass::other)},
    NamedEntryClass{"msExchRoutingGroupConnector", plain(EntryKind::routing_group_connector)},
    // The site connector of Exchange 5.5 is what a routing group connector was later: two groups of
    // servers, a cost, no address spaces.
    NamedEntryClass{"siteConnector", plain(EntryKind::routing_group_connector)},
    NamedEntryClass{"msExchConnectors", plain(EntryKind::connections)},
    NamedEntryClass{"msExchRoutingGroup", plain(EntryKind::routing_group)},
    NamedEntryClass{"msExchExchangeServer", plain(EntryKind::server)},
    NamedEntryClass{"protocolCfgSMTPServer", plain(EntryKind::virtual_server)},
    NamedEntryClass{"siteLink", plain(EntryKind::site_link)},
    NamedEntryClass{"site", plain(EntryKind::site)},
    NamedEntryClass{"msExchAcceptedDomain", plain(EntryKind::accepted_domain)},
    NamedEntryClass{"msExchRecipientPolicy", plain(EntryKind::recipient_policy)},
    NamedEntryClass{"addressTemplate", plain(EntryKind::address_template)},
    NamedEntryClass{"msExchOrganizationContainer", plain(EntryKind::organization)},
};

struct TrackedName {
  std::string_view name;
  TrackedAttribute attribute;
};
constexpr std::array kTracked = {
    TrackedName{"msExchSmtpSmartHost", TrackedAttribute::smart_host},
    TrackedName{"routingList", TrackedAttribute::routing_list},
    TrackedName{"msExchSourceBridgeheadServersDN", TrackedAttribute::source_bridgeheads},
    TrackedName{"msExchTargetBridgeheadServersDN", TrackedAttribute::target_bridgeheads},
    TrackedName{"delivContLength", TrackedAttribute::size_limit},
    TrackedName{"msExchSmtpSendEnabled", TrackedAttribute::send_enabled},
};
static_assert(kTracked.size() == kTrackedAttributes);

bool is_dn_field(std::string_view name) { return equals_ignoring_case(name, "dn"); }

}  // namespace

EntryClass class_of(std::span<const std::string_view> object_classes) {
  for (const NamedEntryClass& row : kClasses) {
    for (std::string_view name : object_classes) {
      if (equals_ignoring_case(row.name, name)) return row.type;
    }
  }
  return {};
}

std::optional<TrackedAttribute> tracked_attribute(std::string_view name) {
  for (const TrackedName& row : kTracked) {
    if (equals_ignoring_case(row.name, name)) return row.attribute;
  }
  return std::nullopt;
}

Entry::Entry(const Record& record) {
  std::unordered_map<std::string, std::size_t> slots;
  for (const Field& field : record.fields) {
    if (is_dn_field(field.name.value)) {
      if (dn_.value.empty()) dn_ = field.value.text;
      continue;
    }
    const auto [slot, added] = slots.emplace(lower(field.name.value), attributes_.size());
    if (added) attributes_.push_back({field.name, {}});
    std::vector<Value>& values = attributes_[slot->second].values;
    if (field.value.kind == ValueKind::list && field.value.loss == Loss::none) {
      values.insert(values.end(), field.value.items.begin(), field.value.items.end());
    } else {
      values.push_back(field.value);
    }
  }
  if (dn_.value.empty()) dn_ = is_dn(record.label.value) ? record.label : text("distinguishedName");
  where_ = dn_.value.empty() ? record.where : dn_.where;
  steps_ = parse_dn(dn_.value);
}

bool Entry::is_below(std::size_t generation, std::string_view name) const {
  return generation < steps_.size() && equals_ignoring_case(steps_[generation].value, name);
}

const Attribute* Entry::find(std::string_view name) const {
  const auto it = std::ranges::find_if(attributes_, [name](const Attribute& attribute) {
    return equals_ignoring_case(attribute.name.value, name);
  });
  return it == attributes_.end() ? nullptr : &*it;
}

Text Entry::text(std::string_view name) const {
  const Attribute* attribute = find(name);
  if (attribute == nullptr) return {};
  for (const Value& value : attribute->values) {
    if (value.kind == ValueKind::text && value.loss == Loss::none && !value.text.value.empty()) {
      return value.text;
    }
  }
  return {};
}

void add_object_classes(const Value& value, std::vector<std::string_view>& classes) {
  for (const Value& item : value.items) add_object_classes(item, classes);
  if (value.kind != ValueKind::text) return;
  for (std::string_view name : split(value.text.value, ';')) classes.push_back(trim(name));
}

}  // namespace connlint
