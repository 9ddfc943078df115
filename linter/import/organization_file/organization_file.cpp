#include "linter/import/organization_file/organization_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "linter/import/exported_object.h"
#include "linter/import/organization_file/organization_words.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kVersion = "1";
/// More errors than this say nothing new, and a hostile file could hold millions.
constexpr std::size_t kMaxRefusals = 200;

/// `a connector`, `an address template`: the kind as people say it.
std::string title(ObjectKind kind) {
  std::string text(name_of(kind));
  std::ranges::replace(text, '-', ' ');
  const bool vowel = std::string_view("aeiou").find(text.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + text;
}

/// What stands there, for messages.
std::string shape_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::null: return "has no value";
    case ValueKind::text: return "is '" + excerpt(value.text.value) + "'";
    case ValueKind::list: return "is a list";
    case ValueKind::record: return "is a mapping";
  }
  return {};
}

/// What the value of a key of the file itself must be, where it is no list of objects.
std::string_view expected_of(std::string_view key) {
  if (key == "connlint") return "the number 1";
  if (key == "organization") return "a text";
  return key == kAllConnectorKinds ? "true or false" : "a list of texts";
}

std::string quoted_words(const std::vector<std::string_view>& words) {
  return fmt::format("one of {}", fmt::join(words, ", "));
}

}  // namespace

void OrganizationFileImporter::record(const Record& record) {
  if (record.container.value.empty()) return read_root(record);
  const std::string_view key = record.container.value;
  if (const std::optional<ObjectKind> kind = kind_of_list(key)) {
    if (*kind == ObjectKind::transport_config && refused_lists_.emplace(key).second) {
      refuse("'transport_config' is a list, expected one mapping", record.container.where);
    }
    return read_object(*kind, record);
  }
  if (!refused_lists_.emplace(key).second) return;
  const std::vector<std::string_view> known = root_keys();
  if (std::ranges::find(known, key) == known.end()) {
    return refuse_key(record.container, "an organisation file", known, "");
  }
  refuse(fmt::format("'{}' is a list of objects, expected {}", key, expected_of(key)),
         record.container.where);
}

void OrganizationFileImporter::note(Note note) { out_.notes.push_back(std::move(note)); }

ImportedObjects OrganizationFileImporter::finish() {
  if (refusals_ > kMaxRefusals) {
    out_.notes.push_back({.kind = NoteKind::unreadable,
                          .message = fmt::format("{} more keys and values that do not fit are left "
                                                 "out; mend the first ones",
                                                 refusals_ - kMaxRefusals),
                          .where = file_.span(0, 0),
                          .located = false});
  }
  out_.coverage.only_organization_files = true;
  out_.coverage.organization_files = true;
  if (lacks_connector_kinds_) out_.coverage.all_connector_kinds = false;
  cover_objects(out_);
  return std::move(out_);
}

void OrganizationFileImporter::read_root(const Record& root) {
  const auto version = std::ranges::find_if(
      root.fields, [](const Field& field) { return field.name.value == "connlint"; });
  if (version == root.fields.end()) {
    refuse(
        "this is no organisation file: the key 'connlint' is missing, expected 'connlint: 1' as "
        "its first line",
        heading_of(file_, root.where));
  } else {
    read_version(*version);
  }
  for (const Field& field : root.fields) read_member(field);
  document_begin_ = out_.objects.size();
  refused_lists_.clear();
}

void OrganizationFileImporter::read_version(const Field& field) {
  const Value& value = field.value;
  const bool scalar = value.kind == ValueKind::text;
  if (scalar && !value.quoted && value.text.value == kVersion) return;
  if (!scalar || !parse_integer(value.text.value)) {
    return refuse(fmt::format("'connlint' {}, expected the version of the format: the number 1",
                              shape_of(value)),
                  value.text.where);
  }
  if (value.quoted && value.text.value == kVersion) {
    return refuse("'connlint' is a text in quotes, expected the number 1", value.text.where);
  }
  // Another version may mean other things by the same keys.
  out_.objects.resize(document_begin_);
  refuse(
      fmt::format("version {} of the organisation file is not known here, expected 1; its objects "
                  "are not read",
                  excerpt(value.text.value)),
      value.text.where);
}

void OrganizationFileImporter::read_member(const Field& field) {
  const std::string_view key = field.name.value;
  if (key == "connlint") return;
  if (key == "organization") return read_organization_name(field);
  if (key == "required_address_types") return read_required_types(field);
  if (key == kAllConnectorKinds) return read_all_connector_kinds(field);
  const std::optional<ObjectKind> kind = kind_of_list(key);
  if (!kind) return refuse_key(field.name, "an organisation file", root_keys(), "");
  if (*kind == ObjectKind::transport_config) return read_transport_config(field);
  read_list(*kind, field);
}

