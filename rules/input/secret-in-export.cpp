#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Secret& secret : in.organization.secrets) {
    const std::string kind(name_of(secret.object_kind));
    const std::string holder = secret.object.empty() ? "an object without name"
                                                     : fmt::format("{} '{}'", kind, secret.object);
    Finding& finding = out.report(
        secret.where, {.kind = kind, .name = secret.object, .home = {}},
        fmt::format("the input holds '{}' of {}, which stores a password or credential, so that "
                    "everyone who can read the file has it",
                    secret.property, holder));
    finding.detail = secret.property;
  }
}

constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 3> kSources = {"MS-PSRP 2.2.5.1.24 (Secure String)",
                                                      "Export-Clixml", "ldifde, option -o"};

}  // namespace

extern const Rule secret_in_export;
const Rule secret_in_export = {
    .info = {.code = "CL901",
             .name = "secret-in-export",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "input",
             .summary = "An input holds an attribute that stores a password or credential",
             .profiles = kProfiles,
             .needs = {},
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
