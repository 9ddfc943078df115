#include "linter/formats/powershell/run.h"

#include <functional>
#include <optional>
#include <utility>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// What copying values may cost: real scripts copy each of their values a few times.
constexpr std::size_t kBudget = 1'000'000;
constexpr std::size_t kBudgetForByte = 16;
constexpr std::size_t kJoinedBytes = std::size_t{1} << 24U;
constexpr std::size_t kJoinedForByte = 16;

}  // namespace

ScriptRun::ScriptRun(const SourceFile& file, const ScriptTree& tree, Arena& texts, RecordSink& sink)
    : file_(file),
      tree_(tree),
      texts_(texts),
      sink_(sink),
      joiner_(kJoinedBytes + kJoinedForByte * file.text.size()),
      budget_(kBudget + kBudgetForByte * file.text.size()) {}

void ScriptRun::run(ScriptNodeId statement) {
  if (stopped_ == Stop::no) return run_statement(statement);
  if (said_stopped_) return;
  said_stopped_ = true;
  sink_.note({.kind = NoteKind::ignored,
              .message = "nothing from here on runs, since the script ends before; left out",
              .where = source_of(statement).where});
}

Text ScriptRun::source_of(Id id) const {
  const ScriptNode& node = tree_[id];
  return {std::string_view(file_.text).substr(node.begin, node.length),
          file_.span(node.begin, node.length), true};
}

Text ScriptRun::text_at(std::string_view text, Id id) const {
  const char* begin = file_.text.data();
  const bool in_file = text.data() != nullptr && std::less_equal<>()(begin, text.data()) &&
                       std::less_equal<>()(text.data(), begin + file_.text.size());
  if (in_file) return {text, file_.span_of(text), true};
  const ScriptNode& node = tree_[id];
  return {text, file_.span(node.begin, node.length), false};
}

Text ScriptRun::text_of(Id id) const { return text_at(tree_[id].text, id); }

void ScriptRun::run_statements(Id first) {
  const std::size_t depth = branches_.size();
  for (Id id = first; id != 0 && stopped_ == Stop::no; id = tree_.next(id)) run_statement(id);
  branches_.resize(depth);
}

void ScriptRun::run_statement(Id id) {
  switch (tree_[id].kind) {
    case Kind::resource: return emit_resource(id);
    case Kind::flow: return stop(id);
    default: static_cast<void>(value_of_statement(id));
  }
}

ScriptValue ScriptRun::value_of_statement(Id id) {
  switch (tree_[id].kind) {
    case Kind::command: return emit_command(id, nullptr);
    case Kind::pipeline: return run_pipeline(id);
    case Kind::chain: run_chain(id); break;
    case Kind::assignment: return assign(id);
    case Kind::condition: run_condition(id); break;
    case Kind::loop: run_loop(id); break;
    case Kind::choice: run_choice(id); break;
    case Kind::attempt: run_attempt(id); break;
    case Kind::function: run_function(id); break;
    case Kind::configuration: run_configuration(id); break;
    case Kind::sequence: run_statements(tree_.first(id)); break;
    case Kind::parameters: run_parameters(id); break;
    case Kind::resource: return value_of_hash(id);
    case Kind::flow: stop(id); break;
    case Kind::lost: forget_changed_in(id); break;
    case Kind::nothing: break;
    default: return value_of(id);
  }
  return unresolved(id);
}

void ScriptRun::stop(Id flow) {
  if (tree_.first(flow) != 0) static_cast<void>(value_of_statement(tree_.first(flow)));
  const std::string_view word = tree_[flow].text;
  if (equals_ignoring_case(word, "continue")) {
    stopped_ = Stop::turn;
  } else {
    stopped_ = equals_ignoring_case(word, "break") ? Stop::loop : Stop::end;
  }
}

void ScriptRun::run_chain(Id id) {
  const Id first = tree_.first(id);
  static_cast<void>(value_of_statement(first));
  for (Id rest = tree_.next(first); rest != 0; rest = tree_.next(rest)) {
    const Text outer = std::exchange(decided_by_, {"&&", source_of(rest).where, false});
    branches_.push_back({.decision = ++decisions_});
    const std::size_t mark = variables_.begin_branch();
    static_cast<void>(value_of_statement(rest));
    merge({variables_.end_branch(mark)}, true);
    branches_.pop_back();
    decided_by_ = outer;
  }
}

void ScriptRun::run_condition(Id id) {
  std::vector<Id> blocks;
  bool around = true;
  for (Id clause = tree_.first(id); clause != 0 && around; clause = tree_.next(clause)) {
    const Id first = tree_.first(clause);
    const bool has_condition = first != 0 && tree_.next(first) != 0;
    const Id block = has_condition ? tree_.next(first) : first;
    std::optional<bool> holds = true;
    if (has_condition) holds = truth_of(value_of_statement(first));
    if (holds == false) continue;
    if (holds == true && blocks.empty()) return run_statements(tree_.first(block));
    blocks.push_back(block);
    around = holds != true;
  }
  if (!blocks.empty()) run_ways(blocks, text_of(id), around, true);
}

