// What the inputs lack, by kind of object, and which rules were not evaluated for it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/report.h"

namespace connlint {

/// Objects of a kind, or properties of such objects, that the inputs lack.
struct LackingInput {
  /// What is lacking and the command that exports it:
  /// `without site links (Get-AdSiteLink | Export-Clixml)`.
  std::string text;
  /// The rules that were not evaluated for this, by code.
  std::vector<std::string_view> codes;
};

/// One for each kind of object, and one for what no export shows of it, in the order in which the
/// rules first lack one.
std::vector<LackingInput> lacking_inputs(std::span<const RuleOutcome> rules);

}  // namespace connlint
