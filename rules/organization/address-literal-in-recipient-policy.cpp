#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
      Finding& finding = out.report(
          address.where, subject_of(policy),
          fmt::format("e-mail address policy '{}' has the SMTP address '{}' with an IP address for "
                      "the domain, with which setup of Exchange 2007 stops",
                      policy.name(), trim(*address)));
      finding.detail = trim(*address);
    }
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::email_address_policy,
                                    .property = Property::enabled_email_address_templates}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 1> kSources = {"ExBPA df0bb92d"};

}  // namespace

extern const Rule address_literal_in_recipient_policy;
const Rule address_literal_in_recipient_policy = {
    .info = {.code = "CL508",
             .name = "address-literal-in-recipient-policy",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "organization",
             .summary = "A recipient policy makes SMTP addresses with an IP address for the domain",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
