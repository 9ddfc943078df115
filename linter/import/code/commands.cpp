// Commands of scripts: what New-, Set- and Remove- cmdlets make of the objects, in order.
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "linter/import/code/configuration_code.h"
#include "linter/import/code/defaults.h"
#include "linter/import/exported_object.h"
#include "linter/import/values.h"
#include "linter/model/wording.h"
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

std::string folder_of(std::string_view file) {
  const std::size_t slash = file.find_last_of("/\\");
  return std::string(slash == std::string_view::npos ? std::string_view() : file.substr(0, slash));
}

}  // namespace

void CodeImporter::command(const Record& record) {
  const std::string_view name = record.types.front().value;
  if (equals_ignoring_case(name, "ConvertTo-SecureString")) return credential(record);
  if (equals_ignoring_case(name, "Add-ADPermission")) return permission(record, true);
  if (equals_ignoring_case(name, "Remove-ADPermission")) return permission(record, false);
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
  go_to(record);
  const Step step{cmdlet, record, *bound, decision_of(record, *bound)};
  const auto act = [this, &step] {
    switch (step.cmdlet.verb) {
      case CodeVerb::create: return create(step);
      case CodeVerb::change: return change(step);
      case CodeVerb::remove: return remove(step);
    }
  };
  const bool may = what_if != nullptr && what_if->stated.value.loss != Loss::none;
  if (may) {
    perhaps(record, step.decided_by, act);
  } else {
    act();
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

void CodeImporter::read_values(const Step& step, CodeObject& object) {
  const CodeReading in{object.object, CodeValues::command, arena_, out_};
  for (const BoundArgument& argument : step.bound.arguments) {
    if (argument.parameter == "Identity" || argument.parameter == "Name") continue;
    const PropertyInfo* info = code_property(*step.cmdlet.noun, argument.parameter);
    if (info != nullptr) ways_.will_change(object, info->id);
    read_code_value(in, *step.cmdlet.noun, argument.parameter, argument.stated);
  }
}

void CodeImporter::keep_unknown_parameters(const Step& step, std::string_view name) {
  for (UnknownKey unknown : step.bound.unknown_parameters) {
    unknown.object = std::string(name);
    unknown.command = excerpt(step.record.types.front().value);
    out_.unknown_keys.push_back(std::move(unknown));
  }
}

/// Adds an object that was not there; in the place of the same one where it was there before.
CodeObject& CodeImporter::add(const Step& step, CodeObject made, const CodeIdentity& identity) {
  made.removed = true;
  CodeObject* slot = objects_.find_removed(*step.cmdlet.noun, identity);
  if (slot == nullptr) {
    slot = &objects_.add(std::move(made));
    ways_.will_change(*slot);
  } else {
    ways_.will_change(*slot);
    const std::vector<PropertyValue> before = slot->object.values();
    for (const PropertyValue& value : before) {
      ways_.will_change(*slot, value.property);
      slot->object.remove(value.property);
    }
    for (const PropertyValue& value : made.object.values()) {
      ways_.will_change(*slot, value.property);
      slot->object.set(value);
    }
  }
  slot->removed = false;
  slot->uncertain = false;
  slot->made = step.cmdlet.verb == CodeVerb::create;
  slot->folder = folder_of(file_.name);
  const Text& command = step.record.types.front();
  slot->command = std::string(command.value);
  slot->command_where = command.where;
  note_change(*slot);
  return *slot;
}

/// A command without a name that is known.
void CodeImporter::say_no_name(const Step& step, const BoundArgument* argument) {
  const Field* unknown = step.bound.unknown != nullptr ? step.bound.unknown : step.bound.piped;
  const bool open =
      unknown != nullptr || (argument != nullptr && argument->stated.value.loss != Loss::none);
  const Text& command = step.record.types.front();
  std::string message = "'" + excerpt(command.value) + "' ";
  message += open ? "gives a name that only a run tells; left out" : "needs a -Name";
  out_.notes.push_back({.kind = open ? NoteKind::ignored : NoteKind::unreadable,
                        .message = std::move(message),
                        .where = command.where});
  if (!open) return;
  const Text& text = argument != nullptr ? argument->stated.value.text : unknown->name;
  out_.lost_values.push_back({LostValue::Kind::unresolved,
                              step.cmdlet.noun->kind,
                              {},
                              "Name",
                              command.where,
                              excerpt(text.value, 200)});
}

void CodeImporter::create(const Step& step) {
  const BoundArgument* argument = naming_argument(step.cmdlet, step.bound);
  const Text name = argument == nullptr ? Text{} : code_text(argument->stated);
  const ObjectKind kind = step.cmdlet.noun->kind;
  const bool in_part = argument != nullptr && argument->stated.value.loss == Loss::unresolved &&
                       argument->stated.value.quoted;
  if (name.value.empty() && !in_part) return say_no_name(step, argument);
  CodeIdentity identity;
  identity.name = name.value;
  identity.where = in_part ? argument->stated.value.text.where : name.where;
  if (const BoundArgument* server = step.bound.find("Server")) {
    identity.parent = code_text(server->stated).value;
  }
  keep_secrets(step.bound, kind, identity.name);
  keep_unknown_parameters(step, identity.name);
  if (CodeObject* known = find_own(step, identity)) return create_again(step, *known);
  outcome_of(step, identity.name);
  CodeObject made = make(step, identity);
  if (const BoundArgument* other = step.bound.find("Name")) {
    made.other_name = code_text(other->stated).value;
  }
  CodeObject& added = add(step, std::move(made), identity);
  read_values(step, added);
  set_left_out(step, added);
  if (!in_part) return;
  out_.lost_values.push_back({LostValue::Kind::unresolved,
                              kind,
                              {},
                              "Name",
                              identity.where,
                              excerpt(argument->stated.value.text.value, 200)});
}

/// The object that a New- or a resource means: by its name or, of an accepted domain, its other
/// name; of Receive connectors only one whose server is the same or as unknown as its own.
CodeObject* CodeImporter::find_own(const Step& step, const CodeIdentity& identity) {
  const CodeNoun& noun = *step.cmdlet.noun;
  CodeObject* known = objects_.find(noun, identity);
  const BoundArgument* name = step.bound.find("Name");
  if (known == nullptr && name != nullptr) {
    CodeIdentity other = identity;
    other.name = code_text(name->stated).value;
    known = objects_.find(noun, other);
  }
  if (known == nullptr || noun.connector != ConnectorKind::receive) return known;
  const bool on_server = !known->object.text(Property::server).empty();
  return on_server == !identity.parent.empty() ? known : nullptr;
}

/// Sets what the cmdlet sets where the command says nothing.
void CodeImporter::set_left_out(const Step& step, CodeObject& made) {
  if (step.bound.unknown != nullptr || step.bound.piped != nullptr) return;
  std::vector<Property> open;
  for (const BoundArgument& argument : step.bound.arguments) {
    const PropertyInfo* info = code_property(*step.cmdlet.noun, argument.parameter);
    if (info != nullptr && !made.object.states(info->id)) open.push_back(info->id);
  }
  Object whole = made.object;
  set_defaults(whole, step.record.types.front().where, open);
  left_out_.insert(step.record.types.front().where);
  for (const PropertyValue& value : whole.values()) {
    if (made.object.states(value.property)) continue;
    ways_.will_change(made, value.property);
    made.object.set(value);
  }
}

/// What became of the command: applied, unless the caller says otherwise.
CommandOutcome& CodeImporter::outcome_of(const Step& step, std::string_view object) {
  const CodeNoun& noun = *step.cmdlet.noun;
  const Text& command = step.record.types.front();
  return out_.commands.emplace_back(CommandOutcome{.command = excerpt(command.value),
                                                   .object_kind = noun.kind,
                                                   .connector = noun.connector,
                                                   .object = excerpt(object),
                                                   .where = command.where,
                                                   .exported = objects_.covers(noun)});
}

/// Of a Set- or Remove- of an object that is not there.
void CodeImporter::say_missing(const Step& step, std::string_view object) {
  CommandOutcome& outcome = outcome_of(step, object);
  const CodeNoun& noun = *step.cmdlet.noun;
  // Sites and site links are made by other tools.
  const bool makes = !noun.parameters.empty() || !noun.only_new.empty();
  if (!outcome.exported && !makes) return;
  outcome.effect =
      ways_.certain() ? CommandOutcome::Effect::missing : CommandOutcome::Effect::unknown;
  outcome.nearest = objects_.nearest_to(noun, object);
}

/// Whether a file of another folder makes the object: environments side by side, perhaps, which are
/// no contradiction.
bool CodeImporter::is_of_other_folder(const Step& step, const CodeObject& known) {
  if (known.exported || known.folder == folder_of(file_.name)) return false;
  const Text& command = step.record.types.front();
  note_once(
      NoteKind::ignored,
      fmt::format("files of several folders make {}; only the first counts: if the folders are "
                  "environments side by side, check each by itself with --each",
                  quoted(known.object.name())),
      command.where);
  return true;
}

/// New- of an object that is known.
void CodeImporter::create_again(const Step& step, CodeObject& known) {
  CommandOutcome& outcome = outcome_of(step, known.object.name());
  if (known.made && !known.uncertain) {
    // Where only a run tells whether it runs, it changes nothing either way.
    const bool fails = ways_.certain() && !is_of_other_folder(step, known);
    outcome.effect = fails ? CommandOutcome::Effect::exists : CommandOutcome::Effect::no_effect;
    if (fails) outcome.existing = known.object.place_of(Property::name);
    return;
  }
  // Where the one that is known is there, this command fails; else it makes it.
  const Branch way{.decision = ~++own_decisions_};
  std::vector<Branch> branches(step.record.branches.begin(), step.record.branches.end());
  branches.push_back(way);
  const bool uncertain = known.uncertain;
  if (uncertain) go_to(branches, step.record.types.front());
  ways_.will_change(known);
  known.made = true;
  read_values(step, known);
  note_change(known);
  if (uncertain) go_to(step.record.branches, step.record.container);
}

void CodeImporter::change(const Step& step) {
  const Targets targets = targets_of(step.bound);
  const CodeNoun& noun = *step.cmdlet.noun;
  if (targets.which == Targets::Which::named) {
    for (const CodeIdentity& identity : targets.named) {
      const std::vector<CodeObject*> fitting = objects_.find_all(noun, identity);
      if (fitting.size() > 1) {
        change_one_of(step, identity, fitting);
        continue;
      }
      CodeObject* known = fitting.empty() ? nullptr : fitting.front();
      if (known == nullptr) {
        say_missing(step, identity.name);
        if (objects_.covers(noun)) continue;
        known = &add(step, make(step, identity), identity);
      } else {
        outcome_of(step, identity.name);
      }
      keep_secrets(step.bound, noun.kind, known->object.name());
      keep_unknown_parameters(step, known->object.name());
      change_one(step, *known);
    }
    return;
  }
  outcome_of(step, {}).effect = CommandOutcome::Effect::unknown;
  keep_secrets(step.bound, noun.kind, {});
  keep_unknown_parameters(step, {});
  const bool all = targets.which == Targets::Which::all;
  if (!all) {
    const Text& command = step.record.types.front();
    note_once(NoteKind::ignored,
              "'" + excerpt(command.value) +
                  "' changes an object that only a run tells; what it sets is taken as unknown",
              command.where);
  }
  for_every(step, noun, all, [this, &step](CodeObject& object) { change_one(step, object); });
}

/// A Set- that names one of several Receive connectors of a name, and not on which server.
void CodeImporter::change_one_of(const Step& step, const CodeIdentity& identity,
                                 const std::vector<CodeObject*>& fitting) {
  outcome_of(step, identity.name).effect = CommandOutcome::Effect::unknown;
  const Text& command = step.record.types.front();
  note_once(
      NoteKind::ignored,
      fmt::format("'{}' may mean any of {} objects named {}, on several servers; what it sets "
                  "is taken as unknown: name the server, as in SERVER\\NAME",
                  excerpt(command.value), fitting.size(), quoted(identity.name)),
      command.where);
  for (CodeObject* object : fitting) {
    perhaps(step.record, command, [&] { change_one(step, *object); });
  }
}

void CodeImporter::change_one(const Step& step, CodeObject& object) {
  read_values(step, object);
  lose_others(step, object);
  note_change(object);
  const BoundArgument* renamed = step.bound.find("Name");
  const Text name = renamed == nullptr ? Text{} : code_text(renamed->stated);
  if (name.value.empty()) return;
  ways_.will_change(object, Property::name);
  set_word(object.object, Property::name, name.value, name.where);
  objects_.rename(object);
}

/// Where only a run tells which parameters a command has, it may set every property.
void CodeImporter::lose_others(const Step& step, CodeObject& object) {
  if (step.bound.unknown == nullptr) return;
  const CodeReading in{object.object, CodeValues::command, arena_, out_};
  const std::vector<PropertyValue> values = object.object.values();
  for (const PropertyValue& value : values) {
    const std::string_view parameter = info_of(value.property).cmdlet;
    const bool stays = value.property == Property::name || value.property == Property::kind ||
                       step.bound.find(parameter) != nullptr;
    if (stays) continue;
    ways_.will_change(object, value.property);
    lose_code_value(in, value.property, step.bound.unknown->name, step.bound.unknown->value.text);
  }
}

void CodeImporter::remove_one(const Step& step, CodeObject& object) {
  ways_.will_change(object);
  const Text& command = step.record.types.front();
  object.removed = true;
  object.command = std::string(command.value);
  object.command_where = command.where;
}

void CodeImporter::remove(const Step& step) {
  const CodeNoun& noun = *step.cmdlet.noun;
  const Targets targets = targets_of(step.bound);
  if (targets.which == Targets::Which::named) {
    for (const CodeIdentity& identity : targets.named) {
      CodeObject* known = objects_.find(noun, identity);
      if (known == nullptr) {
        say_missing(step, identity.name);
      } else {
        outcome_of(step, identity.name);
        remove_one(step, *known);
      }
    }
    return;
  }
  outcome_of(step, {}).effect = CommandOutcome::Effect::unknown;
  for_every(step, noun, targets.which == Targets::Which::all,
            [this, &step](CodeObject& object) { remove_one(step, object); });
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
