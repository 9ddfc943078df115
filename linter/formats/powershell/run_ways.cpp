// Ways of a script of which only a run tells which one is taken, and loops whose turns are known.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "linter/formats/powershell/run.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Guards (`if (...) { return }`) around which what follows stands; more are not told apart.
constexpr std::size_t kMostGuards = 16;
/// Real scripts list their connectors by the dozen.
constexpr std::size_t kMostTurns = 1000;
/// How many bytes of a block cost as much as a value.
constexpr std::size_t kBytesForValue = 8;
/// What a turn costs whatever it does.
constexpr std::size_t kTurn = 16;

bool is_loop_command(std::string_view word) {
  return is_one_of(word, {"ForEach-Object", "foreach", "%"});
}

}  // namespace

/// Runs the statements of a block of which only a run tells whether it is run. Afterwards the
/// variables are as before.
ScriptRun::Way ScriptRun::run_way(Id block, const Text& decided_by, Branch branch) {
  const Text outer = std::exchange(decided_by_, decided_by);
  branches_.push_back(branch);
  const std::size_t mark = variables_.begin_branch();
  run_statements(tree_.first(block));
  Way way{variables_.end_branch(mark), std::exchange(stopped_, Stop::no)};
  branches_.pop_back();
  decided_by_ = outer;
  return way;
}

/// Goes on behind ways of which one was taken.
void ScriptRun::merge(std::vector<ScriptVariables::Changes>&& changes, bool around) {
  std::size_t weight = 0;
  for (const ScriptVariables::Changes& each : changes) {
    for (const auto& [name, value] : each) weight += value ? 2 * weight_of(*value) : 1;
  }
  if (!afford(weight)) {
    for (ScriptVariables::Changes& each : changes) {
      for (auto& [name, value] : each) value.reset();
    }
  }
  variables_.merge(changes, around);
}

/// Runs blocks of which one is run, or none where there is a way `around`. `breaks_end` says
/// whether `break` and `continue` leave more than the block.
void ScriptRun::run_ways(const std::vector<Id>& blocks, const Text& decided_by, bool around,
                         bool breaks_end) {
  const std::uint32_t decision = ++decisions_;
  const auto ways = static_cast<std::uint32_t>(blocks.size() + (around ? 1 : 0));
  std::vector<ScriptVariables::Changes> changes;
  Stop weakest = Stop::end;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Way way = run_way(blocks[i], decided_by,
                      {.decision = decision, .way = static_cast<std::uint32_t>(i), .ways = ways});
    const bool ends =
        breaks_end ? way.stop != Stop::no : way.stop == Stop::end && blocks.size() > 1;
    if (!ends) changes.push_back(std::move(way.changes));
    if (ends) weakest = std::min(weakest, way.stop);
  }
  if (!changes.empty()) return merge(std::move(changes), around);
  if (!around) {
    stopped_ = weakest;
  } else if (branches_.size() < kMostGuards) {
    // All that follows stands on the way around the blocks.
    branches_.push_back({.decision = decision, .way = ways - 1, .ways = ways, .alone = true});
  }
}

/// Runs a block for each of the items; false where that are too many.
bool ScriptRun::run_turns(std::string_view variable, const ScriptValue& items, Id block) {
  const bool is_list = items.kind == ScriptValueKind::list;
  const bool none = items.kind == ScriptValueKind::null;
  const std::size_t turns = is_list ? items.items.size() : none ? 0 : 1;
  const std::size_t weight = tree_[block].length / kBytesForValue + kTurn;
  if (turns > kMostTurns || !afford(weight_of(items) + turns * weight)) return false;
  for (std::size_t i = 0; i < turns; ++i) {
    variables_.set(variable, is_list ? items.items[i] : items);
    run_statements(tree_.first(block));
    const Stop stop = stopped_;
    if (stop == Stop::turn || stop == Stop::loop) stopped_ = Stop::no;
    if (stop != Stop::no && stop != Stop::turn) break;
  }
  return true;
}

