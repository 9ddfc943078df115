#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (organization.coverage.only_organization_files) {
    return out.not_applicable("organisation files are written by hand, nothing was exported");
  }
  if (!organization.where) return;
  // The summary of the text report and the outcome of each rule have all.
  constexpr std::size_t kNamed = 3;
  std::vector<std::string> lacks;
  for (const Lack& lack : in.lacks) {
    if (lack.exported) lacks.push_back(text_of(lack, kNamed));
  }
  if (lacks.empty()) return;
  out.report(
      *organization.where, {.kind = "organization", .name = *organization.name, .home = {}},
      fmt::format("the inputs lack {}: these rules could not be evaluated; `connlint explain "
                  "export` has the commands for all",
                  join(lacks, "; ")));
}

constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"Export-Clixml", "ldifde"};

}  // namespace

extern const Rule partial_export;
const Rule partial_export = {
    .info = {.code = "CL907",
             .name = "partial-export",
             .severity = Severity::info,
             .confidence = Confidence::documented,
             .subject = "input",
             .summary = "The inputs lack objects or properties that rules need",
             .profiles = kProfiles,
             .needs = {},
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
