#include "linter/import/code/defaults.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

#include "linter/model/organization.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The noun of a New- cmdlet.
enum class Noun : std::uint8_t {
  send,
  foreign,
  delivery_agent,
  routing_group,
  receive,
  accepted_domain,
};

/// For which usage (`-Usage Client`, `-Client`) a default holds.
enum class Usage : std::uint8_t { any, client, partner };

/// One documented default.
struct Default {
  Noun noun{};
  Property property{};
  std::variant<bool, std::int64_t, std::string_view> value;
  Usage usage = Usage::any;
  /// The reference page that states it.
  std::string_view source;
};

constexpr std::string_view kSend = "New-SendConnector";
constexpr std::string_view kForeign = "New-ForeignConnector, Set-ForeignConnector";
constexpr std::string_view kAgent = "New-DeliveryAgentConnector";
constexpr std::string_view kGroup = "New-RoutingGroupConnector";
constexpr std::string_view kDomain = "New-AcceptedDomain";

constexpr std::string_view kReceive = "New-ReceiveConnector";
constexpr std::string_view kUsages = "Receive connector usage types (TechNet aa996395)";

// Only what a page states. The usage of a Send connector changes its size limit alone, of which
// four values are published: it has no row. Of Receive connectors the pages of 2007 and of later
// versions agree on two permission groups; mechanisms of authentication differ, so that they stay
// unknown.
const std::array kDefaults = {
    Default{Noun::send, Property::enabled, true, Usage::any, kSend},
    Default{Noun::send, Property::scope, std::string_view("organization"), Usage::any, kSend},
    Default{Noun::send, Property::require_tls, false, Usage::any, kSend},
    Default{Noun::send, Property::domain_secure_enabled, false, Usage::any, kSend},
    Default{Noun::send, Property::force_helo, false, Usage::any, kSend},
    Default{Noun::send, Property::use_external_dns_servers_enabled, false, Usage::any, kSend},
    Default{Noun::send, Property::port, std::int64_t{25}, Usage::any, kSend},
    Default{Noun::send, Property::connection_inactivity_timeout, std::string_view("00:10:00"),
            Usage::any, kSend},
    Default{Noun::send, Property::error_policies, std::string_view("Default"), Usage::any, kSend},
    Default{Noun::send, Property::usage, std::string_view("Custom"), Usage::any, kSend},
    Default{Noun::foreign, Property::enabled, true, Usage::any, kForeign},
    Default{Noun::foreign, Property::scope, std::string_view("organization"), Usage::any, kForeign},
    Default{Noun::foreign, Property::relay_dsn_required, false, Usage::any, kForeign},
    Default{Noun::foreign, Property::max_message_size, std::string_view("unlimited"), Usage::any,
            kForeign},
    Default{Noun::foreign, Property::drop_directory_quota, std::string_view("unlimited"),
            Usage::any, kForeign},
    Default{Noun::delivery_agent, Property::enabled, true, Usage::any, kAgent},
    Default{Noun::delivery_agent, Property::scope, std::string_view("organization"), Usage::any,
            kAgent},
    Default{Noun::delivery_agent, Property::max_concurrent_connections, std::int64_t{5}, Usage::any,
            kAgent},
    Default{Noun::delivery_agent, Property::max_messages_per_connection, std::int64_t{20},
            Usage::any, kAgent},
    Default{Noun::delivery_agent, Property::max_message_size, std::string_view("unlimited"),
            Usage::any, kAgent},
    Default{Noun::routing_group, Property::cost, std::int64_t{1}, Usage::any, kGroup},
    Default{Noun::routing_group, Property::bi_directional, false, Usage::any, kGroup},
    Default{Noun::routing_group, Property::public_folder_referrals_enabled, true, Usage::any,
            kGroup},
    Default{Noun::routing_group, Property::max_message_size, std::string_view("unlimited"),
            Usage::any, kGroup},
    Default{Noun::receive, Property::enabled, true, Usage::any, kReceive},
    Default{Noun::receive, Property::require_tls, false, Usage::any, kReceive},
    Default{Noun::receive, Property::permission_groups, std::string_view("ExchangeUsers"),
            Usage::client, kUsages},
    Default{Noun::receive, Property::permission_groups, std::string_view("Partners"),
            Usage::partner, kUsages},
    Default{Noun::accepted_domain, Property::type, std::string_view("authoritative"), Usage::any,
            kDomain},
    Default{Noun::accepted_domain, Property::default_, false, Usage::any, kDomain},
};

/// Whether there is a noun of defaults for the object, and which.
bool noun_of(const Object& object, Noun& noun) {
  if (object.object_kind() == ObjectKind::accepted_domain) {
    noun = Noun::accepted_domain;
    return true;
  }
  if (object.object_kind() != ObjectKind::connector) return false;
  switch (connector_kind_named(object.text(Property::kind)).value_or(ConnectorKind::unknown)) {
    case ConnectorKind::send: noun = Noun::send; return true;
    case ConnectorKind::foreign: noun = Noun::foreign; return true;
    case ConnectorKind::delivery_agent: noun = Noun::delivery_agent; return true;
    case ConnectorKind::routing_group: noun = Noun::routing_group; return true;
    case ConnectorKind::receive: noun = Noun::receive; return true;
    default: return false;
  }
}

/// Whether the default holds for the object's usage.
bool fits(Usage usage, const Object& object) {
  const std::string_view stated = object.text(Property::usage);
  switch (usage) {
    case Usage::any: return true;
    case Usage::client: return equals_ignoring_case(stated, "Client");
    case Usage::partner: return equals_ignoring_case(stated, "Partner");
  }
  return false;
}

PropertyValue value_of(const Default& row, Span where) {
  PropertyValue value{.property = row.property, .where = where, .value = {}};
  if (const bool* flag = std::get_if<bool>(&row.value)) value.value = *flag;
  if (const std::int64_t* number = std::get_if<std::int64_t>(&row.value)) value.value = *number;
  if (const std::string_view* text = std::get_if<std::string_view>(&row.value)) {
    if (info_of(row.property).type == PropertyType::size) {
      value.value = parse_size(*text);
    } else {
      value.value = std::string(*text);
    }
  }
  return value;
}

/// DNS routing is on unless smart hosts are given, and must be off where they are
/// (New-SendConnector states both halves); without smart hosts there are none.
void set_delivery(Object& object, Span where, bool smart_hosts_open) {
  if (smart_hosts_open) return;
  const bool hosts = !object.names(Property::smart_hosts).empty();
  if (!object.states(Property::dns_routing)) {
    object.set({.property = Property::dns_routing, .where = where, .value = !hosts});
  }
  if (!object.states(Property::smart_hosts)) {
    object.set({.property = Property::smart_hosts, .where = where, .value = Names{}});
  }
}

}  // namespace

void set_defaults(Object& object, Span where, const std::vector<Property>& open) {
  Noun noun{};
  if (!noun_of(object, noun)) return;
  const auto is_open = [&](Property property) {
    return std::ranges::find(open, property) != open.end();
  };
  for (const Default& row : kDefaults) {
    if (row.noun != noun || object.states(row.property) || is_open(row.property)) continue;
    if (!fits(row.usage, object)) continue;
    object.set(value_of(row, where));
  }
  if (noun == Noun::send && !is_open(Property::dns_routing)) {
    set_delivery(object, where, is_open(Property::smart_hosts));
  }
}

}  // namespace connlint
