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

  /// Why nothing more of the present statements runs.
  enum class Stop : std::uint8_t { no, turn, loop, end };
  /// What a way that may be taken leaves behind.
  struct Way {
    ScriptVariables::Changes changes;
    Stop stop = Stop::no;
  };

  // Statements (run.cpp).
  void run_statements(Id first);
  void run_statement(Id id);
  void run_chain(Id id);
  ScriptValue run_pipeline(Id id);
  void run_condition(Id id);
  void run_loop(Id id);
  void run_choice(Id id);
  void run_attempt(Id id);
  void run_function(Id id);
  void run_configuration(Id id);
  void run_parameters(Id id);
  void run_block(Id block, bool sees_variables);
  void stop(Id flow);

  // Ways that only a run decides between, and turns of loops (run_ways.cpp).
  Way run_way(Id block, const Text& decided_by, Branch branch);
  void run_ways(const std::vector<Id>& blocks, const Text& decided_by, bool around,
                bool breaks_end);
  void merge(std::vector<ScriptVariables::Changes>&& changes, bool around);
  bool run_turns(std::string_view variable, const ScriptValue& items, Id block);
  ScriptValue pipe(Id element, ScriptValue input);
  [[nodiscard]] Id block_of_turns(Id command) const;
  [[nodiscard]] ScriptValue narrowed(Id command, ScriptValue output) const;

  // Assignments (run_assign.cpp).
  ScriptValue assign(Id id);
  void assign_variable(Id target, std::string_view type, std::string_view operation, Id value);
  bool assign_entry(Id target, std::string_view operation, ScriptValue value);
  bool set_entry(std::string_view variable, const Text& key, std::string_view operation,
                 ScriptValue value, Id where);
  /// `.Add(...)`, `.Remove(...)` and the like of a hashtable or list that a variable holds; false
  /// where it is something else.
  bool change_by_call(std::string_view variable, std::string_view method,
                      std::vector<ScriptValue>& arguments, Id where);
  ScriptValue* changeable(std::string_view variable);
  void forget_target(Id target);
  /// The names of the variables that a part of the script changes; false where it may be any.
  bool changed_in(Id id, std::vector<std::string>& names) const;
  void forget_changed_in(Id id);
  [[nodiscard]] std::string_view base_name(Id target) const;

  // Expressions (run_evaluate.cpp).
  ScriptValue value_of(Id id);
  ScriptValue value_of_variable(Id id);
  ScriptValue value_of_expandable(Id id);
  ScriptValue value_of_list(Id id);
  ScriptValue value_of_hash(Id id);
  ScriptValue value_of_postfix(Id id);
  ScriptValue value_of_unary(Id id);
  ScriptValue value_of_binary(Id id);
  ScriptValue value_of_operator(std::string_view sign, ScriptValue left, ScriptValue right, Id id);
  ScriptValue value_of_part(Id part, ScriptValue base, Id id);
  ScriptValue value_of_statement(Id id);
  ScriptValue collect(Id id, bool as_list);
  ScriptValue unresolved(Id id) const;
  ScriptValue copy(const ScriptValue& value, Id where);
  ScriptValue made_text(const std::string& text, Id where);

  // Operators and methods that make texts and lists (run_texts.cpp).
  ScriptValue join_texts(const ScriptValue& items, std::string_view separator, Id where);
  ScriptValue format_text(const ScriptValue& pattern, const ScriptValue& items, Id where);
  ScriptValue split_text(const ScriptValue& text, std::string_view separator, Id where);
  ScriptValue range_of(const ScriptValue& first, const ScriptValue& last, Id where);
  ScriptValue call_of(Id call, const ScriptValue& base, std::vector<ScriptValue> arguments,
                      Id where);
  ScriptValue static_call_of(std::string_view type, Id call, std::vector<ScriptValue> arguments,
                             Id where);
  ScriptValue made_object(std::string_view type, Id where);

  /// Whether the work that values cost stays in proportion to the file.
  bool afford(std::size_t weight);

  // Records (run_emit.cpp).
  /// Hands over the command and returns what is known of its output. `input` is what is piped into
  /// it, null where nothing is.
  ScriptValue emit_command(Id id, const ScriptValue* input);
  ScriptValue output_of(Id id, std::string_view word, ScriptValue arguments);
  void emit_fields(Id first, std::vector<Field>& fields, ScriptValue& arguments);
  Field field_of_splat(Id id);
  void emit_resource(Id id);
  void heed_command(Id id, std::string_view name);
  Value handed_over(const ScriptValue& value);
  Value handed_over_output(const ScriptValue& value);

  /// The source text of a node and its place.
  [[nodiscard]] Text source_of(Id id) const;
  /// The text of a node, at its own place where the file holds it.
  [[nodiscard]] Text text_of(Id id) const;
  [[nodiscard]] Text text_at(std::string_view text, Id id) const;

  const SourceFile& file_;
  const ScriptTree& tree_;
  Arena& texts_;
  RecordSink& sink_;
  TextJoiner joiner_;
  Arena record_memory_;
  /// How many records are being made, one in the arguments of another.
  int records_open_ = 0;
  ScriptVariables variables_;
  /// Names of the functions that the script defines, in lower case.
  std::unordered_set<std::string> functions_;
  /// What decides whether the present statements run, such as `if`; empty where they do.
  Text decided_by_;
  /// Whether script blocks among the arguments run at once and see the variables.
  bool blocks_see_variables_ = false;
  bool in_function_ = false;
  /// The ways on which the present statements stand.
  std::vector<Branch> branches_;
  std::uint32_t decisions_ = 0;
  Stop stopped_ = Stop::no;
  bool said_stopped_ = false;
  std::size_t budget_ = 0;
};

}  // namespace connlint
