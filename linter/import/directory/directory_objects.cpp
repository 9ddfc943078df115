#include "linter/import/directory/directory_objects.h"

#include <array>
#include <cstdio>
#include <vector>

#include <fmt/format.h>

#include "linter/import/exported_object.h"
#include "linter/import/names.h"
#include "linter/import/values.h"
#include "linter/support/hexadecimal.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Attributes that are read by a function of their own, or whose value would mean something else
/// under their property's name.
bool is_read_apart(Property property) {
  switch (property) {
    case Property::name:
    case Property::guid:
    case Property::dn:
    case Property::changed:
    case Property::smart_hosts:
    case Property::max_message_size:
    case Property::activation:
    case Property::version:
    case Property::roles: return true;
    default: return false;
  }
}

/// The bytes of `X'9a6b...'`, as csvde writes binary values; `text` itself where it is none.
std::string bytes_of(std::string_view text) {
  if (!starts_with_ignoring_case(text, "X'") || !text.ends_with('\'')) return std::string(text);
  const std::string_view digits = text.substr(2, text.size() - 3);
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    const std::optional<char> byte = hex_byte(digits, i);
    if (!byte) return std::string(text);
    bytes += *byte;
  }
  return bytes;
}

}  // namespace

void EntryReading::read(const Attribute& attribute, const PropertyInfo& info) const {
  if (attribute.values.empty()) return;
  Field field{attribute.name, attribute.values.front()};
  if (is_list(info.type)) {
    field.value.kind = ValueKind::list;
    field.value.items = attribute.values;
  }
  read_property(object, info, field, ValueRules::exported, out);
}

void EntryReading::doubt(const Text& value, std::string_view attribute,
                         std::string_view expected) const {
  out.notes.push_back({.kind = NoteKind::suspicious,
                       .message = "'" + std::string(attribute) + "' is '" + excerpt(value.value) +
                                  "', expected " + std::string(expected) + "; taken as unknown",
                       .where = value.where});
}

std::optional<ObjectKind> object_kind_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::smtp_connector:
    case EntryKind::delivery_agent:
    case EntryKind::gateway:
    case EntryKind::x400:
    case EntryKind::routing_group_connector: return ObjectKind::connector;
    case EntryKind::routing_group: return ObjectKind::routing_group;
    case EntryKind::server: return ObjectKind::server;
    case EntryKind::site: return ObjectKind::site;
    case EntryKind::site_link: return ObjectKind::site_link;
    case EntryKind::accepted_domain: return ObjectKind::accepted_domain;
    case EntryKind::recipient_policy: return ObjectKind::email_address_policy;
    case EntryKind::address_template: return ObjectKind::address_template;
    case EntryKind::recipient: return ObjectKind::recipient;
    case EntryKind::connections:
    case EntryKind::virtual_server:
    case EntryKind::organization:
    case EntryKind::none: return std::nullopt;
  }
  return std::nullopt;
}

void read_entry_identity(const EntryReading& in) {
  const Text& dn = in.entry.dn();
  const ObjectKind kind = in.object.object_kind();
  Text name = in.entry.text("cn");
  if (kind == ObjectKind::accepted_domain) {
    const Text domain = in.entry.text("msExchAcceptedDomainName");
    if (!domain.value.empty()) name = domain;
  }
  if (kind == ObjectKind::address_template) {
    // One template for each language; what counts is the type that it asks for.
    const Text type = in.entry.text("addressType");
    if (!type.value.empty()) name = type;
  }
  if (!name.value.empty()) {
    set_word(in.object, Property::name, name.value, name.where);
  } else if (!in.entry.steps().empty()) {
    set_word(in.object, Property::name, in.entry.steps().front().value, dn.where);
  }
  if (!in.entry.steps().empty()) set_word(in.object, Property::dn, dn.value, dn.where);
  const Text guid = in.entry.text("objectGUID");
  const std::string bytes = bytes_of(guid.value);
  if (!guid.value.empty()) {
    const std::string text = guid_of_bytes(bytes);
    set_guid(in.object, text.empty() && guid.value.size() >= 36 ? guid.value : text, guid.where);
  }
  const Text changed = in.entry.text("whenChanged");
  if (const auto seconds = parse_generalized_time(trim(changed.value))) {
    in.object.set({.property = Property::changed, .where = changed.where, .value = *seconds});
  }
}

void read_entry_attributes(const EntryReading& in) {
  for (const Attribute& attribute : in.entry.attributes()) {
    const PropertyInfo* info = property_of_attribute(attribute.name.value, in.object.object_kind());
    if (info == nullptr || is_read_apart(info->id)) continue;
    in.read(attribute, *info);
  }
}

std::optional<std::int64_t> parse_generalized_time(std::string_view text) {
  constexpr std::size_t kDigits = 14;  // YYYYMMDDhhmmss
  if (text.size() < kDigits) return std::nullopt;
  for (char c : text.substr(0, kDigits)) {
    if (!is_digit(c)) return std::nullopt;
  }
  std::string_view zone = text.substr(kDigits);
  if (zone.starts_with('.') || zone.starts_with(',')) {
    zone.remove_prefix(1);
    while (!zone.empty() && is_digit(zone.front())) zone.remove_prefix(1);
  }
  const auto part = [text](std::size_t begin, std::size_t length) {
    return std::string(text.substr(begin, length));
  };
  std::string iso = part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" +
                    part(10, 2) + ":" + part(12, 2);
  if (zone.size() == 5 && (zone.front() == '+' || zone.front() == '-')) {
    iso += std::string(zone.substr(0, 3)) + ":" + std::string(zone.substr(3));
  } else {
    iso += zone;
  }
  return parse_time(iso);
}

std::string guid_of_bytes(std::string_view bytes) {
  constexpr std::array<std::size_t, 16> kOrder = {3, 2, 1,  0,  5,  4,  7,  6,
                                                  8, 9, 10, 11, 12, 13, 14, 15};
  if (bytes.size() != kOrder.size()) return {};
  std::string text;
  for (std::size_t i = 0; i < kOrder.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", static_cast<unsigned char>(bytes[kOrder[i]]));
  }
  return text;
}

std::optional<Version> version_of_number(std::int64_t number) {
  const auto part = [number](unsigned shift, unsigned bits) {
    return static_cast<int>((number >> shift) & ((1U << bits) - 1U));
  };
  if (number < 0 || number > INT64_C(0xFFFFFFFF)) return std::nullopt;
  // "When an int is really 5 ints": four bits that say 7, then major, minor, a flag and the build.
  if (part(28, 4) == 7) return Version{part(22, 6), part(16, 6), part(0, 15), 0};
  const auto build = static_cast<int>(number);
  // ExBPA 240c00aa: builds of Exchange 2000; Exchange 2003 began with 6944.
  if (number >= 6249 && number <= 6700) return Version{6, 0, build, 0};
  if (number >= 6944 && number < 0x10000) return Version{6, 5, build, 0};
  return std::nullopt;
}

}  // namespace connlint