void OrganizationFileImporter::read_organization_name(const Field& field) {
  const Value& value = field.value;
  if (value.kind == ValueKind::null) return;
  if (value.kind != ValueKind::text) {
    return refuse(fmt::format("'organization' {}, expected a text", shape_of(value)),
                  value.text.where);
  }
  const std::string_view name = trim(value.text.value);
  if (out_.organization_name->empty()) {
    out_.organization_name = {std::string(name), value.text.where};
  } else if (!equals_ignoring_case(name, *out_.organization_name)) {
    out_.notes.push_back({.kind = NoteKind::suspicious,
                          .message = fmt::format(
                              "the organisation is '{}' here and '{}' before; the files of one run "
                              "are one organisation",
                              excerpt(name), excerpt(*out_.organization_name)),
                          .where = value.text.where});
  }
}

void OrganizationFileImporter::read_required_types(const Field& field) {
  const Value& value = field.value;
  if (value.kind == ValueKind::null) return;
  if (value.kind != ValueKind::list) {
    return refuse(fmt::format("'required_address_types' {}, expected a list such as [FAX, SMS]",
                              shape_of(value)),
                  value.text.where);
  }
  for (const Value& item : value.items) {
    const std::string_view type = trim(item.text.value);
    if (item.kind != ValueKind::text || type.empty()) {
      refuse(fmt::format("an item of 'required_address_types' {}, expected an address type such as "
                         "FAX",
                         shape_of(item)),
             item.text.where);
      continue;
    }
    out_.required_types.push_back({.type = upper(type),
                                   .origin = RequiredType::Origin::organization_file,
                                   .where = item.text.where,
                                   .recipient = {}});
  }
}

/// A list of connectors is taken as complete unless the file says that it is not.
void OrganizationFileImporter::read_all_connector_kinds(const Field& field) {
  const Value& value = field.value;
  if (value.kind == ValueKind::null) return;
  const std::optional<bool> all = value.kind == ValueKind::text && !value.quoted
                                      ? parse_boolean(value.text.value)
                                      : std::nullopt;
  if (!all) {
    return refuse(fmt::format("'{}' {}, expected true or false", field.name.value, shape_of(value)),
                  value.text.where);
  }
  lacks_connector_kinds_ = lacks_connector_kinds_ || !*all;
}

/// What is left of a list whose objects were handed over: an empty list, or items that are no
/// objects.
void OrganizationFileImporter::read_list(ObjectKind kind, const Field& field) {
  const Value& value = field.value;
  if (value.kind == ValueKind::list) {
    cover(kind);
    for (const Value& item : value.items) read_list_item(kind, field, item);
    return;
  }
  if (value.kind == ValueKind::null) {
    out_.notes.push_back({.kind = NoteKind::suspicious,
                          .message = fmt::format(
                              "'{}' has no value and counts as left out; write [] where there are "
                              "none",
                              field.name.value),
                          .where = field.name.where});
    return;
  }
  refuse(fmt::format("'{}' {}, expected a list of objects, as in '- name: ...'", field.name.value,
                     shape_of(value)),
         value.text.where);
}

void OrganizationFileImporter::read_list_item(ObjectKind kind, const Field& field,
                                              const Value& item) {
  // An address template is little more than its type.
  if (kind == ObjectKind::address_template && item.kind == ValueKind::text) {
    Object object(kind, item.text.where);
    object.set({.property = Property::name,
                .where = item.text.where,
                .value = std::string(trim(item.text.value))});
    out_.objects.push_back(std::move(object));
    return;
  }
  refuse(fmt::format("an item of '{}' {}, expected an object, as in '- name: ...'",
                     field.name.value, shape_of(item)),
         item.text.where);
}

void OrganizationFileImporter::read_transport_config(const Field& field) {
  if (field.value.kind == ValueKind::record && field.value.record != nullptr) {
    return read_object(ObjectKind::transport_config, *field.value.record);
  }
  if (field.value.kind == ValueKind::null) return;
  refuse(
      fmt::format("'transport_config' {}, expected one mapping, as in 'max_send_size: 10MB' below "
                  "it",
                  shape_of(field.value)),
      field.value.text.where);
}

void OrganizationFileImporter::read_object(ObjectKind kind, const Record& record) {
  cover(kind);
  Object object(kind, heading_of(file_, record.where));
  // The name first: messages about other fields say it.
  for (const Field& field : record.fields) {
    if (field.name.value == "name") read_field(object, field);
  }
  for (const Field& field : record.fields) {
    if (field.name.value != "name") read_field(object, field);
  }
  check_identity(object, record);
  out_.objects.push_back(std::move(object));
}

/// An object needs something by which it can be told from others.
void OrganizationFileImporter::check_identity(const Object& object, const Record& record) {
  const auto has = [&](std::string_view key) {
    return std::ranges::any_of(record.fields,
                               [&](const Field& field) { return field.name.value == key; });
  };
  const ObjectKind kind = object.object_kind();
  const bool identified = has("guid") || has("dn");
  if (kind != ObjectKind::transport_config && !identified && !has("name")) {
    refuse(fmt::format("{} without 'name', expected 'name: ...'", title(kind)), object.where);
  }
  if (kind == ObjectKind::connector && has("name") && !identified && !has("kind")) {
    out_.notes.push_back(
        {.kind = NoteKind::suspicious,
         .message = fmt::format("the connector '{}' does not say its 'kind', so that "
                                "little can be judged; expected {}",
                                excerpt(object.name()), quoted_words(words_of(Property::kind))),
         .where = object.where});
  }
}

