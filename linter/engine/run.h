// Runs the rules on one organisation.
// Knows rules as functions; nothing of inputs, outputs or single rules.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "linter/engine/config.h"
#include "linter/engine/registry.h"
#include "linter/engine/report.h"

namespace connlint {

/// Which rules run, and how.
struct Selection {
  /// One of `profiles()`.
  std::string profile = "recommended";
  /// `--select`: only these run, whatever profile and configuration say; empty: by profile.
  std::vector<const RuleEntry*> select;
  /// `--ignore`: these do not run.
  std::vector<const RuleEntry*> ignore;
  /// Severities and options by the code of the rule.
  std::map<std::string, RuleSetting, std::less<>> settings;
};

/// What one run is about.
struct RunInput {
  const Organization& organization;
  /// The texts that the spans of the organisation and of the notes point into.
  std::shared_ptr<const SourceStore> sources;
  std::vector<Note> notes;
  ReadCounts counts;
};

/// Runs the selected rules. The findings have no fingerprints yet: those depend on the whole report
/// (`set_fingerprints`).
OrganizationReport run(RunInput input, const RuleRegistry& registry, const Selection& selection);

}  // namespace connlint
