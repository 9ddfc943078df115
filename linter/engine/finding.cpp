#include "linter/engine/finding.h"

#include "linter/support/text.h"

namespace connlint {

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return {};
}

std::optional<Severity> severity_named(std::string_view word) {
  for (Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    if (equals_ignoring_case(word, word_of(severity))) return severity;
  }
  return std::nullopt;
}

std::string_view word_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::documented: return "documented";
    case Confidence::recommended: return "recommended";
    case Confidence::inferred: return "inferred";
  }
  return {};
}

}  // namespace connlint
