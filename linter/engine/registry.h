// All rules, by code and by name. Takes the generated table; never includes a rule.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/rule.h"

namespace connlint {

/// The profiles that `--profile` knows, `recommended` first; `all` holds every rule.
std::span<const std::string_view> profiles();

/// The rules of the program. Keeps a reference to the table, which has static storage.
class RuleRegistry {
 public:
  explicit RuleRegistry(std::span<const RuleEntry> table);

  /// All rules, by code.
  [[nodiscard]] std::span<const RuleEntry* const> all() const { return rules_; }
  /// The rule of that code or name, without regard to case, or null.
  [[nodiscard]] const RuleEntry* find(std::string_view code_or_name) const;
  /// What an error about an unknown rule says, with the nearest known code or name.
  [[nodiscard]] std::string unknown(std::string_view word) const;

 private:
  std::vector<const RuleEntry*> rules_;
};

}  // namespace connlint
