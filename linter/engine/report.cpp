#include "linter/engine/report.h"

#include <algorithm>

namespace connlint {

std::string_view word_of(Evaluation outcome) {
  switch (outcome) {
    case Evaluation::evaluated: return "evaluated";
    case Evaluation::not_evaluated: return "not-evaluated";
    case Evaluation::not_applicable: return "not-applicable";
    case Evaluation::disabled: return "disabled";
  }
  return {};
}

std::string_view tool_version() { return CONNLINT_VERSION; }

std::size_t count(const Report& report, Severity severity) {
  std::size_t total = 0;
  for (const OrganizationReport& organization : report.organizations) {
    total += static_cast<std::size_t>(
        std::ranges::count(organization.findings, severity, &Finding::severity));
  }
  return total;
}

std::size_t count(const Report& report, Evaluation outcome) {
  std::size_t total = 0;
  for (const OrganizationReport& organization : report.organizations) {
    total += static_cast<std::size_t>(
        std::ranges::count(organization.rules, outcome, &RuleOutcome::outcome));
  }
  return total;
}

bool has_input_error(const Report& report) {
  return std::ranges::any_of(report.organizations, [](const OrganizationReport& organization) {
    return std::ranges::find(organization.notes, NoteKind::unreadable, &Note::kind) !=
           organization.notes.end();
  });
}

}  // namespace connlint
