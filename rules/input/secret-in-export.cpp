#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Secret& secret : in.organization.secrets) {
    const std::string kind(name_of(secret.object_kind));
    const std::string holder = secret.object.empty() ? "an object without name"
                                                     : fmt::format("{} '{}'", kind, secret.object);
    out.report(secret.where, Subject{.kind = kind, .name = secret.object, .home = {}},
               "the input holds '{}' of {}, which stores a password or credential, so that "
               "everyone who can read the file has it",
               secret.property, holder)
        .detail = secret.property;
  }
}

}  // namespace

Rule secret_in_export() {
  return {.code = "CL901",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .sources = "MS-PSRP 2.2.5.1.24 (Secure String); Export-Clixml; ldifde, option -o",
          .check = check};
}

}  // namespace connlint::rules
