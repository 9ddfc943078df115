#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

/// Whether an address template is an SMTP one (New-EmailAddressPolicy: also without a type) whose
/// domain is an address literal.
bool is_literal(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || !text.substr(at + 1).starts_with('[')) return false;
  const std::size_t colon = text.substr(0, at).find(':');
  return colon == std::string_view::npos || starts_with_ignoring_case(text, "SMTP:");
}

void check(const Context& in, Sink& out) {
  for (const Object& policy : in.organization.others) {
    if (policy.object_kind() != ObjectKind::email_address_policy) continue;
    for (const auto& address : policy.names(Property::enabled_email_address_templates)) {
      if (!is_literal(trim(*address))) continue;
      out.report(address.where, policy,
                 "e-mail address policy '{}' has the SMTP address '{}' with an IP address for the "
                 "domain, with which setup of Exchange 2007 stops",
                 policy.name(), trim(*address))
          .detail = trim(*address);
    }
  }
}

}  // namespace

Rule address_literal_in_recipient_policy() {
  return {.code = "CL508",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::email_address_policy, Property::enabled_email_address_templates}},
          .sources = "ExBPA df0bb92d",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
