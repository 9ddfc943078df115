// Commands of scripts: what New-, Set- and Remove- cmdlets make of the objects, in order.
#include <optional>
#include <string>
#include <utility>

#include "linter/import/code/configuration_code.h"
#include "linter/import/exported_object.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Why a command may or may not run; empty where it does.
Text decision_of(const Record& record, const BoundCommand& bound) {
  if (const BoundArgument* what_if = bound.find("WhatIf")) {
    if (what_if->stated.value.loss != Loss::none) return {"-WhatIf", what_if->stated.name.where};
  }
  return record.container;
}

/// The argument that names the object: of New- its name, of Set- and Remove- its identity.
const BoundArgument* naming_argument(const CodeCmdlet& cmdlet, const BoundCommand& bound) {
  if (cmdlet.verb != CodeVerb::create) return bound.find("Identity");
  const bool domain = cmdlet.noun->kind == ObjectKind::accepted_domain;
  const BoundArgument* name = domain ? bound.find("DomainName") : nullptr;
  return name != nullptr ? name : bound.find("Name");
}

bool is_secret(const Field& stated) {
  return stated.value.kind == ValueKind::text && stated.value.loss == Loss::none &&
         !stated.value.text.value.empty();
}

}  // namespace

void CodeImporter::command(const Record& record) {
  const std::string_view name = record.types.front().value;
  if (equals_ignoring_case(name, "ConvertTo-SecureString")) return credential(record);
  const CodeCmdlet cmdlet = code_cmdlet_named(name);
  if (cmdlet.noun == nullptr) return;
  const bool exists = cmdlet.verb != CodeVerb::create ||
                      !(cmdlet.noun->parameters.empty() && cmdlet.noun->only_new.empty());
  if (!exists) return;
  const std::optional<BoundCommand> bound = bind_command(cmdlet, record, file_, out_.notes);
  if (!bound) return;
  const BoundArgument* what_if = bound->find("WhatIf");
  if (what_if != nullptr && parse_boolean(code_text(what_if->stated).value).value_or(false)) {
    out_.notes.push_back({.kind = NoteKind::ignored,
                          .message = "'" + excerpt(name) + "' with -WhatIf changes nothing",
                          .where = record.types.front().where});
    return;
  }
  const Step step{cmdlet, record, *bound, decision_of(record, *bound)};
  switch (cmdlet.verb) {
    case CodeVerb::create: return create(step);
    case CodeVerb::change: return change(step);
    case CodeVerb::remove: return remove(step);
  }
}

void CodeImporter::keep_secrets(const BoundCommand& bound, ObjectKind kind, std::string_view name) {
  for (const BoundArgument& argument : bound.arguments) {
    if (!is_secret_name(argument.parameter) || !is_secret(argument.stated)) continue;
    keep_secret(out_, kind, name, argument.stated.name);
  }
}

CodeObject CodeImporter::make(const Step& step, const CodeIdentity& identity) {
  const CodeNoun& noun = *step.cmdlet.noun;
  CodeObject made{Object(noun.kind, identity.where), &noun, {}, false};
  Object& object = made.object;
  if (!identity.name.empty()) set_word(object, Property::name, identity.name, identity.where);
  set_guid(object, identity.guid, identity.where);
  if (noun.kind == ObjectKind::connector) {
    set_word(object, Property::kind, word_of(noun.connector), step.record.types.front().where);
  }
  if (!identity.parent.empty() && noun.connector == ConnectorKind::receive) {
    set_word(object, Property::server, identity.parent, identity.where);
  }
  if (!identity.parent.empty() && noun.connector == ConnectorKind::routing_group) {
    set_word(object, Property::home, identity.parent, identity.where);
  }
  return made;
}

void CodeImporter::read_values(const Step& step, Object& object) {
  const CodeReading in{object, CodeValues::command, arena_, out_};
  for (const BoundArgument& argument : step.bound.arguments) {
    if (argument.parameter == "Identity" || argument.parameter == "Name") continue;
    read_code_value(in, *step.cmdlet.noun, argument.parameter, argument.stated);
  }
}

/// Says that only a run tells whether the command is run.
void CodeImporter::say_uncertain(const Step& step, const Object& object) {
  out_.lost_values.push_back({.kind = LostValue::Kind::unresolved,
                              .object_kind = object.object_kind(),
                              .object = std::string(object.name()),
                              .property = std::string(step.record.types.front().value),
                              .where = step.record.types.front().where,
                              .text = excerpt(step.decided_by.value, 200)});
}

void CodeImporter::create(const Step& step) {
  const BoundArgument* argument = naming_argument(step.cmdlet, step.bound);
  const Text name = argument == nullptr ? Text{} : code_text(argument->stated);
  const ObjectKind kind = step.cmdlet.noun->kind;
  if (name.value.empty()) {
    const bool unknown = step.bound.unknown != nullptr ||
                         (argument != nullptr && argument->stated.value.loss != Loss::none);
    const Text& command = step.record.types.front();
    std::string message = "'" + excerpt(command.value) + "' ";
    message += unknown ? "gives a name that only a run tells; left out" : "needs a -Name";
    out_.notes.push_back({.kind = unknown ? NoteKind::ignored : NoteKind::unreadable,
                          .message = std::move(message),
                          .where = command.where});
    if (unknown) {
      const Text& text =
          argument != nullptr ? argument->stated.value.text : step.bound.unknown->name;
      out_.lost_values.push_back(
          {LostValue::Kind::unresolved, kind, {}, "Name", text.where, excerpt(text.value, 200)});
    }
    return;
  }
  CodeIdentity identity;
  identity.name = name.value;
  identity.where = name.where;
  if (const BoundArgument* server = step.bound.find("Server")) {
    identity.parent = code_text(server->stated).value;
  }
  keep_secrets(step.bound, kind, identity.name);
  CodeObject made = make(step, identity);
  if (const BoundArgument* other = step.bound.find("Name")) {
    made.other_name = code_text(other->stated).value;
  }
  read_values(step, made.object);
  CodeObject* known = objects_.find(*step.cmdlet.noun, identity);
  if (known == nullptr) {
    if (!step.decided_by.value.empty()) say_uncertain(step, made.object);
    objects_.add(std::move(made));
  } else {
    // Both may run, or the first may not: only what they agree on is certain.
    merge_uncertain(step, known->object, made.object);
  }
}

