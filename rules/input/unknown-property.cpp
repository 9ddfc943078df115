#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const UnknownKey& unknown : in.organization.unknown_keys) {
    const std::string hint = unknown.nearest.empty() ? std::string()
                                                     : fmt::format("; the nearest known one is {}",
                                                                   quoted(unknown.nearest));
    Finding& finding = out.report(
        unknown.where, subject_named(unknown.object_kind, unknown.object),
        fmt::format("{} sets '{}', which its resource does not have, so that DSC refuses the "
                    "configuration{}",
                    described(unknown.object_kind, unknown.object), unknown.key, hint));
    finding.detail = unknown.key;
  }
}

constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"ExchangeDsc, schema of the resources",
                                                      "Microsoft365DSC, schema of the resources"};

}  // namespace

extern const Rule unknown_property;
const Rule unknown_property = {
    .info = {.code = "CL906",
             .name = "unknown-property",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "input",
             .summary = "Code sets a property that its resource does not have",
             .profiles = kProfiles,
             .needs = {},
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
