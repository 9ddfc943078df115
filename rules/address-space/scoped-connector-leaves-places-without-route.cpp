#include <algorithm>
#include <set>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
#include "linter/routing/topology/topology.h"

namespace connlint::rules {
namespace {

/// The places from which mail can start, and which of them have mailbox servers of Exchange 2007
/// and later.
struct Starts {
  std::vector<Place> places;
  std::vector<bool> lists;
};

bool is_known(const Topology& topology, Place place) {
  return place.kind == PlaceKind::site ? place.index != topology.unknown_site()
                                       : place.index != topology.unknown_group();
}

Starts starts_of(const Context& in) {
  const Topology& topology = in.routing.topology();
  std::vector<bool> site_lists(in.organization.sites.size() + 1, false);
  for (ServerId id : list_servers(in.organization)) {
    const std::optional<Spot> spot = topology.spot_of(id);
    if (spot && !spot->legacy) site_lists[spot->index] = true;
  }
  Starts starts;
  for (const Place& place : in.routing.places()) {
    if (!is_known(topology, place)) continue;
    starts.places.push_back(place);
    starts.lists.push_back(place.kind == PlaceKind::site && site_lists[place.index]);
  }
  return starts;
}

std::string names_of(const Context& in, const std::vector<Place>& places) {
  std::vector<std::string> names;
  for (const Place& place : places) names.push_back(in.routing.name_of(place).name);
  std::ranges::sort(names, LessIgnoringCase());
  return listed(names);
}

/// What becomes of mail without a route.
std::string_view consequence(const ScopeGap& gap, const std::vector<Place>& without) {
  const bool waits = gap.address.type == "SMTP" &&
                     std::ranges::all_of(
                         without, [](const Place& place) { return place.kind == PlaceKind::site; });
  if (waits) return "so that it waits in the Unreachable queue until it expires";
  return gap.address.type == "SMTP" ? "so that it waits in the Unreachable queue or is returned"
                                    : "so that transport returns it";
}

/// The places that the connectors are not seen from and that have no other route. What cached-mode
/// clients of a mailbox server make of another type than SMTP and X400 is the matter of CL103 and
/// CL602.
std::vector<Place> places_without(const Context& in, const ScopeGap& gap, const Starts& starts) {
  std::vector<Place> without;
  for (std::size_t i = 0; i < starts.places.size(); ++i) {
    const bool of_client = starts.lists[i] && !always_listed(gap.address.type);
    if (!of_client && !gap.covers(starts.places[i])) without.push_back(starts.places[i]);
  }
  const Query query{
      .address = gap.address, .from = {}, .size = {}, .down = {}, .detail = Detail::answer};
  const std::vector<Route> routes = in.routing.routes(query, without);
  std::vector<Place> lost;
  for (std::size_t i = 0; i < without.size(); ++i) {
    if (!routes[i].counts_as_routed()) lost.push_back(without[i]);
  }
  return lost;
}

void report(const Context& in, Sink& out, const ScopeGap& gap, const std::vector<Place>& without) {
  const auto [id, index] = gap.carriers.front();
  const Connector& connector = in.organization.connector(id);
  const AddressSpace& space = connector.address_spaces()[index];
  Finding& finding = out.report(connector, space,
                                "{} is seen from {} only: from {} no connector takes such mail, {}",
                                described(space, connector), names_of(in, gap.covered),
                                names_of(in, without), consequence(gap, without));
  for (const auto& [other_id, other_index] : gap.carriers) {
    if (other_id == id) continue;
    const Connector& other = in.organization.connector(other_id);
    const AddressSpace& other_space = other.address_spaces()[other_index];
    finding.also(other_space.where, "{} is scoped too", described(other_space, other));
  }
}

/// The types that are missing from lists of cached-mode clients, of which other rules speak.
std::set<std::string> types_with_gaps(const ListGaps& gaps) {
  std::set<std::string> types;
  for (const ListGap& gap : gaps.gaps) types.insert(gap.type);
  return types;
}

void check(const Context& in, Sink& out) {
  const std::vector<ScopeGap> gaps = in.routing.scope_gaps();
  if (gaps.empty()) return;
  const Starts starts = starts_of(in);
  const std::set<std::string> listing = types_with_gaps(in.facts.list_gaps());
  for (const ScopeGap& gap : gaps) {
    if (listing.contains(gap.address.type)) continue;
    const std::vector<Place> without = places_without(in, gap, starts);
    if (!without.empty()) report(in, out, gap, without);
  }
}

}  // namespace

Rule scoped_connector_leaves_places_without_route() {
  return {
      .code = "CL113",
      .severity = Severity::warning,
      .confidence = Confidence::documented,
      .profiles = Profile::recommended,
      .needs = {{ObjectKind::connector, Property::scope}, {ObjectKind::server}},
      .sources = "Connector selection in external message routing; New-SendConnector; KB 287058",
      .check = check};
}

}  // namespace connlint::rules
