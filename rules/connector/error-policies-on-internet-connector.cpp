#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/model/flags.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    const std::string_view policies = connector.text(Property::error_policies);
    if (!connector.counts_as_enabled() || !has_other_flag(policies, "Default")) continue;
    if (internet_space_of(connector) == nullptr) continue;
    Finding& finding = out.report(
        connector.place_of(Property::error_policies), subject_of(in.organization, connector),
        fmt::format("{} takes all Internet mail and has the error policies '{}', which "
                    "are for a reliable channel to one partner: errors of strangers are "
                    "retried or changed, and senders learn of them late or not at all",
                    described(connector), policies));
    finding.detail = name_of(Property::error_policies);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::error_policies},
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule error_policies_on_internet_connector;
const Rule error_policies_on_internet_connector = {
    .info = {.code = "CL235",
             .name = "error-policies-on-internet-connector",
             .severity = Severity::warning,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary =
                 "A connector for all Internet mail has other than the default error policies",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
