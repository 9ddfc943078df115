#include "linter/import/code/values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "linter/formats/powershell/numbers.h"
#include "linter/import/code/list_edit.h"
#include "linter/import/code/resources.h"
#include "linter/import/code/words.h"
#include "linter/import/exported_object.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The words of the organisation file for those of the cmdlets.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kDomainTypeWords = {{
    {"Authoritative", "authoritative"},
    {"InternalRelay", "internal-relay"},
    {"ExternalRelay", "external-relay"},
}};

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

void add_pair(std::string_view name, const Value& value, std::vector<Value>& items, Arena& arena) {
  for (const Value& item : value.items) add_pair(name, item, items, arena);
  if (value.kind != ValueKind::text) return;
  Value pair;
  pair.kind = ValueKind::text;
  pair.text = {arena.keep(std::string(name) + "=" + std::string(value.text.value)),
               value.text.where, false};
  items.push_back(pair);
}

/// `Name=Value` for each entry of a hashtable, each pair (`MSFT_KeyValuePair`, or a hashtable with
/// the keys `Key` and `Value`) and of those in a list.
void add_pairs(const Value& value, std::vector<Value>& items, Arena& arena) {
  for (const Value& item : value.items) {
    if (item.kind == ValueKind::text) items.push_back(item);
    add_pairs(item, items, arena);
  }
  if (value.record == nullptr) return;
  const Field* key = field_named(*value.record, "Key");
  const Field* held = field_named(*value.record, "Value");
  if (key != nullptr && held != nullptr) {
    return add_pair(scalar_text(key->value), held->value, items, arena);
  }
  for (const Field& field : value.record->fields) {
    add_pair(field.name.value, field.value, items, arena);
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

ConnectorKind connector_of(const Object& object) {
  const std::string_view word = object.text(Property::kind);
  for (const CodeNoun& noun : code_nouns()) {
    if (noun.kind == ObjectKind::connector && word_of(noun.connector) == word) {
      return noun.connector;
    }
  }
  return ConnectorKind::unknown;
}

void note_invalid(const CodeReading& in, const Field& stated, const Text& value,
                  std::string expected, std::vector<std::string> nearest) {
  in.out.invalid_values.push_back({.object_kind = in.object.object_kind(),
                                   .object = std::string(in.object.name()),
                                   .property = excerpt(stated.name.value),
                                   .value = excerpt(value.value),
                                   .expected = std::move(expected),
                                   .nearest = std::move(nearest),
                                   .where = value.where});
}

/// The texts of a value or of its items, flags also where they stand in one text.
std::vector<Text> texts_of(const Value& value, bool flags) {
  std::vector<Text> texts;
  const std::span<const Value> items =
      value.kind == ValueKind::list ? value.items : std::span(&value, 1);
  for (const Value& item : items) {
    if (item.kind != ValueKind::text) continue;
    if (!flags) {
      texts.push_back(item.text);
    } else {
      for (const Text& part : parts_of(item.text, ",")) texts.push_back(part);
    }
  }
  return texts;
}

/// The value with the words of its enumeration; nothing where it holds none or a number, whose
/// meaning no source tells.
std::optional<Value> as_words(const CodeReading& in, const CodeWords& words, const Field& stated) {
  std::string made;
  bool refused = false;
  const std::vector<Text> texts = texts_of(stated.value, words.flags);
  for (const Text& text : texts) {
    if (trim(text.value).empty()) continue;
    if (parse_integer(trim(text.value))) {
      in.out.notes.push_back({.kind = NoteKind::suspicious,
                              .message = "'" + excerpt(stated.name.value) + "' is the number " +
                                         excerpt(trim(text.value)) +
                                         ", and no published source tells which value that is; "
                                         "taken as unknown, write the word",
                              .where = text.where});
      return std::nullopt;
    }
    CodeWord word = code_word(words, text.value);
    if (word.word.empty()) {
      std::string expected;
      for (std::string_view each : split(words.words, ' ')) {
        expected += (expected.empty() ? "" : ", ") + std::string(each);
      }
      note_invalid(in, stated, text, "one of " + expected, std::move(word.nearest));
      refused = true;
      continue;
    }
    made += (made.empty() ? "" : ", ") + word.word;
  }
  if (refused) return std::nullopt;
  Value value;
  value.kind = ValueKind::text;
  const bool same = stated.value.kind == ValueKind::text && stated.value.text.value == made;
  value.text = same ? stated.value.text : Text{in.arena.keep(made), stated.value.text.where, false};
  return value;
}

/// Whether all texts of a value have the form that the property asks for; says which have not.
bool fits_form(const CodeReading& in, const PropertyInfo& info, const Text& name,
               const Value& value) {
  const std::string_view form = form_of(info.id);
  if (form.empty()) return true;
  bool fits = true;
  for (const Text& text : texts_of(value, false)) {
    if (trim(text.value).empty() || has_form(info.id, text.value)) continue;
    note_invalid(in, {name, value}, text, std::string(form), {});
    fits = false;
  }
  return fits;
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

bool is_bare_number(const Value& value) {
  return value.kind == ValueKind::text && !value.quoted && parse_integer(trim(value.text.value));
}

Value fitting(const CodeReading& in, const PropertyInfo& info, const Value& value) {
  if (is_list(info.type)) return as_list(value, info, in.arena);
  Value made = value;
  if (made.kind != ValueKind::text) return made;
  if (info.type == PropertyType::duration) {
    if (const std::optional<std::string> span = dotnet_time_span(made.text.value)) {
      if (*span != made.text.value) made.text = {in.arena.keep(*span), made.text.where, false};
    }
  }
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
  if (!edit_list(in.object, info.id, added, removed, stated.value.text.where)) {
    lose_code_value(in, info.id, stated.name, {{}, stated.value.text.where, false});
  }
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
    if (cmdlet != stated.value.text.value) continue;
    set_word(in.object, Property::type, word, stated.value.text.where);
  }
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
  if (change) {
    const bool fits = change->added == nullptr || fits_form(in, *info, named.name, *change->added);
    return fits ? change_list(in, *info, named, *change) : in.object.remove(info->id);
  }
  const bool truth = info->type == PropertyType::boolean || parameter == "IsScopedConnector";
  if (truth && in.values == CodeValues::command && stated.value.kind != ValueKind::null) {
    const std::optional<bool> value = truth_of_argument(stated.value, in.arena);
    if (!value) return note_wrong(in, named, "$true or $false");
  }
  in.object.remove(info->id);
  Field wanted = named;
  const CodeWords* words = code_words_of(info->id, connector_of(in.object));
  const bool is_switch = info->id == Property::usage && parameter != "Usage";
  if (words != nullptr && !is_switch && stated.value.kind != ValueKind::null) {
    const std::optional<Value> value = as_words(in, *words, named);
    if (!value) return;
    wanted.value = *value;
  }
  if (info->type == PropertyType::duration && is_bare_number(stated.value)) {
    // Whether it is days or ticks depends on how it is converted.
    return in.out.notes.push_back({.kind = NoteKind::suspicious,
                                   .message = "'" + excerpt(named.name.value) +
                                              "' is a bare number; taken as unknown, " +
                                              "write a time span such as 00:10:00",
                                   .where = stated.value.text.where});
  }
  if (!fits_form(in, *info, named.name, stated.value)) return;
  if (wanted.value.kind == ValueKind::text && read_apart_from_value(in, parameter, wanted)) return;
  const Field ready{named.name, fitting(in, *info, wanted.value)};
  const bool written = in.values == CodeValues::command;
  read_property(in.object, *info, ready, written ? ValueRules::written : ValueRules::exported,
                in.out);
}

}  // namespace connlint
