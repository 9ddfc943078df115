// Which objects a command is about, and on which ways it stands.
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "linter/import/code/configuration_code.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Parameters of Get- that do not choose among the objects.
bool chooses_nothing(std::string_view parameter) {
  for (std::string_view word :
       {"ErrorAction", "ea", "WarningAction", "wa", "DomainController", "ResultSize", "Verbose",
        "ErrorVariable", "ev", "OutVariable", "ov", "Debug"}) {
    if (equals_ignoring_case(parameter, word)) return true;
  }
  return false;
}

}  // namespace

/// The objects that an identity or what is piped in means.
CodeImporter::Targets CodeImporter::targets_in(const Value& value) {
  using Which = Targets::Which;
  Targets targets;
  if (value.kind == ValueKind::text) {
    if (value.loss == Loss::none && !value.text.value.empty()) {
      targets.which = Which::named;
      targets.named.push_back(parse_code_identity(value.text));
    }
    return targets;
  }
  if (value.kind == ValueKind::list) {
    targets.which = value.items.empty() ? Which::unknown : Which::named;
    for (const Value& item : value.items) {
      Targets each = targets_in(item);
      if (each.which != Which::named) return {};
      targets.named.insert(targets.named.end(), each.named.begin(), each.named.end());
    }
    return targets;
  }
  // The output of `Get-X`.
  if (value.record == nullptr || value.record->types.empty()) return targets;
  const std::string_view command = value.record->types.front().value;
  if (!starts_with_ignoring_case(command, "Get-")) return targets;
  targets.noun = code_noun_named(command.substr(4));
  if (targets.noun == nullptr) return targets;
  targets.which = Which::all;
  for (const Field& field : value.record->fields) {
    const std::string_view name = field.name.value;
    const bool identity = name.empty() ||
                          (name.size() > 1 && starts_with_ignoring_case("Identity", name)) ||
                          equals_ignoring_case(name, "DomainName");
    if (identity) {
      const CodeNoun* noun = targets.noun;
      targets = targets_in(field.value);
      targets.noun = noun;
      if (targets.which != Which::named) targets.which = Which::unknown;
      return targets;
    }
    if (!chooses_nothing(name)) targets.which = Which::unknown;
  }
  return targets;
}

CodeImporter::Targets CodeImporter::targets_of(const BoundCommand& bound) {
  if (const BoundArgument* identity = bound.find("Identity")) {
    return targets_in(identity->stated.value);
  }
  return bound.piped == nullptr ? Targets{} : targets_in(bound.piped->value);
}

void CodeImporter::note_change(CodeObject& object) {
  object.touched = true;
  const auto sweep = sweeps_.find(object.noun);
  if (sweep != sweeps_.end()) sweep->second.since.push_back(&object);
}

/// Does the same to every object of a noun; where not `certain`, it may do it to some. A command
/// that stands there again is only done to what was changed since.
void CodeImporter::for_every(const Step& step, const CodeNoun& noun, bool certain,
                             const std::function<void(CodeObject&)>& act) {
  std::string command = certain ? "all " : "some ";
  command += step.record.types.front().value;
  for (const BoundArgument& argument : step.bound.arguments) {
    if (argument.parameter == "Identity") continue;
    command += '\x1F' + std::string(argument.parameter) + '=' +
               std::string(argument.stated.value.text.value);
  }
  const auto last = sweeps_.find(&noun);
  std::vector<CodeObject*> objects;
  const bool again = last != sweeps_.end() && last->second.command == command &&
                     last->second.turns == ways_.turns();
  if (again) {
    objects = std::move(last->second.since);
  } else {
    if (visits_ < objects_.all().size()) {
      note_once(NoteKind::unreadable,
                "commands that change every object stand here too often; from here on they are "
                "left out",
                step.record.types.front().where);
      return;
    }
    visits_ -= objects_.all().size();
    for (CodeObject& object : objects_.all()) objects.push_back(&object);
  }
  sweeps_.erase(&noun);
  const auto each = [&] {
    for (CodeObject* object : objects) {
      if (object->noun == &noun && !object->removed) act(*object);
    }
  };
  if (certain) {
    each();
  } else {
    perhaps(step.record, step.record.types.front(), each);
  }
  sweeps_[&noun] = {std::move(command), ways_.turns(), {}};
}

void CodeImporter::go_to(const Record& record) { go_to(record.branches, record.container); }

void CodeImporter::go_to(std::span<const Branch> branches, const Text& decided_by) {
  for (CodeDoubt& doubt : ways_.go_to(branches, decided_by.value)) {
    const Object& object = doubt.object->object;
    // Nobody asked for what a command left out, so that nothing is said of it.
    if (doubt.value && left_out_.contains(doubt.value->where)) continue;
    LostValue lost{.kind = LostValue::Kind::unresolved,
                   .object_kind = object.object_kind(),
                   .object = std::string(object.name()),
                   .property = doubt.object->command,
                   .where = doubt.object->command_where,
                   .text = excerpt(doubt.decided_by, 200)};
    if (doubt.value) {
      const PropertyInfo& info = info_of(doubt.value->property);
      lost.property = std::string(info.cmdlet.empty() ? info.name : info.cmdlet);
      lost.where = doubt.value->where;
    }
    out_.lost_values.push_back(std::move(lost));
  }
}

/// Does what only a run tells whether it is done.
void CodeImporter::perhaps(const Record& record, const Text& decided_by,
                           const std::function<void()>& act) {
  std::vector<Branch> branches(record.branches.begin(), record.branches.end());
  branches.push_back({.decision = ~++own_decisions_});
  go_to(branches, decided_by);
  act();
  go_to(record.branches, record.container);
}

void CodeImporter::note_once(NoteKind kind, std::string message, Span where) {
  if (!said_.insert(message).second) return;
  out_.notes.push_back({.kind = kind, .message = std::move(message), .where = where});
}

}  // namespace connlint
