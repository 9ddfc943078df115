#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Object& policy : in.organization.others) {
    if (policy.object_kind() != ObjectKind::email_address_policy) continue;
    for (const auto& address : policy.names(Property::enabled_email_address_templates)) {
      const std::string_view text = trim(*address);
      if (!starts_with_ignoring_case(text, "X400:") || text.ends_with(';')) continue;
      out.report(address.where, policy,
                 "e-mail address policy '{}' has the X.400 address '{}', which does not end in a "
                 "semicolon, so that X.400 addresses made by it are not routed",
                 policy.name(), text)
          .detail = text;
    }
  }
}

}  // namespace

Rule x400_proxy_without_terminator() {
  return {.code = "CL507",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::email_address_policy, Property::enabled_email_address_templates}},
          .sources = "ExBPA aa997733",
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
