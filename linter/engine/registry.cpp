#include "linter/engine/registry.h"

#include <algorithm>

#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {

std::span<const std::string_view> profiles() {
  static const std::vector<std::string_view> kProfiles = [] {
    std::vector<std::string_view> words = words_of(Profile::recommended | Profile::coexistence |
                                                   Profile::decommission_2003 | Profile::security);
    words.emplace_back("all");
    return words;
  }();
  return kProfiles;
}

RuleRegistry::RuleRegistry(std::span<const RuleEntry> table) {
  for (const RuleEntry& entry : table) rules_.push_back(&entry);
  std::ranges::sort(rules_, {}, [](const RuleEntry* entry) { return entry->rule.code; });
}

const RuleEntry* RuleRegistry::find(std::string_view code_or_name) const {
  const auto found = std::ranges::find_if(rules_, [&](const RuleEntry* entry) {
    return equals_ignoring_case(entry->rule.code, code_or_name) ||
           equals_ignoring_case(entry->name, code_or_name);
  });
  return found == rules_.end() ? nullptr : *found;
}

std::string RuleRegistry::unknown(std::string_view word) const {
  std::vector<std::string_view> words;
  for (const RuleEntry* entry : rules_) {
    words.push_back(entry->rule.code);
    words.push_back(entry->name);
  }
  return unknown_word("rule", word, words, "`connlint rules` lists all rules");
}

}  // namespace connlint