/// The block of `ForEach-Object { }`; 0 where the command is another or has more arguments.
ScriptNodeId ScriptRun::block_of_turns(Id command) const {
  const Id name = tree_.first(command);
  if (tree_[name].kind != Kind::string || !is_loop_command(tree_[name].text)) return 0;
  Id argument = tree_.next(name);
  if (argument != 0 && tree_[argument].kind == Kind::parameter) {
    const ScriptNode& parameter = tree_[argument];
    const bool process = parameter.first == 0 && !parameter.text.empty() &&
                         starts_with_ignoring_case("Process", parameter.text);
    argument = process ? parameter.next : 0;
  }
  const bool only = argument != 0 && tree_.next(argument) == 0;
  return only && tree_[argument].kind == Kind::block ? argument : 0;
}

/// What a command lets through of an output that is piped into it; unresolved for any other.
ScriptValue ScriptRun::narrowed(Id command, ScriptValue output) const {
  const Id name = tree_.first(command);
  const std::string_view word = tree_[name].text;
  if (is_one_of(word, {"Sort-Object", "sort"})) return output;
  if (is_one_of(word, {"Select-Object", "select"})) {
    output.in_part = true;
    return output;
  }
  if (!is_one_of(word, {"Where-Object", "where", "?"})) return unresolved(command);
  // `{ $_.Name -eq 'Fax' }`
  const Id block = tree_.next(name);
  const Id binary = block != 0 && tree_[block].kind == Kind::block ? tree_.first(block) : 0;
  const Id left = binary != 0 && tree_[binary].kind == Kind::binary ? tree_.first(binary) : 0;
  const Id operand = left == 0 ? 0 : tree_.next(left);
  const Id text = operand == 0 ? 0 : tree_.first(operand);
  const Id base = left != 0 && tree_[left].kind == Kind::postfix ? tree_.first(left) : 0;
  const Id member = base == 0 ? 0 : tree_.next(base);
  const bool named = member != 0 && tree_.next(member) == 0 && tree_.next(binary) == 0 &&
                     tree_.next(operand) == 0 && tree_[base].kind == Kind::variable &&
                     is_one_of(tree_[base].text, {"_", "PSItem"}) &&
                     is_one_of(tree_[member].text, {"Name", "Identity", "DomainName", "Id"}) &&
                     is_one_of(tree_[operand].text, {"-eq", "-ieq", "-like", "-ilike"});
  const bool literal = named && text != 0 && tree_[text].kind == Kind::string &&
                       tree_[text].text.find_first_of("*?[") == std::string_view::npos;
  const bool first = std::ranges::none_of(
      output.keys, [](const Text& key) { return key.value.empty() || key.value == "Identity"; });
  if (!literal || !first) {
    output.in_part = true;
    return output;
  }
  ScriptValue identity;
  identity.kind = ScriptValueKind::text;
  identity.text = text_of(text);
  output.keys.push_back({"Identity", identity.text.where, false});
  output.items.push_back(std::move(identity));
  return output;
}

/// Runs an element of a pipeline with what is piped into it.
ScriptValue ScriptRun::pipe(Id element, ScriptValue input) {
  if (tree_[element].kind != Kind::command) return value_of(element);
  std::optional<ScriptValue> outer;
  if (const ScriptValue* now = variables_.find("_")) outer = copy(*now, element);
  const auto restore = [this, &outer] {
    variables_.forget("_");
    if (outer) variables_.set("_", std::move(*outer));
  };
  const Id block = block_of_turns(element);
  if (block != 0 && input.known() && run_turns("_", input, block)) {
    restore();
    return unresolved(element);
  }
  const bool output = !input.command.value.empty();
  variables_.forget("_");
  if (output) variables_.set("_", input);
  ScriptValue made = emit_command(element, &input);
  restore();
  return output ? narrowed(element, std::move(input)) : made;
}

ScriptValue ScriptRun::run_pipeline(Id id) {
  const Id first = tree_.first(id);
  ScriptValue value =
      tree_[first].kind == Kind::command ? emit_command(first, nullptr) : value_of(first);
  for (Id element = tree_.next(first); element != 0; element = tree_.next(element)) {
    value = pipe(element, std::move(value));
  }
  if (value.known() || !value.command.value.empty()) return value;
  return unresolved(id);
}

}  // namespace connlint
