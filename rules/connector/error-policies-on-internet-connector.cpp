#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/model/flags.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    const std::string_view policies = connector.text(Property::error_policies);
    if (!connector.counts_as_enabled() || !has_other_flag(policies, "Default")) continue;
    if (internet_space_of(connector) == nullptr) continue;
    out.report(connector, Property::error_policies,
               "{} takes all Internet mail and has the error policies '{}', which are for a "
               "reliable channel to one partner: errors of strangers are retried or changed, and "
               "senders learn of them late or not at all",
               described(connector), policies);
  }
}

}  // namespace

Rule error_policies_on_internet_connector() {
  return {.code = "CL235",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::error_policies},
                    {ObjectKind::connector, Property::address_spaces}},
          .sources = "New-SendConnector",
          .from = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
