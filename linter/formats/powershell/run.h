// Walks through the statements of a script in order and hands over its commands and resources with
// the arguments that are certain without running it. Never runs anything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/powershell/tree.h"
#include "linter/formats/powershell/values.h"
#include "linter/formats/powershell/variables.h"
#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Takes the statements of a script, one after the other, each in the same tree. Keeps references
/// to all that it is made from.
class ScriptRun {
 public:
  ScriptRun(const SourceFile& file, const ScriptTree& tree, Arena& texts, RecordSink& sink);

  void run(ScriptNodeId statement);

 private:
  using Id = ScriptNodeId;
  using Kind = ScriptNodeKind;

  // Statements (powershell_run.cpp).
  void run_statements(Id first);
  void run_statement(Id id);
  void run_chain(Id id);
  void run_pipeline(Id id);
  void run_condition(Id id);
  void run_loop(Id id);
  void run_choice(Id id);
  void run_attempt(Id id);
  void run_function(Id id);
  void run_configuration(Id id);
  void run_parameters(Id id);
  void run_branch(Id block, const Text& decided_by, std::vector<std::string>& changed);
  void run_block(Id block, bool sees_variables);
  void forget(const std::vector<std::string>& names);
  void stop(Id flow);

  // Assignments (powershell_assign.cpp).
  ScriptValue assign(Id id);
  void assign_variable(Id target, std::string_view type, std::string_view operation, Id value);
  bool assign_entry(Id target, std::string_view operation, ScriptValue value);
  void forget_target(Id target);
  /// The names of the variables that a part of the script changes; false where it may be any.
  bool changed_in(Id id, std::vector<std::string>& names) const;
  void forget_changed_in(Id id);
  [[nodiscard]] std::string_view base_name(Id target) const;

  // Expressions (powershell_evaluate.cpp).
  ScriptValue value_of(Id id);
  ScriptValue value_of_variable(Id id);
  ScriptValue value_of_expandable(Id id);
  ScriptValue value_of_list(Id id);
  ScriptValue value_of_hash(Id id);
  ScriptValue value_of_postfix(Id id);
  ScriptValue value_of_unary(Id id);
  ScriptValue value_of_binary(Id id);
  ScriptValue value_of_statement(Id id);
  ScriptValue collect(Id id, bool as_list);
  ScriptValue unresolved(Id id) const;
  ScriptValue copy(const ScriptValue& value, Id where);
  /// Whether the work that values cost stays in proportion to the file.
  bool afford(std::size_t weight);

  // Records (powershell_emit.cpp).
  void emit_command(Id id, bool piped);
  void emit_fields(Id first, std::vector<Field>& fields);
  Field field_of_splat(Id id);
  void emit_resource(Id id);
  void heed_command(Id id, std::string_view name);
  Value handed_over(const ScriptValue& value);

  /// The source text of a node and its place.
  [[nodiscard]] Text source_of(Id id) const;
  /// The text of a node, at its own place where the file holds it.
  [[nodiscard]] Text text_of(Id id) const;
  [[nodiscard]] Text text_at(std::string_view text, Id id) const;

  const SourceFile& file_;
  const ScriptTree& tree_;
  Arena& texts_;
  RecordSink& sink_;
  Arena record_memory_;
  ScriptVariables variables_;
  /// Names of the functions that the script defines, in lower case.
  std::unordered_set<std::string> functions_;
  /// What decides whether the present statements run, such as `if`; empty where they do.
  Text decided_by_;
  /// Whether script blocks among the arguments run at once and see the variables.
  bool blocks_see_variables_ = false;
  bool in_function_ = false;
  /// Nothing more of the present statements runs (`exit`, `return`, `throw`).
  bool stopped_ = false;
  bool said_stopped_ = false;
  std::size_t budget_ = 0;
};

}  // namespace connlint
