#include "linter/import/join/merge.h"

#include <string>
#include <utility>

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

}  // namespace

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

}  // namespace connlint
