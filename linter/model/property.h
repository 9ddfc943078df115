// The kinds of object and their properties, as their two tables list them: object_kinds.def and
// properties.def, which say how to add a row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace connlint {

/// The kinds of object that an organisation consists of.
enum class ObjectKind : std::uint8_t {
#define OBJECT_KIND(id, ...) id,
#include "linter/model/object_kinds.def"
};
/// How many kinds there are.
inline constexpr std::size_t kObjectKinds =
    std::array{
#define OBJECT_KIND(id, ...) ObjectKind::id,
#include "linter/model/object_kinds.def"
    }
        .size();

/// What an object of the kind is called in messages and in `subject.kind`: `routing-group`.
std::string_view name_of(ObjectKind kind);
/// The key of its list in the organisation file: `routing_groups`.
std::string_view list_name_of(ObjectKind kind);
/// The command that exports the objects of a kind: `Get-ExchangeServer | Export-Clixml`.
std::string_view export_command(ObjectKind kind);

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

/// A property of an object. The enumerator is the name in the organisation file.
enum class Property : std::uint8_t {
#define PROPERTY(id, ...) id,
#include "linter/model/properties.def"
};
/// How many properties there are.
inline constexpr std::size_t kPropertyCount =
    std::array{
#define PROPERTY(id, ...) Property::id,
#include "linter/model/properties.def"
    }
        .size();

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
  /// What the schema of the organisation file says of it, or empty where its names tell.
  std::string_view about = {};
};

/// The table, in the order in which `show` writes.
std::span<const PropertyInfo> properties();
/// The row of a property.
const PropertyInfo& info_of(Property property);
/// The key of a property in the organisation file.
inline std::string_view name_of(Property property) { return info_of(property).name; }

/// Whether an export can show the property; else it can only be declared in an organisation file.
bool is_exported(Property property);

/// The property of objects of `kind` by its organisation file name (exact), or null.
const PropertyInfo* property_named(std::string_view name, ObjectKind kind);
/// The property of objects of `kind` by its cmdlet name (without regard to case), or null.
const PropertyInfo* property_of_cmdlet(std::string_view cmdlet, ObjectKind kind);
/// The property of objects of `kind` by its attribute name (without regard to case), or null.
const PropertyInfo* property_of_attribute(std::string_view attribute, ObjectKind kind);

}  // namespace connlint
