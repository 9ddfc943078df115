// An entry of the directory while it is read: its class and its attributes.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/names.h"
#include "linter/model/organization.h"

namespace connlint {

/// What an entry is for connlint.
enum class EntryKind : std::uint8_t {
  smtp_connector,
  delivery_agent,
  gateway,  ///< A mailGateway or a class below it; a Foreign connector too.
  x400,
  routing_group_connector,
  connections,  ///< The container of connectors.
  routing_group,
  server,
  virtual_server,
  site,
  site_link,
  accepted_domain,
  recipient_policy,
  address_template,
  organization,
  recipient,
  none,
};

/// The class of an entry.
struct EntryClass {
  EntryKind kind = EntryKind::none;
  GatewayClass gateway = GatewayClass::none;
};

/// The class that the values of `objectClass` mean, whatever their order: the most specific one
/// that connlint knows. `none` where it knows none of them.
EntryClass class_of(std::span<const std::string_view> object_classes);

/// Attributes whose absence says something, where the file holds them elsewhere.
enum class TrackedAttribute : std::uint8_t {
  smart_host,
  routing_list,
  source_bridgeheads,
  target_bridgeheads,
  size_limit,
  send_enabled,
};
inline constexpr std::size_t kTrackedAttributes = 6;
using AttributeSet = std::bitset<kTrackedAttributes>;
/// The tracked attribute of that name, or nothing.
std::optional<TrackedAttribute> tracked_attribute(std::string_view name);
constexpr std::size_t index_of(TrackedAttribute attribute) {
  return static_cast<std::size_t>(attribute);
}

/// An attribute and all its values, in the order of the file.
struct Attribute {
  Text name;
  std::vector<Value> values;
};

/// The attributes of an entry, found by name without regard to case. Views into the record.
class Entry {
 public:
  explicit Entry(const Record& record);

  /// The distinguished name; empty where the entry has none.
  [[nodiscard]] const Text& dn() const { return dn_; }
  /// The place of the distinguished name; of the whole entry where it has none.
  [[nodiscard]] Span where() const { return where_; }
  /// Its steps, the entry itself first.
  [[nodiscard]] const std::vector<NameStep>& steps() const { return steps_; }
  /// Whether the parent, the grandparent (generation 1, 2, ...) has that name.
  [[nodiscard]] bool is_below(std::size_t generation, std::string_view name) const;
  [[nodiscard]] const std::vector<Attribute>& attributes() const { return attributes_; }
  [[nodiscard]] const Attribute* find(std::string_view name) const;
  /// The first value of the attribute that is known; an empty text where there is none.
  [[nodiscard]] Text text(std::string_view name) const;

 private:
  Text dn_;
  Span where_{};
  std::vector<NameStep> steps_;
  std::vector<Attribute> attributes_;
};

/// The values of `objectClass`, also where they stand joined in one text, as csvde writes them.
void add_object_classes(const Value& value, std::vector<std::string_view>& classes);

}  // namespace connlint
