// Resources of DSC, from configurations, compiled configurations and documents.
#include <optional>
#include <string>

#include "linter/import/code/configuration_code.h"
#include "linter/import/exported_object.h"
#include "linter/import/join/merge.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Whether a property holds a credential, plain or wrapped.
bool is_credential(std::string_view name) {
  return is_secret_name(name) || find_ignoring_case(name, "Credential") != std::string_view::npos ||
         equals_ignoring_case(name, "ApplicationSecret");
}

bool is_user_name(std::string_view name) {
  return ends_with_ignoring_case(name, "_username") || equals_ignoring_case(name, "UserName");
}

/// A password that the value holds as a text that anybody can read, or null.
const Field* plain_password(const Field& field) {
  const Value& value = field.value;
  if (value.kind == ValueKind::text) {
    const bool encrypted = value.text.value.starts_with("-----BEGIN CMS");
    return value.loss == Loss::none && !trim(value.text.value).empty() && !encrypted ? &field
                                                                                     : nullptr;
  }
  if (value.record == nullptr) return nullptr;
  const Field* password = field_named(*value.record, "Password");
  return password == nullptr || password->value.record != nullptr ? nullptr
                                                                  : plain_password(*password);
}

}  // namespace

const Field* field_named(const Record& record, std::string_view name) {
  for (const Field& field : record.fields) {
    if (equals_ignoring_case(field.name.value, name)) return &field;
  }
  return nullptr;
}

/// Keeps that a field holds a secret; true for every credential, whose value is never read.
bool CodeImporter::keep_secret_of(const Field& field, ObjectKind kind, std::string_view name) {
  if (!is_credential(field.name.value)) return false;
  if (is_user_name(field.name.value)) return true;
  const Field* password = plain_password(field);
  if (password != nullptr && secrets_.insert(password->name.where).second) {
    keep_secret(out_, kind, name, password->name);
  }
  return true;
}

void CodeImporter::resource(const Record& record, const CodeResource& type) {
  read_resource(record, type, CodeValues::resource, record.container);
}

void CodeImporter::read_resource(const Record& record, const CodeResource& type, CodeValues values,
                                 const Text& decided_by) {
  const CodeNoun& noun = *code_noun_named(type.noun);
  const Field* ensure = field_named(record, "Ensure");
  const bool absent = ensure != nullptr && equals_ignoring_case(code_text(*ensure).value, "Absent");
  const Field* key = field_named(record, type.key);
  const Text name = key == nullptr ? Text{} : code_text(*key);
  const Text& heading = record.types.empty() ? record.label : record.types.front();
  if (name.value.empty()) {
    const bool unknown = key != nullptr && key->value.loss != Loss::none;
    const std::string written =
        heading.value.empty() ? std::string(type.name) : excerpt(heading.value);
    out_.notes.push_back(
        {.kind = unknown ? NoteKind::ignored : NoteKind::unreadable,
         .message = "a resource '" + written + "' " +
                    (unknown ? "has a " + std::string(type.key) + " that only a run tells; left out"
                             : "needs the key '" + std::string(type.key) +
                                   "', which DSC knows it by; it is left out, state it"),
         .where = heading.where.length > 0 ? heading.where : heading_of(file_, record.where)});
    if (unknown) {
      out_.lost_values.push_back({LostValue::Kind::unresolved, noun.kind,
                                  excerpt(record.label.value), std::string(key->name.value),
                                  key->value.text.where, excerpt(key->value.text.value, 200)});
    }
    return;
  }
  const CodeCmdlet cmdlet{CodeVerb::create, &noun};
  const BoundCommand nothing;
  Record headed = record;
  const Text kind_place{type.name, heading.where.length > 0 ? heading.where : name.where, false};
  headed.types = {&kind_place, 1};
  const Step step{cmdlet, headed, nothing, decided_by};
  const auto act = [&] {
    const CodeIdentity identity = parse_code_identity(name);
    CommandOutcome& outcome = outcome_of(step, identity.name);
    if (!absent) return this->ensure(step, record, type, values);
    CodeObject* known = find_own(step, identity);
    if (known != nullptr) return remove_one(step, *known);
    outcome.effect = CommandOutcome::Effect::no_effect;
  };
  go_to(record);
  const bool open = ensure != nullptr && ensure->value.loss != Loss::none;
  const bool decided = !decided_by.value.empty() && record.branches.empty();
  if (open || decided) {
    perhaps(record, open ? ensure->value.text : decided_by, act);
  } else {
    act();
  }
}

/// A resource that must be there: makes the object, or sets what it states.
void CodeImporter::ensure(const Step& step, const Record& record, const CodeResource& type,
                          CodeValues values) {
  const Field* key = field_named(record, type.key);
  const CodeIdentity identity = parse_code_identity(code_text(*key));
  CodeObject stated = make(step, identity);
  const CodeReading in{stated.object, values, arena_, out_};
  for (const Field& field : record.fields) {
    if (&field != key) read_resource_value(in, type, field);
  }
  CodeObject* known = find_own(step, identity);
  if (known == nullptr) {
    const bool missing = objects_.covers(*step.cmdlet.noun);
    CodeObject& made = add(step, std::move(stated), identity);
    made.by_resource = true;
    if (missing) set_left_out(step, made);
    return;
  }
  if (known->by_resource) {
    // Resources have no order: two that state different values contradict each other.
    if (is_of_other_folder(step, *known)) return;
    ways_.will_change(*known);
    for (const PropertyValue& value : stated.object.values()) {
      ways_.will_change(*known, value.property);
    }
    return merge(known->object, stated.object, out_.conflicts);
  }
  note_change(*known);
  for (const Field& field : record.fields) {
    const PropertyInfo* info = code_property(*step.cmdlet.noun, field.name.value);
    if (info == nullptr) continue;
    const PropertyValue* value = stated.object.find(info->id);
    ways_.will_change(*known, info->id);
    if (value == nullptr) {
      known->object.remove(info->id);
    } else {
      known->object.set(*value);
    }
  }
}

void CodeImporter::read_resource_value(const CodeReading& in, const CodeResource& type,
                                       const Field& field) {
  const ObjectKind kind = in.object.object_kind();
  if (keep_secret_of(field, kind, in.object.name())) return;
  const std::vector<std::string_view> names = code_resource_properties(type);
  for (std::string_view name : names) {
    if (!equals_ignoring_case(name, field.name.value)) continue;
    return read_code_value(in, *code_noun_named(type.noun), name, field);
  }
  const std::optional<std::string_view> near = nearest(field.name.value, names);
  out_.unknown_keys.push_back({.object_kind = kind,
                               .object = std::string(in.object.name()),
                               .key = excerpt(field.name.value),
                               .where = field.name.where,
                               .nearest = std::string(near.value_or(""))});
}

}  // namespace connlint
