#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Object& policy : in.organization.others) {
    if (policy.object_kind() != ObjectKind::email_address_policy) continue;
    for (const auto& address : policy.names(Property::enabled_email_address_templates)) {
      const std::string_view text = trim(*address);
      if (!starts_with_ignoring_case(text, "X400:") || text.ends_with(';')) continue;
      Finding& finding = out.report(
          address.where, subject_of(policy),
          fmt::format("e-mail address policy '{}' has the X.400 address '{}', which does not end "
                      "in a semicolon, so that X.400 addresses made by it are not routed",
                      policy.name(), text));
      finding.detail = text;
    }
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::email_address_policy,
                                    .property = Property::enabled_email_address_templates}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 1> kSources = {"ExBPA aa997733"};

}  // namespace

extern const Rule x400_proxy_without_terminator;
const Rule x400_proxy_without_terminator = {
    .info = {.code = "CL507",
             .name = "x400-proxy-without-terminator",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "organization",
             .summary = "The X.400 address of a recipient policy does not end in a semicolon",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