/// Keeps of `object` what `other` states alike or not at all; the rest only a run tells.
void CodeImporter::merge_uncertain(const Step& step, Object& object, const Object& other) {
  const CodeReading in{object, CodeValues::command, arena_, out_};
  for (const PropertyValue& value : other.values()) {
    const PropertyValue* known = object.find(value.property);
    if (known != nullptr && same_value(*known, value)) continue;
    const std::string_view cmdlet = info_of(value.property).cmdlet;
    const Text name{cmdlet.empty() ? info_of(value.property).name : cmdlet, value.where, false};
    const Text& decided =
        step.decided_by.value.empty() ? step.record.types.front() : step.decided_by;
    lose_code_value(in, value.property, name, {decided.value, value.where, false});
  }
}

void CodeImporter::change(const Step& step) {
  const BoundArgument* argument = step.bound.find("Identity");
  const Text name = argument == nullptr ? Text{} : code_text(argument->stated);
  if (name.value.empty()) return change_unknown(step);
  const CodeIdentity identity = parse_code_identity(name);
  CodeObject* known = objects_.find(*step.cmdlet.noun, identity);
  if (known == nullptr) known = &objects_.add(make(step, identity));
  keep_secrets(step.bound, step.cmdlet.noun->kind, known->object.name());
  change_one(step, *known);
}

void CodeImporter::change_one(const Step& step, CodeObject& object) {
  if (!step.decided_by.value.empty()) {
    Object changed = object.object;
    read_values(step, changed);
    merge_uncertain(step, object.object, changed);
    for (const BoundArgument& argument : step.bound.arguments) {
      // What the command sets to something unknown is unknown even where it may not run.
      const PropertyInfo* info = code_property(*step.cmdlet.noun, argument.parameter);
      if (info != nullptr && !changed.states(info->id)) object.object.remove(info->id);
    }
    return;
  }
  read_values(step, object.object);
  if (step.bound.unknown != nullptr) {
    const CodeReading in{object.object, CodeValues::command, arena_, out_};
    const std::vector<PropertyValue> values = object.object.values();
    for (const PropertyValue& value : values) {
      const std::string_view parameter = info_of(value.property).cmdlet;
      const bool stays = value.property == Property::name || value.property == Property::kind ||
                         step.bound.find(parameter) != nullptr;
      if (!stays)
        lose_code_value(in, value.property, step.bound.unknown->name,
                        step.bound.unknown->value.text);
    }
  }
  const BoundArgument* renamed = step.bound.find("Name");
  if (renamed == nullptr) return;
  const Text name = code_text(renamed->stated);
  if (name.value.empty()) return;
  set_word(object.object, Property::name, name.value, name.where);
  objects_.rename(object);
}

/// Set- of an object that only a run tells (from a pipe, from a variable): it may be any.
void CodeImporter::change_unknown(const Step& step) {
  const CodeNoun& noun = *step.cmdlet.noun;
  const Text& command = step.record.types.front();
  out_.notes.push_back({.kind = NoteKind::ignored,
                        .message = "'" + excerpt(command.value) +
                                   "' changes an object that only a run tells; left out",
                        .where = command.where});
  for (CodeObject& each : objects_.all()) {
    if (each.noun != &noun || each.removed) continue;
    const CodeReading in{each.object, CodeValues::command, arena_, out_};
    for (const BoundArgument& argument : step.bound.arguments) {
      const PropertyInfo* info = code_property(noun, argument.parameter);
      if (info != nullptr) {
        lose_code_value(in, info->id, argument.stated.name, argument.stated.value.text);
      }
    }
  }
}

void CodeImporter::remove(const Step& step) {
  const CodeNoun& noun = *step.cmdlet.noun;
  const BoundArgument* argument = step.bound.find("Identity");
  const Text name = argument == nullptr ? Text{} : code_text(argument->stated);
  if (!name.value.empty()) {
    CodeObject* known = objects_.find(noun, parse_code_identity(name));
    if (known == nullptr) return;
    known->removed = step.decided_by.value.empty();
    if (!known->removed) say_uncertain(step, known->object);
    return;
  }
  for (const CodeObject& each : objects_.all()) {
    if (each.noun == &noun && !each.removed) say_uncertain(step, each.object);
  }
}

void CodeImporter::credential(const Record& record) {
  // ConvertTo-SecureString 'password' -AsPlainText -Force.
  bool plain = false;
  bool literal = false;
  for (const Field& field : record.fields) {
    const std::string_view name = field.name.value;
    plain = plain || (name.size() > 1 && starts_with_ignoring_case("AsPlainText", name));
    const bool text = name.empty() || starts_with_ignoring_case("String", name) ||
                      starts_with_ignoring_case("AsPlainText", name);
    literal = literal || (text && field.value.quoted && is_secret(field));
  }
  const Text& command = record.types.front();
  if (plain && literal) keep_secret(out_, ObjectKind::organization, {}, command);
}

}  // namespace connlint
