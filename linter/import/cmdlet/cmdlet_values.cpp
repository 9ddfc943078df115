#include "linter/import/cmdlet/cmdlet_values.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "linter/formats/joined_list.h"
#include "linter/formats/lost_text.h"
#include "linter/import/values.h"
#include "linter/model/object.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// How deep the text of an object is looked for: an IP address in a smart host in the wrapper of
/// Windows PowerShell's JSON. Circles of references end here.
constexpr int kDeepest = 3;

Value text_value(const Value& from, std::string_view text, Arena& arena) {
  Value made;
  made.kind = ValueKind::text;
  made.text = {arena.keep(text), from.text.where, false};
  return made;
}

Value lost(const Value& from) {
  Value made;
  made.kind = ValueKind::text;
  made.loss = from.loss == Loss::none ? Loss::depth : from.loss;
  made.text = from.text;
  return made;
}

const Value* member(const Value& value, std::string_view name) {
  if (value.record == nullptr) return nullptr;
  const Field* field = field_of(*value.record, name);
  return field == nullptr ? nullptr : &field->value;
}

/// The text of a member that is a scalar; empty where there is none.
std::string_view member_text(const Value& value, std::string_view name) {
  const Value* found = member(value, name);
  return found == nullptr ? std::string_view() : scalar_text(*found);
}

std::optional<std::int64_t> member_number(const Value& value, std::string_view name) {
  return parse_integer(trim(member_text(value, name)));
}

/// What an object that has no text of its own prints: the name of its type.
bool is_type_name(std::string_view text) {
  return text.starts_with("System.") || text.starts_with("Microsoft.Exchange.");
}

std::string two_digits(std::int64_t number) {
  std::string text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

/// `00:10:00`, `1.00:00:00`, as a TimeSpan prints itself.
std::string time_span_text(std::int64_t seconds) {
  constexpr std::int64_t kDay = 86400;
  std::string text = seconds >= kDay ? std::to_string(seconds / kDay) + "." : "";
  const std::int64_t rest = seconds % kDay;
  return text + two_digits(rest / 3600) + ":" + two_digits(rest / 60 % 60) + ":" +
         two_digits(rest % 60);
}

/// The seconds of an xs:duration such as `PT10M` or `P1DT30S` (MS-PSRP 2.2.5.1.9), or nothing.
std::optional<std::int64_t> parse_xml_duration(std::string_view text) {
  if (!text.starts_with('P')) return std::nullopt;
  std::int64_t seconds = 0;
  std::size_t begin = 1;
  bool in_time = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c) || c == '.') continue;
    if (c == 'T' && i == begin) {
      in_time = true;
      begin = i + 1;
      continue;
    }
    const std::string_view digits = text.substr(begin, i - begin);
    const std::optional<std::int64_t> count = parse_integer(digits.substr(0, digits.find('.')));
    const std::int64_t unit = c == 'D'              ? 86400
                              : c == 'H'            ? 3600
                              : c == 'M' && in_time ? 60
                              : c == 'S'            ? 1
                                                    : 0;
    if (!count || unit == 0 || *count > INT32_MAX) return std::nullopt;
    seconds += *count * unit;
    begin = i + 1;
  }
  return begin == text.size() ? std::optional(seconds) : std::nullopt;
}

/// The milliseconds of `/Date(1228209330000)/`, as Windows PowerShell writes times to JSON.
std::optional<std::int64_t> parse_json_date(std::string_view text) {
  constexpr std::string_view kPrefix = "Date(";
  const std::size_t begin = text.find(kPrefix);
  const std::size_t end = text.find(')');
  if (begin > 2 || end == std::string_view::npos || end < begin) return std::nullopt;
  const std::size_t first = begin + kPrefix.size();
  return parse_integer(text.substr(first, end - first));
}

Value flatten_text(const Value& value, PropertyType type, Arena& arena) {
  if (value.loss != Loss::none) return value;
  if (is_net_type_name(value.text.value)) {
    Value name = value;
    name.loss = Loss::type_name;
    return name;
  }
  if (type == PropertyType::duration) {
    const auto seconds = parse_xml_duration(trim(value.text.value));
    if (seconds) return text_value(value, time_span_text(*seconds), arena);
  }
  if (type == PropertyType::time) {
    const auto milliseconds = parse_json_date(trim(value.text.value));
    if (milliseconds) return text_value(value, time_text(*milliseconds / 1000), arena);
  }
  return value;
}

Value flatten_scalar(const Value& value, PropertyType type, Arena& arena, int depth);

/// An address space: `Type`, `Address` and `Cost`.
std::optional<std::string> space_text(const Value& value) {
  const Value* address = member(value, "Address");
  const std::string_view type = member_text(value, "Type");
  if (address == nullptr || type.empty()) return std::nullopt;
  std::string text = std::string(type) + ":" + std::string(scalar_text(*address));
  const std::string_view cost = member_text(value, "Cost");
  return cost.empty() ? text : text + ";" + std::string(cost);
}