void OrganizationFileImporter::read_field(Object& object, const Field& field) {
  const ObjectKind kind = object.object_kind();
  const std::string_view key = field.name.value;
  const PropertyInfo* info = property_named(key, kind);
  const bool secret = is_secret_name(info != nullptr ? info->cmdlet : key);
  if (secret && field.value.kind != ValueKind::null) {
    keep_secret(out_, kind, object.name(), field.name);
    if (info != nullptr) return;
  }
  if (info == nullptr) {
    const PropertyInfo* meant = property_of_cmdlet(key, kind);
    if (meant == nullptr) meant = property_of_attribute(key, kind);
    return refuse_key(field.name, title(kind), keys_of(kind),
                      meant == nullptr ? std::string_view() : meant->name);
  }
  std::vector<Value> items;
  if (!is_fit(*info, field, items)) return;
  Field checked = field;
  checked.value.items = items;
  if (!words_of(info->id).empty()) return read_words(object, *info, checked);
  read_property(object, *info, checked, ValueRules::written, out_);
  if (info->id == Property::guid && object.states(Property::guid)) {
    const std::string guid(object.text(Property::guid));
    object.remove(Property::guid);
    set_guid(object, guid, field.value.text.where);
  }
}

/// Refuses a value that is no text, or of a list the items that are none; `items` are the others.
/// False where nothing is left to read.
bool OrganizationFileImporter::is_fit(const PropertyInfo& info, const Field& field,
                                      std::vector<Value>& items) {
  const Value& value = field.value;
  if (value.kind == ValueKind::null) return true;
  const std::string_view key = field.name.value;
  if (!is_list(info.type)) {
    if (value.kind == ValueKind::text) return true;
    refuse(fmt::format("'{}' {}, expected a single value", key, shape_of(value)), value.text.where);
    return false;
  }
  if (value.kind != ValueKind::list) {
    refuse(fmt::format("'{}' {}, expected a list, as in {}: [...]", key, shape_of(value), key),
           value.text.where);
    return false;
  }
  for (const Value& item : value.items) {
    if (item.kind == ValueKind::text || item.loss != Loss::none) {
      items.push_back(item);
    } else {
      refuse(fmt::format("an item of '{}' {}, expected a text", key, shape_of(item)),
             item.text.where);
    }
  }
  return true;
}

void OrganizationFileImporter::read_words(Object& object, const PropertyInfo& info,
                                          const Field& field) {
  const Value& value = field.value;
  const auto word_at = [&](const Value& written) {
    const std::optional<std::string_view> word = known_word(info.id, written.text.value);
    if (!word) {
      refuse(fmt::format("'{}' is '{}', expected {}", field.name.value, excerpt(written.text.value),
                         quoted_words(words_of(info.id))),
             written.text.where);
    }
    return word;
  };
  if (value.kind == ValueKind::text) {
    const std::optional<std::string_view> word = word_at(value);
    if (word) set_word(object, info.id, *word, value.text.where);
    return;
  }
  const bool lost =
      std::ranges::any_of(value.items, [](const Value& item) { return item.loss != Loss::none; });
  if (value.kind != ValueKind::list || lost) {
    return read_property(object, info, field, ValueRules::written, out_);
  }
  Names names;
  for (const Value& item : value.items) {
    const std::optional<std::string_view> word = word_at(item);
    if (word) names.push_back({std::string(*word), item.text.where});
  }
  object.set({.property = info.id, .where = value.text.where, .value = std::move(names)});
}

void OrganizationFileImporter::cover(ObjectKind kind) {
  out_.coverage.add(kind);
  if (kind == ObjectKind::connector) out_.coverage.all_connector_kinds = true;
}

void OrganizationFileImporter::refuse(std::string message, Span where) {
  if (++refusals_ > kMaxRefusals) return;
  out_.notes.push_back(
      {.kind = NoteKind::unreadable, .message = std::move(message), .where = where});
}

/// `meant`: the key that is surely meant, or empty; then the nearest of `known` is proposed.
void OrganizationFileImporter::refuse_key(const Text& key, std::string_view owner,
                                          const std::vector<std::string_view>& known,
                                          std::string_view meant) {
  if (refusals_ >= kMaxRefusals) return refuse({}, key.where);
  const std::optional<std::string_view> near =
      meant.empty() ? nearest(key.value, known) : std::optional(meant);
  const std::string advice = near ? fmt::format("the nearest known key is '{}'", *near)
                                  : std::string("no known key is near");
  refuse(fmt::format("'{}' is no key of {}; {}", excerpt(key.value), owner, advice), key.where);
}

}  // namespace connlint
