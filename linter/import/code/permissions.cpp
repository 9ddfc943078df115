// Add-ADPermission and Remove-ADPermission: the rights on connectors, as
// ExtendedRightAllowEntries of DSC states them (`user=right`).
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/import/code/configuration_code.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The texts of a value or of the items of a list; nothing where only a run tells one of them.
std::optional<std::vector<std::string>> texts_of(const BoundArgument* argument) {
  std::vector<std::string> texts;
  if (argument == nullptr) return texts;
  const Value& value = argument->stated.value;
  const std::span<const Value> items =
      value.kind == ValueKind::list ? value.items : std::span(&value, 1);
  for (const Value& item : items) {
    if (item.kind != ValueKind::text || item.loss != Loss::none) return std::nullopt;
    texts.emplace_back(trim(item.text.value));
  }
  return texts;
}

/// Whether a right is one on Receive connectors, on Send connectors (`ms-Exch-SMTP-Submit`,
/// `ms-Exch-Send-Headers-Routing`, ...; Exchange Server help, "Receive connectors", "Send
/// connectors"); nothing for others.
std::optional<ConnectorKind> connector_of(std::string_view right) {
  for (std::string_view word :
       {"ms-Exch-SMTP-Submit", "ms-Exch-SMTP-Accept", "ms-Exch-Accept-", "ms-Exch-Bypass-"}) {
    if (starts_with_ignoring_case(right, word)) return ConnectorKind::receive;
  }
  for (std::string_view word : {"ms-Exch-Send-Headers", "ms-Exch-SMTP-Send"}) {
    if (starts_with_ignoring_case(right, word)) return ConnectorKind::send;
  }
  return std::nullopt;
}

/// Whether the rights may be on a connector: `Send As` is one on mailboxes.
bool names_connector_right(const BoundArgument& rights) {
  const std::optional<std::vector<std::string>> texts = texts_of(&rights);
  return !texts || std::ranges::any_of(*texts, [](const std::string& right) {
    return connector_of(right).has_value();
  });
}

}  // namespace

void CodeImporter::permission(const Record& record, bool adds) {
  const CodeCmdlet cmdlet{CodeVerb::change, &permission_noun()};
  const std::optional<BoundCommand> bound = bind_command(cmdlet, record, file_, out_.notes);
  if (!bound) return;
  const BoundArgument* what_if = bound->find("WhatIf");
  if (what_if != nullptr && parse_boolean(code_text(what_if->stated).value).value_or(true)) return;
  const BoundArgument* rights = bound->find("ExtendedRights");
  if (rights == nullptr) return;
  go_to(record);
  const Step step{cmdlet, record, *bound, record.container};
  const Targets targets = targets_of(*bound);
  const auto act = [&](CodeObject& object) { grant(step, object, adds); };
  if (targets.which == Targets::Which::named) {
    for (CodeObject* object : holders_of(step, targets)) act(*object);
  } else if (targets.noun != nullptr) {
    for_every(step, *targets.noun, targets.which == Targets::Which::all, act);
  } else if (names_connector_right(*rights)) {
    const Text& command = record.types.front();
    note_once(NoteKind::ignored,
              "'" + excerpt(command.value) +
                  "' changes the rights on an object that only a run tells; left out",
              command.where);
  }
}

/// The connectors that an identity means; one that the code did not name before is told by the
/// command whose output it is, or by the rights.
std::vector<CodeObject*> CodeImporter::holders_of(const Step& step, const Targets& targets) {
  std::vector<CodeObject*> found;
  for (const CodeIdentity& identity : targets.named) {
    CodeObject* holder = nullptr;
    const CodeNoun* noun = targets.noun;
    for (const CodeNoun& each : code_nouns()) {
      const bool fits = noun == nullptr ? each.kind == ObjectKind::connector : &each == noun;
      if (holder == nullptr && fits) holder = objects_.find(each, identity);
    }
    if (holder == nullptr && noun == nullptr) {
      const std::optional<std::vector<std::string>> rights =
          texts_of(step.bound.find("ExtendedRights"));
      for (const std::string& right : rights.value_or(std::vector<std::string>{})) {
        const std::optional<ConnectorKind> kind = connector_of(right);
        if (kind == ConnectorKind::receive) noun = code_noun_named("ReceiveConnector");
        if (kind == ConnectorKind::send) noun = code_noun_named("SendConnector");
      }
    }
    if (holder == nullptr && noun != nullptr && noun->kind == ObjectKind::connector) {
      const CodeCmdlet cmdlet{CodeVerb::change, noun};
      const Step of_connector{cmdlet, step.record, step.bound, step.decided_by};
      holder = &add(of_connector, make(of_connector, identity), identity);
    }
    if (holder != nullptr) found.push_back(holder);
  }
  return found;
}

void CodeImporter::grant(const Step& step, CodeObject& object, bool adds) {
  const BoundArgument* deny = step.bound.find("Deny");
  const bool denied =
      deny != nullptr && parse_boolean(code_text(deny->stated).value).value_or(false);
  const Property property =
      denied ? Property::extended_right_deny_entries : Property::extended_right_allow_entries;
  const BoundArgument* stated = step.bound.find("ExtendedRights");
  const std::optional<std::vector<std::string>> users = texts_of(step.bound.find("User"));
  const std::optional<std::vector<std::string>> rights = texts_of(stated);
  ways_.will_change(object, property);
  note_change(object);
  if (!users || users->empty() || !rights || step.bound.unknown != nullptr) {
    const CodeReading in{object.object, CodeValues::command, arena_, out_};
    return lose_code_value(in, property, stated->stated.name, stated->stated.value.text);
  }
  Names names = object.object.names(property);
  for (const std::string& user : *users) {
    for (const std::string& right : *rights) {
      const std::string entry = fmt::format("{}={}", user, right);
      std::erase_if(names, [&entry](const Located<std::string>& each) {
        return equals_ignoring_case(*each, entry);
      });
      if (adds) names.push_back({entry, stated->stated.value.text.where});
    }
  }
  // What is granted besides is not known where nothing is stated.
  if (names.empty()) return object.object.remove(property);
  object.object.set(
      {.property = property, .where = stated->stated.value.text.where, .value = std::move(names)});
}

}  // namespace connlint
