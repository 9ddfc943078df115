// The variables of a script while its statements are walked through in order: what is certain of
// their values, and what is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "linter/formats/powershell/values.h"

namespace connlint {

/// Variables by name, without regard to case. What a branch does to them can be taken back.
class ScriptVariables {
 public:
  /// Variables of one scope: a function's own, or the script's.
  struct Scope {
    std::unordered_map<std::string, ScriptValue> values;
    /// The types that declarations such as `[string[]]$x` bind variables to, for ever.
    std::unordered_map<std::string, std::string> types;
  };

  /// The value of a variable, or null where it is not certain.
  [[nodiscard]] const ScriptValue* find(std::string_view name) const;
  /// The same, to be changed; the state before can be taken back.
  ScriptValue* change(std::string_view name);
  /// Of a list, the first `owned` items were in a variable before, in this one.
  void set(std::string_view name, ScriptValue value, std::size_t owned = 0);
  /// From now on the value is not certain.
  void forget(std::string_view name);
  void forget_all();
  /// No value of this variable is certain, before or after: a function changes it.
  void give_up(std::string_view name);

  void constrain(std::string_view name, std::string_view type);
  /// The type of a declaration, or empty.
  [[nodiscard]] std::string_view type_of(std::string_view name) const;

  /// What a branch leaves behind: the variables that it changed, with their values; nothing where
  /// a value is not certain.
  using Changes = std::unordered_map<std::string, std::optional<ScriptValue>>;
  /// Begins a branch: a part of the script of which only a run tells whether it is run.
  std::size_t begin_branch();
  /// Takes back what was done since and returns it.
  Changes end_branch(std::size_t mark);
  /// Goes on behind branches of which one was run, or none of them where there is a way `around`:
  /// of each variable what is certain whichever it was.
  void merge(const std::vector<Changes>& branches, bool around);
  /// Does what a branch did.
  void apply(Changes&& changes);

  /// Begins a scope in which no variable is known; the outer one is handed back at its end.
  Scope begin_scope();
  void end_scope(Scope outer);

  /// A new identity for a list or hashtable.
  std::uint32_t new_identity() { return ++identities_; }
  /// A change of this list or hashtable is seen through every variable that holds it: where more
  /// than one does, none of them is certain any more.
  void note_change(std::uint32_t identity);
  /// A value is from now on an item of something that a variable holds.
  void own(const ScriptValue& value, std::size_t from = 0);

 private:
  struct Change {
    std::string name;
    bool existed = false;
    ScriptValue before;
  };

  void keep_before(const std::string& name);
  void put(const std::string& key, std::optional<ScriptValue> value);

  Scope scope_;
  std::vector<Change> changes_;
  /// For each branch that is open the names whose state before is kept.
  std::vector<std::unordered_set<std::string>> kept_;
  std::uint32_t identities_ = 0;
  std::unordered_set<std::uint32_t> owned_;
  std::unordered_set<std::uint32_t> shared_;
  std::unordered_set<std::uint32_t> stale_;
  std::unordered_set<std::string> given_up_;
};

}  // namespace connlint