/// An IPAddress. Its `Address` is the IPv4 address as a number, first octet lowest (.NET,
/// IPAddress.Address); an IPv6 address has none.
std::optional<std::string> address_text(const Value& value) {
  if (member(value, "AddressFamily") == nullptr) return std::nullopt;
  const std::string_view shown = member_text(value, "IPAddressToString");
  if (!shown.empty()) return std::string(shown);
  const std::optional<std::int64_t> number = member_number(value, "Address");
  if (!number || *number < 0 || *number > UINT32_MAX) return std::nullopt;
  std::string text;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    const auto octet = (static_cast<std::uint64_t>(*number) >> shift) & 0xFFU;
    text += (shift == 0 ? "" : ".") + std::to_string(octet);
  }
  return text;
}

/// A smart host: an address literal in brackets, or a domain.
std::optional<std::string> smart_host_text(const Value& value, Arena& arena, int depth) {
  const std::optional<bool> literal = parse_boolean(member_text(value, "IsIPAddress"));
  if (!literal) return std::nullopt;
  if (!*literal) return std::string(member_text(value, "Domain"));
  const Value* address = member(value, "Address");
  if (address == nullptr) return std::nullopt;
  const Value text = flatten_scalar(*address, PropertyType::text, arena, depth + 1);
  if (text.loss != Loss::none) return std::nullopt;
  return "[" + std::string(text.text.value) + "]";
}

/// A binding: address and port.
std::optional<std::string> binding_text(const Value& value, Arena& arena, int depth) {
  const std::optional<std::int64_t> port = member_number(value, "Port");
  const Value* address = member(value, "Address");
  if (!port || address == nullptr) return std::nullopt;
  const Value text = flatten_scalar(*address, PropertyType::text, arena, depth + 1);
  if (text.loss != Loss::none) return std::nullopt;
  const std::string host(text.text.value);
  const bool ipv6 = host.find(':') != std::string::npos;
  return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(*port);
}

std::optional<std::string> size_text(const Value& value) {
  const std::optional<bool> unlimited = parse_boolean(member_text(value, "IsUnlimited"));
  if (unlimited && *unlimited) return "unlimited";
  const std::string_view size = member_text(value, "Value");
  return size.empty() ? std::nullopt : std::optional(std::string(size));
}

std::optional<std::string> duration_text(const Value& value) {
  constexpr std::array<std::pair<std::string_view, std::int64_t>, 4> kUnits = {
      {{"Days", 86400}, {"Hours", 3600}, {"Minutes", 60}, {"Seconds", 1}}};
  std::int64_t seconds = 0;
  for (const auto& [name, unit] : kUnits) {
    const std::optional<std::int64_t> count = member_number(value, name);
    if (!count || *count < 0 || *count > INT32_MAX) return std::nullopt;
    seconds += *count * unit;
  }
  return time_span_text(seconds);
}

/// A ServerVersion: `Major`, `Minor`, `Build`, `Revision`.
std::optional<std::string> version_text(const Value& value) {
  const auto part = [&value](std::string_view name) { return member_number(value, name); };
  if (!part("Major") || !part("Minor") || !part("Build")) return std::nullopt;
  return "Version " + std::to_string(*part("Major")) + "." + std::to_string(*part("Minor")) +
         " (Build " + std::to_string(*part("Build")) + "." +
         std::to_string(part("Revision").value_or(0)) + ")";
}

/// An ExchangeObjectVersion: `0.1 (8.0.535.0)`.
std::optional<std::string> object_version_text(const Value& value) {
  const std::string_view build = member_text(value, "ExchangeBuild");
  if (build.empty()) return std::nullopt;
  return std::string(member_text(value, "Major")) + "." + std::string(member_text(value, "Minor")) +
         " (" + std::string(build) + ")";
}

/// An SmtpX509Identifier: `<I>issuer<S>subject`.
std::optional<std::string> certificate_text(const Value& value) {
  const std::string_view subject = member_text(value, "CertificateSubject");
  const std::string_view issuer = member_text(value, "CertificateIssuer");
  if (subject.empty()) return std::nullopt;
  const std::string prefix = issuer.empty() ? "" : "<I>" + std::string(issuer);
  return prefix + "<S>" + std::string(subject);
}

std::optional<std::string> made_text(const Value& value, PropertyType type, Arena& arena,
                                     int depth) {
  switch (type) {
    case PropertyType::spaces: return space_text(value);
    case PropertyType::size: return size_text(value);
    case PropertyType::duration: return duration_text(value);
    case PropertyType::version: return version_text(value);
    default: break;
  }
  if (auto text = smart_host_text(value, arena, depth)) return text;
  if (auto text = binding_text(value, arena, depth)) return text;
  if (auto text = address_text(value)) return text;
  if (auto text = object_version_text(value)) return text;
  return certificate_text(value);
}

bool names_object(PropertyType type) {
  using enum PropertyType;
  return type == server || type == servers || type == site || type == sites ||
         type == routing_group;
}

