// The ways that code may take, of which only a run tells which: what one of them does to the
// objects is taken back at its end, and behind all of them stays what they agree on.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/code/objects.h"
#include "linter/model/object.h"

namespace connlint {

/// What is not certain behind ways that disagree.
struct CodeDoubt {
  CodeObject* object = nullptr;
  /// The value on which they disagree; nothing where it is whether the object is there.
  std::optional<PropertyValue> value;
  /// What decides between them: `if`, `foreach`, ...
  std::string decided_by;
};

/// Follows the ways. Whoever changes an object says so before.
class CodeWays {
 public:
  /// Goes to the ways on which a record stands, and returns what is no longer certain behind those
  /// that are over. `decided_by` is what decides whether the record runs.
  std::vector<CodeDoubt> go_to(std::span<const Branch> branches, std::string_view decided_by);

  /// To be called before a property, or whether the object is there, is changed.
  void will_change(CodeObject& object, Property property);
  void will_change(CodeObject& object);

  /// Whether what is done now is done in any case.
  [[nodiscard]] bool certain() const { return open_.empty(); }
  /// How often ways were begun or ended: what was found out before may not hold any more.
  [[nodiscard]] std::size_t turns() const { return turns_; }

 private:
  using Values = std::map<Property, std::optional<PropertyValue>>;
  /// The state of an object: whether it is there, and the properties that are told apart.
  struct State {
    bool removed = false;
    bool made = false;
    bool uncertain = false;
    Values values;
  };
  using States = std::unordered_map<CodeObject*, State>;
  /// A decision whose ways are followed.
  struct Decision {
    Branch branch;
    std::string decided_by;
    /// What the present way has changed, as it was before.
    States before;
    /// What each way that is over has made of it.
    std::vector<States> after;
    /// The objects that any of them changed, in order.
    std::vector<CodeObject*> changed;
    std::unordered_set<CodeObject*> is_changed;
  };

  static void end_way(Decision& decision);
  void end_decision(std::vector<CodeDoubt>& doubts);
  void join(const Decision& decision, CodeObject& object, std::vector<CodeDoubt>& doubts);
  static std::vector<const State*> states_behind(const Decision& decision, CodeObject& object,
                                                 const State& now);
  void join_property(const Decision& decision, CodeObject& object, Property property,
                     const std::vector<const State*>& states, std::vector<CodeDoubt>& doubts);
  static bool differ(const std::vector<const PropertyValue*>& values);

  std::vector<Decision> open_;
  std::size_t turns_ = 0;
};

}  // namespace connlint
