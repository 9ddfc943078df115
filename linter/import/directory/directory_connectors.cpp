#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "linter/import/directory/directory_objects.h"
#include "linter/import/exported_object.h"
#include "linter/import/names.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

bool is_in_modern_group(const Object& object) {
  return is_modern_group(object.text(Property::home));
}

ConnectorKind kind_of(const EntryReading& in, EntryKind kind) {
  switch (kind) {
    case EntryKind::smtp_connector:
      return is_in_modern_group(in.object) ? ConnectorKind::send : ConnectorKind::smtp;
    case EntryKind::delivery_agent: return ConnectorKind::delivery_agent;
    case EntryKind::x400: return ConnectorKind::x400;
    case EntryKind::routing_group_connector: return ConnectorKind::routing_group;
    default:
      return in.entry.find("msExchTransportDropDirectoryName") == nullptr ? ConnectorKind::gateway
                                                                          : ConnectorKind::foreign;
  }
}

/// The scope that the address spaces say: `Local:` is the Active Directory site of a connector of
/// Exchange 2007 and later (New-SendConnector RTM), the routing group of an older one (KB 257638).
void read_scope(const EntryReading& in) {
  const auto* spaces = in.object.get<Spaces>(Property::address_spaces);
  if (spaces == nullptr || spaces->empty()) return;
  const auto local = std::ranges::find_if(*spaces, &AddressSpace::local);
  const Scope narrow = is_in_modern_group(in.object) ? Scope::site : Scope::routing_group;
  set_word(in.object, Property::scope,
           word_of(local == spaces->end() ? Scope::organization : narrow),
           local == spaces->end() ? spaces->front().where : local->where);
}

/// One string holds all smart hosts (KB 257426).
void read_smart_hosts(const EntryReading& in) {
  const Attribute* attribute = in.entry.find("msExchSmtpSmartHost");
  if (attribute == nullptr) return;
  Names hosts;
  for (const Value& value : attribute->values) {
    if (value.kind != ValueKind::text || value.loss != Loss::none) {
      return in.read(*attribute, info_of(Property::smart_hosts));  // keeps that it was lost
    }
    for (const Text& part : parts_of(value.text, ";,")) {
      hosts.push_back({std::string(part.value), part.where});
    }
  }
  if (attribute->values.empty()) return;
  const Span where = attribute->values.front().text.where;
  const bool routes_by_dns = hosts.empty();
  in.object.set({.property = Property::smart_hosts, .where = where, .value = std::move(hosts)});
  set_flag(in.object, Property::dns_routing, routes_by_dns, where);
}

/// EX55, PR_EMS_AB_ACTIVATION_STYLE.
constexpr std::array<std::string_view, 4> kActivations = {"never", "selected-times", "always",
                                                          "remote-initiated"};

void read_activation(const EntryReading& in) {
  const Text style = in.entry.text("activationStyle");
  if (style.value.empty()) return;
  const auto number = parse_integer(trim(style.value));
  if (!number || *number < 0 || *number >= static_cast<std::int64_t>(kActivations.size())) {
    return in.doubt(style, "activationStyle", "0 (never) to 3 (remote-initiated)");
  }
  set_word(in.object, Property::activation, kActivations.at(static_cast<std::size_t>(*number)),
           style.where);
}

/// Who may and who may not send through the connector: single senders and members of groups.
void read_senders(const EntryReading& in, Property property,
                  std::array<std::string_view, 2> attributes) {
  Names names;
  Span where{};
  for (std::string_view name : attributes) {
    const Attribute* attribute = in.entry.find(name);
    if (attribute == nullptr) continue;
    for (const Value& value : attribute->values) {
      if (value.loss != Loss::none || value.text.value.empty()) continue;
      if (names.empty()) where = value.text.where;
      names.push_back({short_name(value.text.value), value.text.where});
    }
  }
  if (names.empty()) return;
  in.object.set({.property = property, .where = where, .value = std::move(names)});
}

void read_public_folder_referrals(const EntryReading& in) {
  const Text text = in.entry.text("msExchNoPFConnection");
  if (text.value.empty()) return;
  const std::optional<bool> none = parse_boolean(text.value);
  if (!none) return in.doubt(text, "msExchNoPFConnection", "TRUE or FALSE");
  set_flag(in.object, Property::public_folder_referrals_enabled, !*none, text.where);
}

}  // namespace

void read_size_limit(const EntryReading& in) {
  const Text text = in.entry.text("delivContLength");
  if (text.value.empty()) return;
  const auto kilobytes = parse_integer(trim(text.value));
  if (!kilobytes || *kilobytes < 0 || *kilobytes > INT64_C(0xFFFFFFFF)) {
    return in.doubt(text, "delivContLength", "a number of KB");
  }
  Size size{.unlimited = false,
            .bytes = static_cast<std::uint64_t>(*kilobytes) * 1024U,
            .text = std::string(text.value)};
  in.object.set(
      {.property = Property::max_message_size, .where = text.where, .value = std::move(size)});
}

void read_directory_connector(const EntryReading& in, const EntryClass& type) {
  const std::string home = routing_group_of_dn(in.entry.dn().value);
  if (!home.empty()) set_word(in.object, Property::home, home, in.entry.dn().where);
  const ConnectorKind kind = kind_of(in, type.kind);
  set_word(in.object, Property::kind, word_of(kind), in.object.where);
  if (kind == ConnectorKind::gateway) {
    set_word(in.object, Property::gateway_class, word_of(type.gateway), in.object.where);
  }
  read_scope(in);
  if (kind == ConnectorKind::send || kind == ConnectorKind::smtp) read_smart_hosts(in);
  read_activation(in);
  read_senders(in, Property::accept_from, {"authOrig", "dLMemSubmitPerms"});
  read_senders(in, Property::reject_from, {"unauthOrig", "dLMemRejectPerms"});
  read_public_folder_referrals(in);
  read_size_limit(in);
}

}  // namespace connlint
