#include <array>
#include <string_view>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const AcceptedDomain& domain : in.organization.accepted_domains) {
    if (domain.name() != "*") continue;
    Finding& finding =
        out.report(domain.place_of(Property::name), subject_of(domain),
                   "the accepted domain '*' makes Exchange accept mail for every domain, so that "
                   "servers which take mail from the Internet relay for everybody");
    finding.detail = name_of(Property::name);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::accepted_domain, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {"ExBPA ff356850",
                                                      "HealthChecker OpenRelayDomain"};

}  // namespace

extern const Rule accepted_domain_for_everything;
const Rule accepted_domain_for_everything = {
    .info = {.code = "CL512",
             .name = "accepted-domain-for-everything",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "organization",
             .summary = "The accepted domain '*' takes mail for every domain",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
