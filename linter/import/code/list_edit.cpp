#include "linter/import/code/list_edit.h"

#include <algorithm>
#include <string>
#include <utility>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// Whether both take the same addresses, whatever they cost.
bool same_but_for_cost(const AddressSpace& a, const AddressSpace& b) {
  return equals_ignoring_case(a.type, b.type) && equals_ignoring_case(a.address, b.address);
}

bool apply_to(Spaces& spaces, const Spaces& removed, const Spaces& added) {
  for (const AddressSpace& space : removed) {
    const std::string identity = identity_of(space);
    const auto gone = std::erase_if(
        spaces, [&](const AddressSpace& each) { return identity_of(each) == identity; });
    const bool other_cost = std::ranges::any_of(
        spaces, [&](const AddressSpace& each) { return same_but_for_cost(each, space); });
    if (gone == 0 && other_cost) return false;
  }
  for (const AddressSpace& space : added) {
    const auto known = std::ranges::find_if(
        spaces, [&](const AddressSpace& each) { return same_but_for_cost(each, space); });
    if (known == spaces.end()) {
      spaces.push_back(space);
    } else if (identity_of(*known) != identity_of(space)) {
      return false;
    }
  }
  return true;
}

void apply_to(Names& names, const Names& removed, const Names& added) {
  const auto holds = [&](const Located<std::string>& name) {
    return std::ranges::any_of(
        names, [&](const auto& each) { return equals_ignoring_case(*each, *name); });
  };
  for (const Located<std::string>& name : removed) {
    std::erase_if(names, [&](const auto& each) { return equals_ignoring_case(*each, *name); });
  }
  for (const Located<std::string>& name : added) {
    if (!holds(name)) names.push_back(name);
  }
}

}  // namespace

bool edit_list(Object& object, Property property, const Object& added, const Object& removed,
               Span where) {
  PropertyValue made{.property = property, .where = where, .value = {}};
  if (info_of(property).type == PropertyType::spaces) {
    Spaces spaces = object.spaces(property);
    if (!apply_to(spaces, removed.spaces(property), added.spaces(property))) return false;
    made.value = std::move(spaces);
  } else {
    Names names = object.names(property);
    apply_to(names, removed.names(property), added.names(property));
    made.value = std::move(names);
  }
  object.set(std::move(made));
  return true;
}

}  // namespace connlint