void ScriptRun::run_loop(Id id) {
  const Id variable = tree_.first(id);
  ScriptValue output;
  const bool each = variable != 0 && tree_[variable].kind == Kind::variable &&
                    equals_ignoring_case(tree_[id].text, "foreach");
  if (each) {
    const Id items = tree_.next(variable);
    output = value_of_statement(items);
    const Id block = tree_.next(items);
    if (output.known() && run_turns(tree_[variable].text, output, block)) return;
  }
  // A later turn sees what an earlier one left behind.
  forget_changed_in(id);
  if (!output.command.value.empty()) variables_.set(tree_[variable].text, output);
  for (Id part = variable; part != 0; part = tree_.next(part)) {
    if (tree_[part].kind == Kind::block) {
      run_ways({part}, text_of(id), true, false);
    } else if (!each) {
      static_cast<void>(value_of_statement(part));
    }
  }
  forget_changed_in(id);
}

void ScriptRun::run_choice(Id id) {
  forget_changed_in(id);
  std::vector<Id> blocks;
  bool around = true;
  for (Id part = tree_.first(id); part != 0; part = tree_.next(part)) {
    if (tree_[part].kind != Kind::block) {
      static_cast<void>(value_of(part));
    } else {
      blocks.push_back(part);
      // `default` is taken where no other is.
      around = around && !tree_[part].flag;
    }
  }
  if (!blocks.empty()) run_ways(blocks, text_of(id), around, false);
}

void ScriptRun::run_attempt(Id id) {
  const Id body = tree_.first(id);
  run_statements(tree_.first(body));
  const Stop stopped = std::exchange(stopped_, Stop::no);
  // A handler runs after any part of the block.
  const std::size_t mark = variables_.begin_branch();
  forget_changed_in(body);
  bool handled = false;
  std::vector<ScriptVariables::Changes> changes;
  for (Id handler = tree_.next(body); handler != 0; handler = tree_.next(handler)) {
    if (equals_ignoring_case(tree_[handler].text, "finally")) continue;
    Way way = run_way(tree_.first(handler), text_of(handler), {.decision = ++decisions_});
    handled = handled || way.stop == Stop::no;
    if (way.stop == Stop::no) changes.push_back(std::move(way.changes));
  }
  ScriptVariables::Changes lost = variables_.end_branch(mark);
  if (handled) {
    // Where all handlers end the script, the block was run as a whole.
    variables_.apply(std::move(lost));
    merge(std::move(changes), true);
  }
  for (Id handler = tree_.next(body); handler != 0; handler = tree_.next(handler)) {
    if (equals_ignoring_case(tree_[handler].text, "finally")) {
      run_statements(tree_.first(tree_.first(handler)));
    }
  }
  if (stopped_ == Stop::no && !handled) stopped_ = stopped;
}

void ScriptRun::run_function(Id id) {
  if (!tree_[id].text.empty()) functions_.insert(lower(tree_[id].text));
  const Text outer = std::exchange(decided_by_, Text{"function", source_of(id).where, false});
  const bool outer_function = std::exchange(in_function_, true);
  branches_.push_back({.decision = ++decisions_});
  const std::size_t mark = variables_.begin_branch();
  ScriptVariables::Scope scope = variables_.begin_scope();
  for (Id part = tree_.first(id); part != 0; part = tree_.next(part)) {
    if (tree_[part].kind == Kind::block) run_statements(tree_.first(part));
    if (tree_[part].kind == Kind::parameters) run_parameters(part);
  }
  stopped_ = Stop::no;
  static_cast<void>(variables_.end_branch(mark));
  variables_.end_scope(std::move(scope));
  branches_.pop_back();
  in_function_ = outer_function;
  decided_by_ = outer;
}

void ScriptRun::run_configuration(Id id) {
  ScriptVariables::Scope scope = variables_.begin_scope();
  const std::size_t mark = variables_.begin_branch();
  run_statements(tree_.first(tree_.first(id)));
  stopped_ = Stop::no;
  static_cast<void>(variables_.end_branch(mark));
  variables_.end_scope(std::move(scope));
}

void ScriptRun::run_parameters(Id id) {
  for (Id declared = tree_.first(id); declared != 0; declared = tree_.next(declared)) {
    Id variable = declared;
    std::string_view type;
    while (tree_[variable].kind == Kind::cast) {
      type = tree_[variable].text;
      variable = tree_.first(variable);
    }
    if (variable == 0 || tree_[variable].kind != Kind::variable) continue;
    // What the caller gives is not known.
    variables_.forget(tree_[variable].text);
    if (!type.empty()) variables_.constrain(tree_[variable].text, type);
  }
}

/// A script block among the arguments of a command, or as a value: it may run now, later, often or
/// never.
void ScriptRun::run_block(Id block, bool sees_variables) {
  forget_changed_in(block);
  const Text keyword{"{", source_of(block).where, false};
  const Stop stopped = std::exchange(stopped_, Stop::no);
  if (sees_variables) {
    run_ways({block}, keyword, true, false);
  } else {
    ScriptVariables::Scope scope = variables_.begin_scope();
    static_cast<void>(run_way(block, keyword, {.decision = ++decisions_}));
    variables_.end_scope(std::move(scope));
  }
  stopped_ = stopped;
}

}  // namespace connlint
