#include "linter/report/lacking_input.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "linter/engine/needs.h"
#include "linter/model/export_command.h"

namespace connlint {
namespace {

struct Lack {
  ObjectKind kind{};
  /// Whether an export can show it; else it can only be declared.
  bool exported = true;
  std::set<std::string_view> properties;
  std::vector<std::string_view> codes;
};

std::string text_of(const Lack& lack) {
  const std::string objects = plural_of(lack.kind);
  const std::string_view command = export_command(lack.kind);
  if (!lack.exported) {
    return fmt::format("without what only an organisation file declares of {}: {}", objects,
                       fmt::join(lack.properties, ", "));
  }
  if (lack.properties.empty()) return fmt::format("without {} ({})", objects, command);
  return fmt::format("without these properties of {} ({}): {}", objects, command,
                     fmt::join(lack.properties, ", "));
}

}  // namespace

std::vector<LackingInput> lacking_inputs(std::span<const RuleOutcome> rules) {
  std::vector<Lack> lacks;
  for (const RuleOutcome& outcome : rules) {
    const std::string_view code = outcome.rule->rule->info.code;
    for (const Need& need : outcome.lacking) {
      const bool exported = !need.property || is_exported(*need.property);
      auto lack = std::ranges::find_if(lacks, [&](const Lack& known) {
        return known.kind == need.kind && known.exported == exported;
      });
      if (lack == lacks.end()) lack = lacks.insert(lack, Lack{need.kind, exported, {}, {}});
      if (need.property) lack->properties.insert(name_of(*need.property));
      if (lack->codes.empty() || lack->codes.back() != code) lack->codes.push_back(code);
    }
  }
  std::vector<LackingInput> inputs;
  inputs.reserve(lacks.size());
  for (Lack& lack : lacks) inputs.push_back({text_of(lack), std::move(lack.codes)});
  return inputs;
}

}  // namespace connlint
