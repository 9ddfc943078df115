#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/routing/topology/site_joins.h"

namespace connlint::rules {
namespace {

bool has_server(const Organization& organization, std::size_t site) {
  return has_site_server(organization, static_cast<SiteId>(site));
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  std::size_t served = 0;
  for (std::size_t i = 0; i < organization.sites.size(); ++i) {
    if (has_server(organization, i)) ++served;
  }
  if (served < 2) return out.not_applicable("only one site has servers of Exchange 2007 or later");
  if (!organization.coverage.has(ObjectKind::site_link)) {
    return out.not_judged("the site links are not known");
  }
  const bool complete = std::ranges::all_of(
      organization.site_links, [](const SiteLink& link) { return link.states(Property::sites); });
  if (!complete) return out.not_judged("the sites of some site links are not known");
  const std::vector<SiteJoins> joins = site_joins_of(organization);
  for (std::size_t i = 0; i < joins.size(); ++i) {
    const Site& site = organization.sites[i];
    // A site that only SMTP links join is reported at the link.
    if (joins[i].by_ip || joins[i].by_smtp || !has_server(organization, i)) continue;
    out.report(site,
               "site '{}' has Exchange servers but is in no site link, so that mail between it and "
               "other sites stays in the Unreachable queue",
               site.name());
  }
}

}  // namespace

Rule site_without_site_link() {
  return {.code = "CL412",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::server, Property::site}},
          .sources =
              "event 5007; "
              R"(Exchange 2013 help, "Route mail between Active Directory sites")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
