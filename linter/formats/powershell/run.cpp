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

}  // namespace

ScriptRun::ScriptRun(const SourceFile& file, const ScriptTree& tree, Arena& texts, RecordSink& sink)
    : file_(file),
      tree_(tree),
      texts_(texts),
      sink_(sink),
      budget_(kBudget + kBudgetForByte * file.text.size()) {}

void ScriptRun::run(ScriptNodeId statement) {
  if (!stopped_) return run_statement(statement);
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
  for (Id id = first; id != 0 && !stopped_; id = tree_.next(id)) run_statement(id);
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
    case Kind::command: emit_command(id, false); break;
    case Kind::pipeline: run_pipeline(id); break;
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
  stopped_ = true;
}

void ScriptRun::run_chain(Id id) {
  const Id first = tree_.first(id);
  static_cast<void>(value_of_statement(first));
  std::vector<std::string> changed;
  for (Id rest = tree_.next(first); rest != 0; rest = tree_.next(rest)) {
    const Text outer = std::exchange(decided_by_, {"&&", source_of(rest).where, false});
    const std::size_t mark = variables_.begin_branch();
    static_cast<void>(value_of_statement(rest));
    const std::vector<std::string> names = variables_.end_branch(mark);
    changed.insert(changed.end(), names.begin(), names.end());
    decided_by_ = outer;
  }
  forget(changed);
}

void ScriptRun::run_pipeline(Id id) {
  const Id first = tree_.first(id);
  for (Id element = first; element != 0; element = tree_.next(element)) {
    if (tree_[element].kind == Kind::command) {
      emit_command(element, element != first);
    } else {
      static_cast<void>(value_of(element));
    }
  }
}

void ScriptRun::forget(const std::vector<std::string>& names) {
  for (const std::string& name : names) variables_.forget(name);
}

/// Runs the statements of a block of which only a run tells whether it is run. Afterwards the
/// variables are as before; the names of those that it changes are added to `changed`.
void ScriptRun::run_branch(Id block, const Text& decided_by, std::vector<std::string>& changed) {
  const Text outer = std::exchange(decided_by_, decided_by);
  const std::size_t mark = variables_.begin_branch();
  run_statements(tree_.first(block));
  stopped_ = false;
  const std::vector<std::string> names = variables_.end_branch(mark);
  changed.insert(changed.end(), names.begin(), names.end());
  decided_by_ = outer;
}

void ScriptRun::run_condition(Id id) {
  const Text keyword = text_of(id);
  std::vector<std::string> changed;
  bool decided = true;
  for (Id clause = tree_.first(id); clause != 0; clause = tree_.next(clause)) {
    const Id first = tree_.first(clause);
    const bool has_condition = first != 0 && tree_.next(first) != 0;
    const Id block = has_condition ? tree_.next(first) : first;
    std::optional<bool> holds = true;
    if (has_condition) holds = truth_of(value_of_statement(first));
    if (holds == false) continue;
    if (holds == true && decided) return run_statements(tree_.first(block));
    run_branch(block, keyword, changed);
    decided = false;
    if (holds == true) break;
  }
  forget(changed);
}

void ScriptRun::run_loop(Id id) {
  // A later turn sees what an earlier one left behind.
  forget_changed_in(id);
  std::vector<std::string> changed;
  for (Id part = tree_.first(id); part != 0; part = tree_.next(part)) {
    if (tree_[part].kind != Kind::block) {
      static_cast<void>(value_of_statement(part));
    } else {
      run_branch(part, text_of(id), changed);
    }
  }
  forget(changed);
  forget_changed_in(id);
}

void ScriptRun::run_choice(Id id) {
  std::vector<std::string> changed;
  forget_changed_in(id);
  for (Id part = tree_.first(id); part != 0; part = tree_.next(part)) {
    if (tree_[part].kind != Kind::block) {
      static_cast<void>(value_of(part));
    } else {
      run_branch(part, text_of(id), changed);
    }
  }
  forget(changed);
}

void ScriptRun::run_attempt(Id id) {
  const Id body = tree_.first(id);
  run_statements(tree_.first(body));
  // A handler runs after any part of the block.
  forget_changed_in(body);
  std::vector<std::string> changed;
  for (Id handler = tree_.next(body); handler != 0; handler = tree_.next(handler)) {
    const Id block = tree_.first(handler);
    if (equals_ignoring_case(tree_[handler].text, "finally")) {
      run_statements(tree_.first(block));
    } else {
      const bool stopped = stopped_;
      run_branch(block, text_of(handler), changed);
      stopped_ = stopped;
    }
  }
  forget(changed);
}

void ScriptRun::run_function(Id id) {
  if (!tree_[id].text.empty()) functions_.insert(lower(tree_[id].text));
  const Text outer = std::exchange(
      decided_by_, Text{source_of(id).value.substr(0, 8), source_of(id).where, false});
  decided_by_.value = "function";
  const bool outer_function = std::exchange(in_function_, true);
  const std::size_t mark = variables_.begin_branch();
  ScriptVariables::Scope scope = variables_.begin_scope();
  for (Id part = tree_.first(id); part != 0; part = tree_.next(part)) {
    if (tree_[part].kind == Kind::block) run_statements(tree_.first(part));
  }
  stopped_ = false;
  static_cast<void>(variables_.end_branch(mark));
  variables_.end_scope(std::move(scope));
  in_function_ = outer_function;
  decided_by_ = outer;
}

void ScriptRun::run_configuration(Id id) {
  ScriptVariables::Scope scope = variables_.begin_scope();
  const std::size_t mark = variables_.begin_branch();
  run_statements(tree_.first(tree_.first(id)));
  stopped_ = false;
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
  std::vector<std::string> changed;
  forget_changed_in(block);
  const Text keyword{"{", source_of(block).where, false};
  const bool stopped = stopped_;
  if (sees_variables) {
    run_branch(block, keyword, changed);
  } else {
    ScriptVariables::Scope scope = variables_.begin_scope();
    run_branch(block, keyword, changed);
    variables_.end_scope(std::move(scope));
  }
  stopped_ = stopped;
  forget(changed);
}

}  // namespace connlint
