#include "linter/import/code/values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "linter/formats/powershell/numbers.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kDomainTypeWords = {{
    {"Authoritative", "authoritative"},
    {"InternalRelay", "internal-relay"},
    {"ExternalRelay", "external-relay"},
}};

/// Properties whose value is a set of flags, which commands may give as a list.
bool is_flags(Property property) {
  return property == Property::auth_mechanism || property == Property::permission_groups ||
         property == Property::error_policies;
}

bool is_lost(const Value& value) {
  return value.loss != Loss::none ||
         std::ranges::any_of(value.items, [](const Value& item) { return is_lost(item); });
}

void note_wrong(const CodeReading& in, const Field& stated, std::string_view expected) {
  const bool refused = in.values == CodeValues::command;
  std::string message = "'" + excerpt(stated.name.value) + "' is ";
  const std::string_view text = scalar_text(stated.value);
  message += text.empty() ? "of another kind" : "'" + excerpt(text) + "'";
  message += ", expected " + std::string(expected);
  if (!refused) message += "; taken as unknown";
  in.out.notes.push_back({.kind = refused ? NoteKind::unreadable : NoteKind::suspicious,
                          .message = std::move(message),
                          .where = stated.value.text.where});
}

/// `Name=Value` for each entry of a hashtable or of the records in a list.
void add_pairs(const Value& value, std::vector<Value>& items, Arena& arena) {
  for (const Value& item : value.items) add_pairs(item, items, arena);
  if (value.record == nullptr) return;
  for (const Field& field : value.record->fields) {
    Value pair;
    pair.kind = ValueKind::text;
    pair.text = {
        arena.keep(std::string(field.name.value) + "=" + std::string(scalar_text(field.value))),
        field.value.text.where, false};
    items.push_back(pair);
  }
}

Value as_list(const Value& value, const PropertyInfo& info, Arena& arena) {
  std::vector<Value> items;
  const bool pairs = info.id == Property::extended_right_allow_entries ||
                     info.id == Property::extended_right_deny_entries;
  const bool holds_records =
      value.record != nullptr || std::ranges::any_of(value.items, [](const Value& item) {
        return item.kind == ValueKind::record;
      });
  if (pairs && holds_records) {
    add_pairs(value, items, arena);
  } else if (value.kind == ValueKind::text) {
    items.push_back(value);
    items.back().quoted = false;
  } else {
    return value;
  }
  Value list;
  list.kind = ValueKind::list;
  list.items = arena.keep(items);
  list.text = value.text;
  return list;
}

Value as_flags(const Value& value, Arena& arena) {
  if (value.kind != ValueKind::list) return value;
  std::string text;
  for (const Value& item : value.items) {
    text += (text.empty() ? "" : ", ") + std::string(scalar_text(item));
  }
  Value made;
  made.kind = ValueKind::text;
  made.text = {arena.keep(text), value.text.where, false};
  return made;
}

/// A number as digits: commands may write `0x19`, `1e2`, `10MB`.
Value in_digits(const Value& value, Arena& arena) {
  const std::optional<std::string> digits = script_number(trim(value.text.value));
  if (!digits || *digits == value.text.value) return value;
  Value made = value;
  made.text = {arena.keep(*digits), value.text.where, false};
  return made;
}

Value as_truth(const Value& value, Arena& arena) {
  if (value.quoted) return value;
  for (std::string_view yes : {"yes", "on"}) {
    if (equals_ignoring_case(value.text.value, yes)) {
      Value made = value;
      made.text = {arena.keep("True"), value.text.where, false};
      return made;
    }
  }
  for (std::string_view no : {"no", "off"}) {
    if (equals_ignoring_case(value.text.value, no)) {
      Value made = value;
      made.text = {arena.keep("False"), value.text.where, false};
      return made;
    }
  }
  return value;
}

/// A truth value of a command: `$true`, `$false` or a number, never a text.
std::optional<bool> truth_of_argument(const Value& value, Arena& arena) {
  if (value.kind != ValueKind::text || value.quoted) return std::nullopt;
  return parse_boolean(in_digits(value, arena).text.value);
}

Value fitting(const CodeReading& in, const PropertyInfo& info, const Value& value) {
  if (is_list(info.type)) return as_list(value, info, in.arena);
  Value made = is_flags(info.id) ? as_flags(value, in.arena) : value;
  if (made.kind != ValueKind::text) return made;
  if (info.type == PropertyType::boolean && in.values == CodeValues::document) {
    made = as_truth(made, in.arena);
  }
  const bool number = info.type == PropertyType::number || info.type == PropertyType::size;
  if (number && !made.quoted) made = in_digits(made, in.arena);
  made.quoted = false;
  return made;
}

/// The parts of a hashtable that changes a list, or nothing.
struct ListChange {
  const Value* added = nullptr;
  const Value* removed = nullptr;
};
std::optional<ListChange> list_change(const Value& value) {
  if (value.record == nullptr || value.record->fields.empty()) return std::nullopt;
  ListChange change;
  for (const Field& field : value.record->fields) {
    const bool adds = equals_ignoring_case(field.name.value, "Add");
    const bool removes = equals_ignoring_case(field.name.value, "Remove");
    if (!adds && !removes) return std::nullopt;
    (adds ? change.added : change.removed) = &field.value;
  }
  return change;
}

