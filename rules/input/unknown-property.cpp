#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const UnknownKey& unknown : in.organization.unknown_keys) {
    const std::string hint = unknown.nearest.empty() ? std::string()
                                                     : fmt::format("; the nearest known one is {}",
                                                                   quoted(unknown.nearest));
    out.report(unknown.where, subject_named(unknown.object_kind, unknown.object),
               "{} sets '{}', which its resource does not have, so that DSC refuses the "
               "configuration{}",
               described(unknown.object_kind, unknown.object), unknown.key, hint)
        .detail = unknown.key;
  }
}

}  // namespace

Rule unknown_property() {
  return {
      .code = "CL906",
      .severity = Severity::warning,
      .confidence = Confidence::documented,
      .profiles = Profile::recommended,
      .sources = "ExchangeDsc, schema of the resources; Microsoft365DSC, schema of the resources",
      .check = check};
}

}  // namespace connlint::rules
