// Joins the objects of all files into one organisation; `resolve.cpp` then links them.
#include "linter/import/join/join.h"

#include <algorithm>
#include <string>
#include <utility>

#include "linter/import/join/identity.h"
#include "linter/import/join/resolve.h"
#include "linter/import/names.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// A value as `show` would write it, for messages about conflicts.
std::string value_text(const PropertyValue& value) {
  struct Writer {
    PropertyType type;
    std::string operator()(const Unset& /*unset*/) const { return "nothing"; }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const {
      return type == PropertyType::time ? time_text(number) : std::to_string(number);
    }
    std::string operator()(const Size& size) const { return to_text(size); }
    std::string operator()(const std::string& text) const {
      return text.empty() ? "nothing" : text;
    }
    std::string operator()(const Names& names) const {
      std::string out;
      for (const Located<std::string>& name : names) out += (out.empty() ? "" : ", ") + *name;
      return out.empty() ? "nothing" : out;
    }
    std::string operator()(const Spaces& spaces) const {
      std::string out;
      for (const AddressSpace& space : spaces) out += (out.empty() ? "" : ", ") + to_text(space);
      return out.empty() ? "nothing" : out;
    }
  };
  return std::visit(Writer{info_of(value.property).type}, value.value);
}

/// Whether `longer` says the same as `shorter` with more around it: an administrative group before
/// a routing group, a DNS domain after a server's name.
bool extends(std::string_view longer, std::string_view shorter) {
  if (longer.size() <= shorter.size()) return false;
  const bool group = ends_with_ignoring_case(longer, shorter) &&
                     longer[longer.size() - shorter.size() - 1] == '\\';
  const bool host = starts_with_ignoring_case(longer, shorter) && longer[shorter.size()] == '.';
  return group || host;
}

enum class Merge { keep, replace, conflict };

/// What becomes of `other` where the object already states `kept`.
Merge merge_of(const PropertyValue& kept, const PropertyValue& other) {
  if (same_value(kept, other)) return Merge::keep;
  const auto* first = std::get_if<std::string>(&kept.value);
  const auto* second = std::get_if<std::string>(&other.value);
  if (first != nullptr && second != nullptr) {
    const bool group = info_of(kept.property).type == PropertyType::routing_group;
    const bool name = kept.property == Property::name;
    if (extends(*first, *second)) return name ? Merge::replace : Merge::keep;
    if (extends(*second, *first)) return group ? Merge::replace : Merge::keep;
    if (kept.property == Property::dn && dn_key(*first) == dn_key(*second)) return Merge::keep;
  }
  return Merge::conflict;
}

/// Adds to `object` what `other` knows; the first value of a property stays.
void merge(Object& object, const Object& other, std::vector<Conflict>& conflicts) {
  for (const PropertyValue& value : other.values()) {
    const PropertyValue* kept = object.find(value.property);
    if (kept == nullptr) {
      object.set(value);
      continue;
    }
    switch (merge_of(*kept, value)) {
      case Merge::keep: break;
      case Merge::replace: object.set(value); break;
      case Merge::conflict:
        conflicts.push_back({.kind = object.object_kind(),
                             .object = std::string(object.name()),
                             .property = value.property,
                             .first = kept->where,
                             .second = value.where,
                             .first_value = value_text(*kept),
                             .second_value = value_text(value)});
        break;
    }
  }
}

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Organization join(std::vector<ImportedObjects> files, std::vector<Note>& notes) {
  Organization organization;
  std::vector<Object> objects;
  bool first = true;
  for (ImportedObjects& file : files) {
    append(objects, std::move(file.objects));
    append(organization.lost_values, std::move(file.lost_values));
    append(organization.secrets, std::move(file.secrets));
    append(organization.unknown_keys, std::move(file.unknown_keys));
    append(organization.invalid_values, std::move(file.invalid_values));
    append(notes, std::move(file.notes));
    if (organization.name->empty()) organization.name = file.organization_name;
    for (RequiredType& type : file.required_types) {
      require_type(organization, type.type, type.origin, type.where);
    }
    organization.coverage.add_all(file.coverage, first);
    first = false;
  }
  std::vector<Object> merged;
  for (const std::vector<std::size_t>& group : same_objects(objects, notes)) {
    Object object = std::move(objects[group.front()]);
    for (std::size_t i = 1; i < group.size(); ++i) {
      merge(object, objects[group[i]], organization.conflicts);
    }
    merged.push_back(std::move(object));
  }
  resolve(std::move(merged), organization);
  return organization;
}

void require_type(Organization& organization, std::string_view type, RequiredType::Origin origin,
                  std::optional<Span> where) {
  const std::string name = upper(trim(type));
  for (const RequiredType& known : organization.required_types) {
    if (known.type == name && known.origin == origin) return;
  }
  RequiredType required{.type = name, .origin = origin, .where = {}, .recipient = {}};
  if (where) {
    required.where = *where;
  } else if (organization.where) {
    required.where = *organization.where;
  }
  organization.required_types.push_back(std::move(required));
}

}  // namespace connlint
