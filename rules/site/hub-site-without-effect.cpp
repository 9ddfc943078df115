#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/routing/topology/topology.h"
#include "linter/routing/topology/used_paths.h"

namespace connlint::rules {
namespace {

bool is_marked(const Site& site) { return site.flag(Property::hub).value_or(false); }

/// By site: whether a least-cost path between two other sites with servers passes it.
std::vector<bool> passed_sites(const Topology& topology, const std::vector<std::uint32_t>& served) {
  std::vector<bool> passed(topology.organization().sites.size(), false);
  for (std::uint32_t from : served) {
    const UsedPaths used = used_paths(topology, from, served);
    for (std::size_t i = 0; i < passed.size(); ++i) passed[i] = passed[i] || used.passed[i];
  }
  return passed;
}

Finding& report(const Site& site, std::string_view why, Sink& out) {
  Finding& finding =
      out.report(site, Property::hub, "site '{}' is a hub site {}", site.name(), why);
  return finding;
}

void check(const Context& in, Sink& out) {
  constexpr std::size_t kMostSites = 2000;
  const Organization& organization = in.organization;
  if (std::ranges::none_of(organization.sites, is_marked)) {
    return out.not_applicable("the inputs hold no hub site");
  }
  const Topology& topology = in.routing.topology();
  std::vector<std::uint32_t> with_server;
  for (std::uint32_t i = 0; i < organization.sites.size(); ++i) {
    const Site& site = organization.sites[i];
    if (!is_marked(site)) continue;
    if (topology.is_hub(i)) {
      with_server.push_back(i);
    } else {
      report(site, "without a transport server, so that mail does not stop there", out);
    }
  }
  if (with_server.empty()) return;
  if (topology.links_assumed()) return out.not_judged("the site links are not known");
  // All pairs of sites are looked at, which takes too long where there are very many.
  if (organization.sites.size() > kMostSites) {
    return out.not_judged("there are more than {} sites", kMostSites);
  }
  const std::vector<std::uint32_t> served = served_sites(topology);
  const std::vector<bool> passed = passed_sites(topology, served);
  for (std::uint32_t i : with_server) {
    if (passed[i]) continue;
    Finding& finding = report(
        organization.sites[i],
        "on no least-cost path between two other sites with servers, so that it has no effect",
        out);
    // Between two sites there is nothing to pass yet.
    if (served.size() < 3) finding.severity = Severity::info;
  }
}

}  // namespace

Rule hub_site_without_effect() {
  return {.code = "CL413",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::site}, {ObjectKind::server, Property::site}},
          .sources = R"(Exchange 2013 help, "Route mail between Active Directory sites"; )"
                     "Set-ADSite",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
