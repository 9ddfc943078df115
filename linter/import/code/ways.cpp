#include "linter/import/code/ways.h"

#include <algorithm>
#include <utility>

namespace connlint {
namespace {

/// What tells which object it is, whatever a way does with it.
bool is_identity(Property property) {
  return property == Property::name || property == Property::kind || property == Property::guid ||
         property == Property::server || property == Property::home;
}

std::optional<PropertyValue> value_of(const Object& object, Property property) {
  const PropertyValue* value = object.find(property);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

void put(Object& object, Property property, const std::optional<PropertyValue>& value) {
  if (value) {
    object.set(*value);
  } else {
    object.remove(property);
  }
}

}  // namespace

void CodeWays::will_change(CodeObject& object) {
  if (open_.empty()) return;
  Decision& decision = open_.back();
  const auto [it, added] = decision.before.try_emplace(
      &object, State{object.removed, object.made, object.uncertain, {}});
  if (!added) return;
  if (decision.is_changed.insert(&object).second) decision.changed.push_back(&object);
}

void CodeWays::will_change(CodeObject& object, Property property) {
  if (open_.empty()) return;
  will_change(object);
  Values& values = open_.back().before.at(&object).values;
  if (!values.contains(property)) values[property] = value_of(object.object, property);
}

void CodeWays::end_way(Decision& decision) {
  States& after = decision.after.emplace_back();
  for (auto& [object, before] : decision.before) {
    State& state = after[object];
    state = {object->removed, object->made, object->uncertain, {}};
    for (const auto& [property, value] : before.values) {
      state.values[property] = value_of(object->object, property);
      put(object->object, property, value);
    }
    object->removed = before.removed;
    object->made = before.made;
    object->uncertain = before.uncertain;
  }
  decision.before.clear();
}

bool CodeWays::differ(const std::vector<const PropertyValue*>& values) {
  return std::ranges::any_of(values, [&values](const PropertyValue* value) {
    return value == nullptr || !same_value(*value, *values.front());
  });
}

/// The object as each way leaves it; `now` is what it is on the ways that do nothing to it.
std::vector<const CodeWays::State*> CodeWays::states_behind(const Decision& decision,
                                                            CodeObject& object, const State& now) {
  // Ways that end the code count where they do something to the object.
  const std::size_t ways = decision.branch.alone
                               ? decision.after.size()
                               : std::max<std::size_t>(decision.branch.ways, decision.after.size());
  std::vector<const State*> states;
  for (std::size_t i = 0; i < ways; ++i) {
    const bool over = i < decision.after.size();
    const auto found = over ? decision.after[i].find(&object) : States::const_iterator();
    const bool changed = over && found != decision.after[i].end();
    const bool ended = decision.branch.alone && i + 1 < ways;
    if (changed || !ended) states.push_back(changed ? &found->second : &now);
  }
  return states;
}

/// What becomes of a property behind a decision.
void CodeWays::join_property(const Decision& decision, CodeObject& object, Property property,
                             const std::vector<const State*>& states,
                             std::vector<CodeDoubt>& doubts) {
  const std::optional<PropertyValue> before = value_of(object.object, property);
  std::vector<const PropertyValue*> values;
  for (const State* state : states) {
    // Where the object is not there, nothing is said of it; what is only changed is there.
    if (state->removed && (object.made || is_identity(property))) continue;
    const auto found = state->values.find(property);
    const std::optional<PropertyValue>& value =
        found != state->values.end() ? found->second : before;
    if (!value && is_identity(property)) continue;
    values.push_back(value ? &*value : nullptr);
  }
  const auto stated =
      std::ranges::find_if(values, [](const auto* each) { return each != nullptr; });
  if (stated == values.end()) return;
  will_change(object, property);
  if (differ(values) && !is_identity(property)) {
    doubts.push_back({&object, **stated, decision.decided_by});
    object.object.remove(property);
  } else {
    object.object.set(**stated);
  }
}

/// What becomes of an object behind a decision.
void CodeWays::join(const Decision& decision, CodeObject& object, std::vector<CodeDoubt>& doubts) {
  const State now{object.removed, object.made, object.uncertain, {}};
  const std::vector<const State*> states = states_behind(decision, object, now);
  const auto there = [](const State* state) { return !state->removed; };
  will_change(object);
  object.removed = std::ranges::none_of(states, there);
  if (object.removed) return;
  object.made = std::ranges::any_of(states, &State::made);
  object.uncertain = std::ranges::any_of(states, &State::uncertain);
  const bool missing = !std::ranges::all_of(states, there);
  if (missing && (object.made || !now.removed) && !object.uncertain) {
    object.uncertain = true;
    doubts.push_back({&object, std::nullopt, decision.decided_by});
  }
  std::vector<Property> properties;
  for (const State* state : states) {
    for (const auto& [property, value] : state->values) properties.push_back(property);
  }
  std::ranges::sort(properties);
  properties.erase(std::unique(properties.begin(), properties.end()), properties.end());
  for (Property property : properties) join_property(decision, object, property, states, doubts);
}

void CodeWays::end_decision(std::vector<CodeDoubt>& doubts) {
  Decision decision = std::move(open_.back());
  open_.pop_back();
  // What is kept as before belongs to this decision still.
  end_way(decision);
  for (CodeObject* object : decision.changed) join(decision, *object, doubts);
}

std::vector<CodeDoubt> CodeWays::go_to(std::span<const Branch> branches,
                                       std::string_view decided_by) {
  std::vector<CodeDoubt> doubts;
  std::size_t same = 0;
  while (same < open_.size() && same < branches.size() &&
         open_[same].branch.decision == branches[same].decision &&
         open_[same].branch.way == branches[same].way) {
    ++same;
  }
  if (same == open_.size() && same == branches.size()) return doubts;
  ++turns_;
  const bool other_way = same < open_.size() && same < branches.size() &&
                         open_[same].branch.decision == branches[same].decision;
  while (open_.size() > same + (other_way ? 1 : 0)) end_decision(doubts);
  if (other_way) {
    Decision& decision = open_.back();
    end_way(decision);
    decision.branch = branches[same];
    ++same;
  }
  for (; same < branches.size(); ++same) {
    open_.push_back({branches[same], std::string(decided_by), {}, {}, {}, {}});
  }
  return doubts;
}

}  // namespace connlint
