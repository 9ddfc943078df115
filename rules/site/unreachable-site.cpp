#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/routing/topology/islands.h"
#include "linter/routing/topology/site_joins.h"

namespace connlint::rules {
namespace {

std::string names_of(const Context& in, const Island& island) {
  std::vector<std::string> names;
  for (const Place& place : island.places) {
    names.emplace_back(in.organization.sites[place.index].name());
  }
  return listed(names);
}

void report(const Context& in, Sink& out, const Island& island, const Island& main) {
  const Site& site = in.organization.sites[island.places.front().index];
  const bool one = island.places.size() == 1;
  Finding& finding = out.report(
      site.where, subject_of(site),
      fmt::format(
          "no IP site link path joins {} {} to {}: Exchange 2007 and later compute no route "
          "between their servers, so that mail waits in the Unreachable queue and "
          "connectors on the other side are ignored",
          one ? "site" : "sites", names_of(in, island), names_of(in, main)));
  for (std::size_t i = 1; i < island.places.size(); ++i) {
    const Site& other = in.organization.sites[island.places[i].index];
    finding.related.push_back(
        {fmt::format("site {} is cut off with it", quoted(other.name())), other.where});
  }
}

/// Whether no IP site link joins the one site of an island, which CL412 and CL415 report.
bool is_unlinked(const Island& island, const std::vector<SiteJoins>& joins) {
  return island.places.size() == 1 && !joins[island.places.front().index].by_ip;
}

void check(const Context& in, Sink& out) {
  const std::vector<Island> islands = site_islands(in.routing.topology());
  const std::vector<SiteJoins> joins = site_joins_of(in.organization);
  for (std::size_t i = 1; i < islands.size(); ++i) {
    if (!is_unlinked(islands[i], joins)) report(in, out, islands[i], islands.front());
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::site_link, .property = {}},
                               Need{.kind = ObjectKind::server, .property = Property::site}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"Route mail between Active Directory sites",
                                                      "event 5016"};

}  // namespace

extern const Rule unreachable_site;
const Rule unreachable_site = {
    .info = {.code = "CL406",
             .name = "unreachable-site",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "site",
             .summary = "No site link path joins a site with Exchange servers to the other ones",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
