// Assignments of a script, and which variables a part of it changes.
#include <optional>
#include <utility>
#include <vector>

#include "linter/formats/powershell/run.h"
#include "linter/support/text.h"

namespace connlint {

std::string_view ScriptRun::base_name(Id target) const {
  while (target != 0) {
    const ScriptNode& node = tree_[target];
    if (node.kind == Kind::variable) return node.text;
    const bool inner = node.kind == Kind::cast || node.kind == Kind::postfix ||
                       node.kind == Kind::group || node.kind == Kind::unary;
    if (!inner) return {};
    target = node.first;
  }
  return {};
}

ScriptValue ScriptRun::assign(Id id) {
  Id target = tree_.first(id);
  const Id value = tree_.next(target);
  const std::string_view operation = tree_[id].text;
  std::string_view type;
  while (tree_[target].kind == Kind::cast) {
    type = tree_[target].text;
    target = tree_.first(target);
  }
  if (tree_[target].kind == Kind::variable) {
    assign_variable(target, type, operation, value);
    const ScriptValue* found = variables_.find(tree_[target].text);
    // Only `$a = $b = 1` asks for it.
    return found == nullptr || found->identity != 0 ? unresolved(id) : copy(*found, id);
  }
  ScriptValue made = value_of_statement(value);
  if (tree_[target].kind != Kind::postfix || !assign_entry(target, operation, std::move(made))) {
    forget_target(target);
  }
  return unresolved(id);
}

void ScriptRun::assign_variable(Id target, std::string_view type, std::string_view operation,
                                Id value) {
  const std::string_view name = tree_[target].text;
  ScriptValue made = value_of_statement(value);
  if (made.kind == ScriptValueKind::list && made.identity == 0) {
    made.identity = variables_.new_identity();
  }
  const bool outer =
      starts_with_ignoring_case(name, "script:") || starts_with_ignoring_case(name, "global:");
  if (in_function_ && outer) variables_.give_up(name);
  if (!type.empty()) variables_.constrain(name, type);
  const std::string_view declared = variables_.type_of(name);
  std::size_t owned = 0;
  if (operation == "+=") {
    ScriptValue* before = changeable(name);
    if (before == nullptr) return variables_.forget(name);
    owned = before->items.size();
    ScriptValue sum =
        add_values(std::exchange(*before, {}), std::move(made), source_of(target), joiner_);
    if (sum.kind == ScriptValueKind::list) sum.identity = variables_.new_identity();
    made = std::move(sum);
  } else if (operation != "=") {
    return variables_.forget(name);
  }
  if (!declared.empty()) made = cast_value(std::move(made), declared, source_of(value));
  if (name.find(':') != std::string_view::npos && !outer &&
      !starts_with_ignoring_case(name, "local:")) {
    return variables_.forget(name);
  }
  variables_.set(name, std::move(made), owned);
}

/// The value of a variable, to be changed; null where it is not certain.
ScriptValue* ScriptRun::changeable(std::string_view variable) {
  const ScriptValue* known = variables_.find(variable);
  // In a branch the value before is kept.
  const bool dear = known != nullptr && !branches_.empty() && !afford(weight_of(*known));
  const bool big = known != nullptr && known->keys.size() > kMostScriptKeys;
  const bool costly = known != nullptr && !afford(known->keys.size());
  return dear || big || costly ? nullptr : variables_.change(variable);
}

/// `$h.Key = value`, `$h['Key'] += value`, `$h[$key] = value`; false where the hashtable is not
/// known.
bool ScriptRun::assign_entry(Id target, std::string_view operation, ScriptValue value) {
  const Id base = tree_.first(target);
  const Id part = tree_.next(base);
  if (tree_[base].kind != Kind::variable || tree_.next(part) != 0) return false;
  Text key;
  if (tree_[part].kind == Kind::member && !tree_[part].text.empty()) {
    key = text_of(part);
  } else if (tree_[part].kind == Kind::member || tree_[part].kind == Kind::index) {
    const ScriptValue index = value_of(tree_.first(part));
    const bool is_key = index.kind == ScriptValueKind::text;
    if (is_key) key = index.text;
  }
  if (key.value.empty()) return false;
  return set_entry(tree_[base].text, key, operation, std::move(value), target);
}

bool ScriptRun::set_entry(std::string_view variable, const Text& key, std::string_view operation,
                          ScriptValue value, Id where) {
  const ScriptValue* known = variables_.find(variable);
  if (known == nullptr || known->kind != ScriptValueKind::hash) return false;
  ScriptValue* hash = changeable(variable);
  if (hash == nullptr) return false;
  const std::uint32_t identity = hash->identity;
  ScriptValue* entry = hash->find(key.value);
  if (operation == "+=") {
    ScriptValue before;
    before.kind = ScriptValueKind::null;
    if (entry != nullptr) before = std::exchange(*entry, {});
    value = add_values(std::move(before), std::move(value), source_of(where), joiner_);
  } else if (operation != "=") {
    value = unresolved(where);
  }
  variables_.own(value);
  if (entry != nullptr) {
    *entry = std::move(value);
  } else {
    hash->keys.push_back(key);
    hash->items.push_back(std::move(value));
  }
  variables_.note_change(identity);
  return true;
}

bool ScriptRun::change_by_call(std::string_view variable, std::string_view method,
                               std::vector<ScriptValue>& arguments, Id where) {
  const ScriptValue* known = variables_.find(variable);
  const bool hash = known != nullptr && known->kind == ScriptValueKind::hash;
  const bool list = known != nullptr && known->kind == ScriptValueKind::list && known->grows;
  const bool sets = hash && is_one_of(method, {"Add", "set_Item"});
  const bool removes = hash && is_one_of(method, {"Remove"});
  const bool appends = list && is_one_of(method, {"Add", "AddRange"});
  if (!sets && !removes && !appends) return false;
  if (arguments.size() != (sets ? 2U : 1U)) return false;
  if (sets) {
    const bool is_key = arguments[0].kind == ScriptValueKind::text;
    return is_key && set_entry(variable, arguments[0].text, "=", std::move(arguments[1]), where);
  }
  ScriptValue* value = changeable(variable);
  if (value == nullptr) return false;
  const std::uint32_t identity = value->identity;
  if (removes) {
    const std::optional<std::string_view> key = script_text(arguments[0]);
    ScriptValue* entry = key ? value->find(*key) : nullptr;
    if (!key) return false;
    if (entry != nullptr) {
      const auto at = entry - value->items.data();
      value->keys.erase(value->keys.begin() + at);
      value->items.erase(value->items.begin() + at);
    }
  } else if (equals_ignoring_case(method, "AddRange")) {
    if (arguments[0].kind != ScriptValueKind::list) return false;
    for (ScriptValue& item : arguments[0].items) {
      variables_.own(item);
      value->items.push_back(std::move(item));
    }
  } else {
    variables_.own(arguments[0]);
    value->items.push_back(std::move(arguments[0]));
  }
  value->text.verbatim = false;
  variables_.note_change(identity);
  return true;
}

/// After something was stored in the target that is not certain.
void ScriptRun::forget_target(Id target) {
  if (tree_[target].kind == Kind::list) {
    for (Id item = tree_.first(target); item != 0; item = tree_.next(item)) forget_target(item);
    return;
  }
  const std::string_view name = base_name(target);
  if (name.empty()) return;
  if (const ScriptValue* value = variables_.find(name)) variables_.note_change(value->identity);
  variables_.forget(name);
}

bool ScriptRun::changed_in(Id id, std::vector<std::string>& names) const {
  const ScriptNode& node = tree_[id];
  bool certain = true;
  const auto add = [&](Id target) {
    if (tree_[target].kind == Kind::list) {
      for (Id item = tree_.first(target); item != 0; item = tree_.next(item)) {
        names.emplace_back(base_name(item));
      }
    }
    names.emplace_back(base_name(target));
  };
  switch (node.kind) {
    case Kind::assignment: add(node.first); break;
    case Kind::loop:
      if (tree_[node.first].kind == Kind::variable) names.emplace_back(tree_[node.first].text);
      break;
    case Kind::unary:
      if (node.text == "++" || node.text == "--") add(node.first);
      break;
    case Kind::postfix:
      for (Id part = node.first; part != 0; part = tree_.next(part)) {
        const Kind kind = tree_[part].kind;
        if (kind == Kind::step || (kind == Kind::call && !leaves_as_is(tree_[part].text))) {
          add(node.first);
        }
      }
      break;
    case Kind::command:
      certain = node.text != "." &&
                !is_one_of(tree_[node.first].text, {"Set-Variable", "iex", "sv", "New-Variable",
                                                    "nv", "Invoke-Expression"});
      break;
    case Kind::lost:
      for (Id child = node.first; child != 0; child = tree_.next(child)) add(child);
      return true;
    // The variables of a function are its own.
    case Kind::function: return true;
    default: break;
  }
  for (Id child = node.first; child != 0; child = tree_.next(child)) {
    certain = changed_in(child, names) && certain;
  }
  return certain;
}

void ScriptRun::forget_changed_in(Id id) {
  std::vector<std::string> names;
  if (!changed_in(id, names)) return variables_.forget_all();
  for (const std::string& name : names) {
    if (name.empty()) continue;
    if (const ScriptValue* value = variables_.find(name)) variables_.note_change(value->identity);
    variables_.forget(name);
  }
}

}  // namespace connlint