/// The items of `value` read as the property, in an object of their own.
Object read_apart(const CodeReading& in, const PropertyInfo& info, const Text& name,
                  const Value* value) {
  Object apart(in.object.object_kind(), in.object.where);
  if (value != nullptr) {
    read_property(apart, info, {name, fitting(in, info, *value)}, ValueRules::exported, in.out);
  }
  return apart;
}

void change_list(const CodeReading& in, const PropertyInfo& info, const Field& stated,
                 const ListChange& change) {
  const bool lost = (change.added != nullptr && is_lost(*change.added)) ||
                    (change.removed != nullptr && is_lost(*change.removed));
  const PropertyValue* before = in.object.find(info.id);
  if (lost || before == nullptr) {
    const Text place{{}, stated.value.text.where, false};
    return lose_code_value(in, info.id, stated.name, place);
  }
  const Object added = read_apart(in, info, stated.name, change.added);
  const Object removed = read_apart(in, info, stated.name, change.removed);
  PropertyValue made = *before;
  made.where = stated.value.text.where;
  if (info.type == PropertyType::spaces) {
    Spaces spaces = in.object.spaces(info.id);
    for (const AddressSpace& space : removed.spaces(info.id)) {
      std::erase_if(spaces, [&](const AddressSpace& each) {
        return identity_of(each) == identity_of(space);
      });
    }
    const Spaces& more = added.spaces(info.id);
    spaces.insert(spaces.end(), more.begin(), more.end());
    made.value = std::move(spaces);
  } else {
    Names names = in.object.names(info.id);
    for (const Located<std::string>& name : removed.names(info.id)) {
      std::erase_if(names, [&](const Located<std::string>& each) {
        return equals_ignoring_case(*each, *name);
      });
    }
    const Names& more = added.names(info.id);
    names.insert(names.end(), more.begin(), more.end());
    made.value = std::move(names);
  }
  in.object.set(std::move(made));
}

/// The properties that need more than the reading of their value; false for others.
bool read_apart_from_value(const CodeReading& in, std::string_view parameter, const Field& stated) {
  if (parameter == "IsScopedConnector") {
    const std::optional<bool> scoped = parse_boolean(as_truth(stated.value, in.arena).text.value);
    if (!scoped) {
      note_wrong(in, stated, "$true or $false");
    } else {
      set_word(in.object, Property::scope, *scoped ? "site" : "organization",
               stated.value.text.where);
    }
    return true;
  }
  for (std::string_view usage : {"Custom", "Internal", "Internet", "Partner", "Client"}) {
    if (parameter != usage) continue;
    const bool given = parse_boolean(stated.value.text.value).value_or(false);
    if (given) set_word(in.object, Property::usage, usage, stated.name.where);
    return true;
  }
  if (parameter != "DomainType") return false;
  for (const auto& [cmdlet, word] : kDomainTypeWords) {
    if (!equals_ignoring_case(trim(stated.value.text.value), cmdlet)) continue;
    set_word(in.object, Property::type, word, stated.value.text.where);
    return true;
  }
  note_wrong(in, stated, "Authoritative, InternalRelay or ExternalRelay");
  return true;
}

}  // namespace

const PropertyInfo* code_property(const CodeNoun& noun, std::string_view parameter) {
  if (parameter == "IsScopedConnector") return &info_of(Property::scope);
  if (parameter == "MakeDefault") return &info_of(Property::default_);
  for (std::string_view usage : {"Custom", "Internal", "Internet", "Partner", "Client"}) {
    if (parameter == usage) return &info_of(Property::usage);
  }
  if (parameter == "Name" || parameter == "AuthenticationCredential") return nullptr;
  return property_of_cmdlet(parameter, noun.kind);
}

Text code_text(const Field& stated) {
  const bool known = stated.value.kind == ValueKind::text && stated.value.loss == Loss::none;
  return known ? stated.value.text : Text{};
}

void lose_code_value(const CodeReading& in, Property property, const Text& name,
                     const Text& where) {
  in.object.remove(property);
  in.out.lost_values.push_back({.kind = LostValue::Kind::unresolved,
                                .object_kind = in.object.object_kind(),
                                .object = std::string(in.object.name()),
                                .property = std::string(name.value),
                                .where = where.where,
                                .text = excerpt(where.value, 200)});
}

void read_code_value(const CodeReading& in, const CodeNoun& noun, std::string_view parameter,
                     const Field& stated) {
  const PropertyInfo* info = code_property(noun, parameter);
  if (info == nullptr) return;
  const Field named{
      {stated.name.value.empty() ? parameter : stated.name.value, stated.name.where, false},
      stated.value};
  if (is_lost(stated.value)) {
    return lose_code_value(in, info->id, named.name, stated.value.text);
  }
  const std::optional<ListChange> change =
      is_list(info->type) ? list_change(stated.value) : std::nullopt;
  if (change) return change_list(in, *info, named, *change);
  const bool truth = info->type == PropertyType::boolean || parameter == "IsScopedConnector";
  if (truth && in.values == CodeValues::command && stated.value.kind != ValueKind::null) {
    const std::optional<bool> value = truth_of_argument(stated.value, in.arena);
    if (!value) return note_wrong(in, named, "$true or $false");
  }
  in.object.remove(info->id);
  if (stated.value.kind == ValueKind::text && read_apart_from_value(in, parameter, named)) return;
  const Field ready{named.name, fitting(in, *info, stated.value)};
  const bool written = in.values == CodeValues::command;
  read_property(in.object, *info, ready, written ? ValueRules::written : ValueRules::exported,
                in.out);
}

}  // namespace connlint
