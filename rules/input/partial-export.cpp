#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/export_command.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// What the inputs lack of one kind of object.
struct Gap {
  ObjectKind kind{};
  /// Empty where there is no object of the kind at all.
  std::vector<std::string> properties;
  std::vector<std::string> codes;
  /// Why, where it is one need.
  std::string_view reason;
};

std::vector<Gap> gaps_of(const Context& in) {
  std::vector<Gap> gaps;
  for (const UnmetNeed& unmet : in.unmet) {
    if (unmet.need.property && !is_exported(*unmet.need.property)) continue;
    auto gap = std::ranges::find(gaps, unmet.need.kind, &Gap::kind);
    if (gap == gaps.end()) gap = gaps.insert(gap, Gap{unmet.need.kind, {}, {}, {}});
    const bool known = in.organization.coverage.has(unmet.need.kind);
    if (known && unmet.need.property) {
      gap->properties.push_back(fmt::format("`{}`", name_of(*unmet.need.property)));
    }
    for (std::string_view code : unmet.codes) gap->codes.emplace_back(code);
    gap->reason = unmet.reason;
  }
  for (Gap& gap : gaps) {
    std::ranges::sort(gap.codes);
    gap.codes.erase(std::unique(gap.codes.begin(), gap.codes.end()), gap.codes.end());
    std::ranges::sort(gap.properties);
  }
  return gaps;
}

/// Whether `code` is the one after `before`: `CL205` after `CL204`.
bool follows(std::string_view code, std::string_view before) {
  const auto number = [](std::string_view text) { return parse_integer(text.substr(2)); };
  const auto first = number(before);
  const auto second = number(code);
  return first && second && *second == *first + 1;
}

/// `CL102, CL104 to CL108, CL203`.
std::string list_of(const std::vector<std::string>& codes) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < codes.size();) {
    std::size_t end = begin + 1;
    while (end < codes.size() && follows(codes[end], codes[end - 1])) ++end;
    const bool run = end - begin > 2;
    if (run) parts.push_back(fmt::format("{} to {}", codes[begin], codes[end - 1]));
    for (; !run && begin < end; ++begin) parts.push_back(codes[begin]);
    begin = end;
  }
  return join(parts, ", ");
}

std::string message_of(const Gap& gap) {
  const std::string codes = list_of(gap.codes);
  const std::string_view rules = gap.codes.size() == 1 ? "rule" : "rules";
  if (gap.properties.size() < 2) {
    return fmt::format("{}; not evaluated for this: {} {}", gap.reason, rules, codes);
  }
  return fmt::format(
      "the `{}` of the inputs do not state {}: export all properties ({}), or declare them in an "
      "organisation file; not evaluated for this: {} {}",
      list_name_of(gap.kind), fmt::join(gap.properties, ", "), export_command(gap.kind), rules,
      codes);
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (organization.coverage.only_organization_files) {
    return out.not_applicable("organisation files are written by hand, nothing was exported");
  }
  if (!organization.where) return;
  for (const Gap& gap : gaps_of(in)) {
    Finding& finding = out.report(*organization.where,
                                  {.kind = "organization", .name = *organization.name, .home = {}},
                                  message_of(gap));
    finding.detail = name_of(gap.kind);
  }
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
