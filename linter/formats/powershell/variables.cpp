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
  return lower(name);
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

void ScriptVariables::own(const ScriptValue& value) {
  if (value.identity != 0 && !owned_.insert(value.identity).second) {
    shared_.insert(value.identity);
  }
  for (const ScriptValue& item : value.items) own(item);
}

void ScriptVariables::set(std::string_view name, ScriptValue value) {
  const std::string key = key_of(name);
  if (!value.known()) return forget(name);
  keep_before(key);
  own(value);
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

std::vector<std::string> ScriptVariables::end_branch(std::size_t mark) {
  std::vector<std::string> names;
  while (changes_.size() > mark) {
    Change& change = changes_.back();
    if (change.existed) {
      scope_.values[change.name] = std::move(change.before);
    } else {
      scope_.values.erase(change.name);
    }
    names.push_back(std::move(change.name));
    changes_.pop_back();
  }
  kept_.pop_back();
  return names;
}

ScriptVariables::Scope ScriptVariables::begin_scope() { return std::exchange(scope_, Scope{}); }

void ScriptVariables::end_scope(Scope outer) { scope_ = std::move(outer); }

void ScriptVariables::note_change(std::uint32_t identity) {
  if (shared_.contains(identity)) stale_.insert(identity);
}

}  // namespace connlint
