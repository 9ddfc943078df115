#include "linter/model/property.h"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr ObjectKinds kAny = ~ObjectKinds{0};
#define OBJECT_KIND(id, constant, ...) \
  [[maybe_unused]] constexpr ObjectKinds constant = bit(ObjectKind::id);
#include "linter/model/object_kinds.def"

/// `default` is a word of C++, hence the underscore of its enumerator.
constexpr std::string_view key_of(std::string_view enumerator) {
  return enumerator.ends_with('_') ? enumerator.substr(0, enumerator.size() - 1) : enumerator;
}

constexpr std::array kPropertyTable = {
#define PROPERTY(id, type, ...) \
  PropertyInfo{Property::id, PropertyType::type, key_of(#id), __VA_ARGS__},
#include "linter/model/properties.def"
};
static_assert(kPropertyTable.size() <= 256, "Property has one byte");

struct KindInfo {
  std::string_view name;
  std::string_view list;
  std::string_view export_command;
};
constexpr std::array kObjectKindTable = {
#define OBJECT_KIND(id, constant, ...) KindInfo{__VA_ARGS__},
#include "linter/model/object_kinds.def"
};

const KindInfo& info_of(ObjectKind kind) {
  return kObjectKindTable.at(static_cast<std::size_t>(kind));
}

/// Rows by one of their names in lower case; several rows may share a name.
using Index = std::unordered_multimap<std::string, const PropertyInfo*>;

Index make_index(std::string_view PropertyInfo::*name) {
  Index index;
  for (const PropertyInfo& row : kPropertyTable) {
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

std::string_view name_of(ObjectKind kind) { return info_of(kind).name; }

std::string_view list_name_of(ObjectKind kind) { return info_of(kind).list; }

std::string_view export_command(ObjectKind kind) { return info_of(kind).export_command; }

std::span<const PropertyInfo> properties() { return kPropertyTable; }

const PropertyInfo& info_of(Property property) {
  return kPropertyTable.at(static_cast<std::size_t>(property));
}

bool is_exported(Property property) {
  const PropertyInfo& info = info_of(property);
  return !info.cmdlet.empty() || !info.attribute.empty();
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
