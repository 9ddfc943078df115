#include "linter/engine/rule.h"
#include "linter/routing/topology/islands.h"
#include "linter/routing/topology/site_joins.h"

namespace connlint::rules {
namespace {

void report(const Context& in, Sink& out, const Island& island, const Island& main) {
  const Topology& topology = in.routing.topology();
  const Site& site = in.organization.sites[island.places.front().index];
  const bool one = island.places.size() == 1;
  Finding& finding = out.report(site,
                                "no IP site link path joins {} {} to {}: Exchange 2007 and later "
                                "compute no route between their servers, so that mail waits in the "
                                "Unreachable queue and connectors on the other side are ignored",
                                one ? "site" : "sites", listed(names_of(topology, island)),
                                listed(names_of(topology, main)));
  for (std::size_t i = 1; i < island.places.size(); ++i) {
    const Site& other = in.organization.sites[island.places[i].index];
    finding.also(other.where, "site {} is cut off with it", quoted(other.name()));
  }
}

/// Whether no IP site link joins the one site of an island, which CL412 and CL415 report.
bool is_unlinked(const Island& island, const std::vector<SiteJoins>& joins) {
  return island.places.size() == 1 && !joins[island.places.front().index].by_ip;
}

void check(const Context& in, Sink& out) {
  Unjudged open;
  for (SiteLinkId id : in.routing.topology().open_links()) {
    open.add(in.organization.site_link(id).name());
  }
  out.not_judged(open, "the sites of these site links are not known, so that they may join any");
  const std::vector<Island> islands = site_islands(in.routing.topology());
  const std::vector<SiteJoins> joins = site_joins_of(in.organization);
  for (std::size_t i = 1; i < islands.size(); ++i) {
    if (!is_unlinked(islands[i], joins)) report(in, out, islands[i], islands.front());
  }
}

}  // namespace

Rule unreachable_site() {
  return {.code = "CL406",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::site_link}, {ObjectKind::server, Property::site}},
          .sources = "Route mail between Active Directory sites; event 5016",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
