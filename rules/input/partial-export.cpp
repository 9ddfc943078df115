#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  if (in.organization.coverage.only_organization_files) {
    return out.not_applicable("organisation files are written by hand, nothing was exported");
  }
  if (!in.organization.where) return;
  // The summary of the text report and the outcome of each rule have all.
  constexpr std::size_t kNamed = 3;
  std::vector<std::string> lacks;
  for (const Lack& lack : in.lacks) {
    if (lack.exported) lacks.push_back(text_of(lack, kNamed));
  }
  if (lacks.empty()) return;
  out.report(*in.organization.where, in.organization,
             "the inputs lack {}: these rules could not be evaluated; `connlint explain export` "
             "has the commands for all",
             join(lacks, "; "));
}

}  // namespace

Rule partial_export() {
  return {.code = "CL907",
          .severity = Severity::info,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources = "Export-Clixml; ldifde",
          .check = check};
}

}  // namespace connlint::rules
