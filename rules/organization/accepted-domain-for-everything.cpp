#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const AcceptedDomain& domain : in.organization.accepted_domains) {
    if (domain.name() != "*") continue;
    out.report(domain, Property::name,
               "the accepted domain '*' makes Exchange accept mail for every domain, so that "
               "servers which take mail from the Internet relay for everybody");
  }
}

}  // namespace

Rule accepted_domain_for_everything() {
  return {.code = "CL512",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::accepted_domain}},
          .sources = "ExBPA ff356850; HealthChecker OpenRelayDomain",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
