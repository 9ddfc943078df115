#include "linter/engine/registry.h"

#include <algorithm>
#include <array>

#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {

std::span<const std::string_view> profiles() {
  static constexpr std::array<std::string_view, 5> kProfiles = {
      "recommended", "coexistence", "decommission-2003", "security", "all"};
  return kProfiles;
}

RuleRegistry::RuleRegistry(std::span<const RuleEntry> table) {
  for (const RuleEntry& entry : table) rules_.push_back(&entry);
  std::ranges::sort(rules_, {}, [](const RuleEntry* entry) { return entry->rule->info.code; });
}

const RuleEntry* RuleRegistry::find(std::string_view code_or_name) const {
  const auto found = std::ranges::find_if(rules_, [&](const RuleEntry* entry) {
    const RuleInfo& info = entry->rule->info;
    return equals_ignoring_case(info.code, code_or_name) ||
           equals_ignoring_case(info.name, code_or_name);
  });
  return found == rules_.end() ? nullptr : *found;
}

std::string RuleRegistry::unknown(std::string_view word) const {
  std::vector<std::string_view> words;
  for (const RuleEntry* entry : rules_) {
    words.push_back(entry->rule->info.code);
    words.push_back(entry->rule->info.name);
  }
  return unknown_word("rule", word, words, "`connlint rules` lists all rules");
}

}  // namespace connlint