/// Members that hold what an object prints, the more telling ones first: ranges, proxy addresses,
/// domains, references to objects, and the wrapper of Windows PowerShell's JSON.
constexpr std::array<std::string_view, 7> kTellingMembers = {
    "Expression", "ProxyAddressString", "Address", "Domain", "Name", "DistinguishedName", "value"};

Value flatten_object(const Value& value, PropertyType type, Arena& arena, int depth) {
  if (names_object(type)) {
    // A server is more than the last part of its name (`Microsoft MTA`), and a routing group has an
    // administrative group around it: the whole name tells.
    const std::string_view dn = member_text(value, "DistinguishedName");
    if (!dn.empty()) return text_value(value, dn, arena);
  }
  if (!value.text.value.empty() && !is_type_name(value.text.value)) {
    Value text = value;
    text.kind = ValueKind::text;
    text.record = nullptr;
    return flatten_text(text, type, arena);
  }
  if (value.record == nullptr || depth >= kDeepest) return lost(value);
  if (const auto text = made_text(value, type, arena, depth)) {
    return text_value(value, *text, arena);
  }
  for (std::string_view name : kTellingMembers) {
    const Value* found = member(value, name);
    if (found == nullptr || !states_something(*found)) continue;
    const Value inner = flatten_scalar(*found, type, arena, depth + 1);
    if (inner.kind == ValueKind::text && inner.loss == Loss::none) return inner;
  }
  return lost(value);
}

/// A list where one text is asked for: flags (`Tls, Integrated`).
Value joined(const Value& value, Arena& arena, int depth) {
  std::string text;
  for (const Value& item : value.items) {
    const Value part = flatten_scalar(item, PropertyType::text, arena, depth + 1);
    if (part.loss != Loss::none) return part;
    text += (text.empty() ? "" : ", ") + std::string(scalar_text(part));
  }
  return text_value(value, text, arena);
}

Value flatten_scalar(const Value& value, PropertyType type, Arena& arena, int depth) {
  switch (value.kind) {
    case ValueKind::null: return value;
    case ValueKind::text: return flatten_text(value, type, arena);
    case ValueKind::record: return flatten_object(value, type, arena, depth);
    case ValueKind::list: break;
  }
  if (value.loss != Loss::none || type != PropertyType::text || depth >= kDeepest) return value;
  return joined(value, arena, depth);
}

/// What the items of a list look like where they stand as one text.
ListItems items_of(Property property) {
  switch (property) {
    // Proxy addresses and their templates look like spaces without cost.
    case Property::address_spaces:
    case Property::email_addresses:
    case Property::enabled_email_address_templates:
    case Property::disabled_email_address_templates: return ListItems::address_spaces;
    case Property::connected_routing_groups:
    case Property::extended_right_allow_entries:
    case Property::extended_right_deny_entries: return ListItems::names;
    default: return ListItems::words;
  }
}

/// A list that stands as one text: an export that joined the items, or a list of one item.
Value flatten_joined(const Value& value, Property property, Arena& arena) {
  if (value.loss != Loss::none) return value;
  const JoinedList joined =
      cut_joined_list(value.text, items_of(property), ListJoiner::people, arena);
  Value list = value;
  list.kind = ValueKind::list;
  list.loss = joined.loss();
  list.items = arena.keep(joined.values());
  return list;
}

Value flatten_list(const Value& value, PropertyType type, Arena& arena) {
  Value list = value;
  std::vector<Value> items;
  items.reserve(value.items.size());
  for (const Value& item : value.items) items.push_back(flatten_scalar(item, type, arena, 1));
  list.items = arena.keep(items);
  return list;
}

}  // namespace

const Field* field_of(const Record& record, std::string_view name) {
  for (std::size_t i = record.fields.size(); i > 0; --i) {
    const Field& field = record.fields[i - 1];
    if (equals_ignoring_case(field.name.value, name)) return &field;
  }
  return nullptr;
}

bool states_something(const Value& value) {
  switch (value.kind) {
    case ValueKind::null: return false;
    case ValueKind::text: return !trim(value.text.value).empty();
    case ValueKind::list: return !value.items.empty();
    case ValueKind::record: return true;
  }
  return false;
}

Value flatten(const Value& value, PropertyType type, Arena& arena) {
  return flatten_scalar(value, type, arena, 0);
}

Value flatten(const Value& value, const PropertyInfo& info, Arena& arena) {
  if (!is_list(info.type)) return flatten_scalar(value, info.type, arena, 0);
  if (value.kind == ValueKind::list) return flatten_list(value, info.type, arena);
  if (value.kind == ValueKind::text) return flatten_joined(value, info.id, arena);
  if (value.kind == ValueKind::null) return value;
  // Windows PowerShell's JSON wraps some lists: {"value": [...], "Count": 2}.
  const Value* wrapped = member(value, "value");
  if (wrapped != nullptr && wrapped->kind == ValueKind::list) {
    return flatten_list(*wrapped, info.type, arena);
  }
  return flatten_joined(flatten_object(value, info.type, arena, 0), info.id, arena);
}

}  // namespace connlint
