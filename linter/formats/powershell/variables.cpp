#include "linter/formats/powershell/variables.h"

#include <utility>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// The name as the tables have it: in lower case, without the scope that a script's own variables
/// are in anyway.
std::string key_of(std::string_view name) {
  for (std::string_view scope : {"script:", "local:", "private:", "variable:"}) {
    if (starts_with_ignoring_case(name, scope)) return lower(name.substr(scope.size()));
  }
  return equals_ignoring_case(name, "PSItem") ? "_" : lower(name);
}

/// Whether anything is known that a variable may keep: a value, or whose output it is.
bool is_worth_keeping(const ScriptValue& value) {
  return value.known() || !value.command.value.empty();
}

}  // namespace

const ScriptValue* ScriptVariables::find(std::string_view name) const {
  const std::string key = key_of(name);
  const auto it = scope_.values.find(key);
  if (it == scope_.values.end() || given_up_.contains(key)) return nullptr;
  if (it->second.identity != 0 && stale_.contains(it->second.identity)) return nullptr;
  return &it->second;
}

ScriptValue* ScriptVariables::change(std::string_view name) {
  if (find(name) == nullptr) return nullptr;
  const std::string key = key_of(name);
  keep_before(key);
  return &scope_.values[key];
}

void ScriptVariables::keep_before(const std::string& name) {
  if (kept_.empty() || !kept_.back().insert(name).second) return;
  const auto it = scope_.values.find(name);
  const bool existed = it != scope_.values.end();
  changes_.push_back({name, existed, existed ? it->second : ScriptValue{}});
}

void ScriptVariables::own(const ScriptValue& value, std::size_t from) {
  if (value.identity != 0 && !owned_.insert(value.identity).second) {
    shared_.insert(value.identity);
  }
  for (std::size_t i = from; i < value.items.size(); ++i) own(value.items[i]);
}

void ScriptVariables::set(std::string_view name, ScriptValue value, std::size_t owned) {
  const std::string key = key_of(name);
  if (!is_worth_keeping(value)) return forget(name);
  keep_before(key);
  own(value, owned);
  scope_.values[key] = std::move(value);
}

void ScriptVariables::forget(std::string_view name) {
  const std::string key = key_of(name);
  keep_before(key);
  scope_.values.erase(key);
}

void ScriptVariables::forget_all() {
  std::vector<std::string> names;
  for (const auto& [name, value] : scope_.values) names.push_back(name);
  for (const std::string& name : names) forget(name);
}

void ScriptVariables::give_up(std::string_view name) { given_up_.insert(key_of(name)); }

void ScriptVariables::constrain(std::string_view name, std::string_view type) {
  scope_.types[key_of(name)] = type;
}

std::string_view ScriptVariables::type_of(std::string_view name) const {
  const auto it = scope_.types.find(key_of(name));
  return it == scope_.types.end() ? std::string_view() : std::string_view(it->second);
}

std::size_t ScriptVariables::begin_branch() {
  kept_.emplace_back();
  return changes_.size();
}

ScriptVariables::Changes ScriptVariables::end_branch(std::size_t mark) {
  Changes after;
  while (changes_.size() > mark) {
    Change& change = changes_.back();
    const auto now = scope_.values.find(change.name);
    std::optional<ScriptValue>& left = after[change.name];
    if (now != scope_.values.end()) left = std::move(now->second);
    if (change.existed) {
      scope_.values[change.name] = std::move(change.before);
    } else if (now != scope_.values.end()) {
      scope_.values.erase(now);
    }
    changes_.pop_back();
  }
  kept_.pop_back();
  return after;
}

/// Sets a value that variables held before, so that it is owned already.
void ScriptVariables::put(const std::string& key, std::optional<ScriptValue> value) {
  keep_before(key);
  if (value && is_worth_keeping(*value)) {
    scope_.values[key] = std::move(*value);
  } else {
    scope_.values.erase(key);
  }
}

void ScriptVariables::merge(const std::vector<Changes>& branches, bool around) {
  std::unordered_set<std::string> names;
  for (const Changes& branch : branches) {
    for (const auto& [name, value] : branch) names.insert(name);
  }
  for (const std::string& name : names) {
    const auto now = scope_.values.find(name);
    std::optional<ScriptValue> common;
    bool first = true;
    const auto take = [&common, &first](const std::optional<ScriptValue>& value) {
      if (first) {
        common = value;
      } else if (common) {
        common = value ? std::optional(common_value(std::move(*common), *value)) : std::nullopt;
      }
      first = false;
    };
    std::optional<ScriptValue> before;
    if (now != scope_.values.end()) before = now->second;
    for (const Changes& branch : branches) {
      const auto changed = branch.find(name);
      take(changed != branch.end() ? changed->second : before);
    }
    if (around) take(before);
    put(name, std::move(common));
  }
}

void ScriptVariables::apply(Changes&& changes) {
  for (auto& [name, value] : changes) put(name, std::move(value));
}

ScriptVariables::Scope ScriptVariables::begin_scope() { return std::exchange(scope_, Scope{}); }

void ScriptVariables::end_scope(Scope outer) { scope_ = std::move(outer); }

void ScriptVariables::note_change(std::uint32_t identity) {
  if (shared_.contains(identity)) stale_.insert(identity);
}

}  // namespace connlint
