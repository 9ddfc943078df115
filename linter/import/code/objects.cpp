#include "linter/import/code/objects.h"

#include <algorithm>
#include <utility>

#include "linter/import/names.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

std::string key_of(const CodeNoun& noun, std::string_view name) {
  std::string key{static_cast<char>('A' + static_cast<int>(noun.kind)),
                  static_cast<char>('A' + static_cast<int>(noun.connector))};
  return key + lower(name);
}

bool is_guid(std::string_view text) {
  constexpr std::size_t kLength = 36;
  if (text.size() != kLength) return false;
  for (std::size_t i = 0; i < kLength; ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = to_lower(text[i]);
    if (dash ? c != '-' : !is_digit(c) && (c < 'a' || c > 'f')) return false;
  }
  return true;
}

/// The noun whose cmdlets are about such an object, or null.
const CodeNoun* noun_of(const Object& object) {
  const ConnectorKind connector =
      connector_kind_named(object.text(Property::kind)).value_or(ConnectorKind::unknown);
  for (const CodeNoun& noun : code_nouns()) {
    const bool fits = noun.kind == object.object_kind() &&
                      (noun.kind != ObjectKind::connector || noun.connector == connector);
    if (fits) return &noun;
  }
  return nullptr;
}

}  // namespace

CodeIdentity parse_code_identity(const Text& text) {
  CodeIdentity identity;
  identity.where = text.where;
  std::string_view written = trim(text.value);
  if (written.starts_with('{') && written.ends_with('}')) {
    written = written.substr(1, written.size() - 2);
  }
  if (is_guid(written)) {
    identity.guid = lower(written);
  } else if (is_dn(written)) {
    identity.name = short_name(written);
  } else {
    const std::size_t slash = written.rfind('\\');
    if (slash != std::string_view::npos) identity.parent = written.substr(0, slash);
    identity.name = slash == std::string_view::npos ? written : written.substr(slash + 1);
  }
  return identity;
}

CodeObjects::CodeObjects(std::vector<Object> exported, const Coverage& coverage)
    : coverage_(coverage) {
  for (Object& object : exported) {
    const CodeNoun* noun = noun_of(object);
    if (noun == nullptr) {
      others_.push_back(std::move(object));
      continue;
    }
    covered_.emplace(noun->kind, noun->connector);
    CodeObject held{.object = std::move(object), .noun = noun};
    held.other_name = held.object.text(Property::domain_name);
    held.made = true;
    held.exported = true;
    add(std::move(held));
  }
}

bool CodeObjects::covers(const CodeNoun& noun) const {
  return covered_.contains({noun.kind, noun.connector}) || coverage_.has_all(noun.kind);
}

std::string CodeObjects::nearest_to(const CodeNoun& noun, std::string_view name) const {
  std::vector<std::string_view> names;
  for (const CodeObject& each : objects_) {
    const bool same = each.noun->kind == noun.kind && each.noun->connector == noun.connector;
    if (same && !each.removed) names.push_back(each.object.name());
  }
  return std::string(nearest(name, names).value_or(std::string_view()));
}

std::vector<Object> CodeObjects::take(Coverage& coverage) {
  std::vector<Object> objects = std::move(others_);
  for (CodeObject& each : objects_) {
    if (each.removed) continue;
    if (each.touched) {
      coverage.add(each.object.object_kind());
      for (const PropertyValue& value : each.object.values()) {
        coverage.add(each.object.object_kind(), value.property);
      }
    }
    objects.push_back(std::move(each.object));
  }
  return objects;
}

CodeObject* CodeObjects::find(const CodeNoun& noun, const CodeIdentity& identity) {
  const std::vector<CodeObject*> found = find_all(noun, identity, false);
  return found.empty() ? nullptr : found.front();
}

CodeObject* CodeObjects::find_removed(const CodeNoun& noun, const CodeIdentity& identity) {
  const std::vector<CodeObject*> found = find_all(noun, identity, true);
  return found.empty() ? nullptr : found.front();
}

std::vector<CodeObject*> CodeObjects::find_all(const CodeNoun& noun, const CodeIdentity& identity) {
  return find_all(noun, identity, false);
}

std::vector<CodeObject*> CodeObjects::find_all(const CodeNoun& noun, const CodeIdentity& identity,
                                               bool removed) {
  std::vector<CodeObject*> all;
  const std::string& name = identity.name.empty() ? identity.guid : identity.name;
  if (name.empty()) return all;
  const auto [first, last] = by_name_.equal_range(key_of(noun, name));
  for (auto it = first; it != last; ++it) {
    CodeObject& found = *it->second;
    if (found.removed != removed) continue;
    // Receive connectors of one name on several servers are several objects.
    const std::string_view server = found.object.text(Property::server);
    const bool other = !identity.parent.empty() && !server.empty() &&
                       !equals_ignoring_case(server, identity.parent);
    if (!other && std::ranges::find(all, &found) == all.end()) all.push_back(&found);
  }
  return all;
}

void CodeObjects::index(CodeObject& object, std::string_view name) {
  if (!name.empty()) by_name_.emplace(key_of(*object.noun, name), &object);
}

CodeObject& CodeObjects::add(CodeObject object) {
  objects_.push_back(std::move(object));
  CodeObject& added = objects_.back();
  index(added, added.object.name());
  index(added, added.object.text(Property::guid));
  if (!equals_ignoring_case(added.other_name, added.object.name())) index(added, added.other_name);
  return added;
}

void CodeObjects::rename(CodeObject& object) { index(object, object.object.name()); }

}  // namespace connlint
