// The routing table of a place: every address space, asked with one address that stands for it.
#include <algorithm>
#include <set>

#include "linter/routing/address/address_class.h"
#include "linter/routing/routing_model.h"
#include "linter/routing/selection/answer.h"
#include "linter/routing/selection/selection.h"
#include "linter/routing/selection/walk.h"

namespace connlint {
namespace {

/// A class of addresses: those that a space takes and no closer one does.
struct AddressClass {
  /// Index into the entries of the space index.
  std::uint32_t entry = 0;
  Address address;
};

/// One class for each distinct space that an address could be made for.
std::vector<AddressClass> classes_of(const SpaceIndex& spaces) {
  std::vector<AddressClass> classes;
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (std::uint32_t i = 0; i < spaces.entries().size(); ++i) {
    const SpacePattern& pattern = spaces.entries()[i].pattern;
    if (!known.emplace(pattern.type(), pattern.text()).second) continue;
    std::optional<Address> address = representative(spaces, pattern);
    if (address) classes.push_back({i, std::move(*address)});
  }
  return classes;
}

}  // namespace

std::vector<TableRow> RoutingModel::table(Place from) const {
  const Landscape& all = landscape();
  const std::optional<Spot> at = all.topology.spot_of(from);
  std::vector<TableRow> rows;
  if (!at) return rows;
  Query query{.address = {}, .from = from, .size = {}, .down = {}, .detail = Detail::answer};
  PathCache cache;
  if (!at->legacy) cache.sites[at->index] = all.topology.paths_from_site(at->index);
  for (AddressClass& one : classes_of(all.spaces)) {
    query.address = std::move(one.address);
    Session session(all, query, {}, cache);
    Stations stations;
    Outcomes outcomes = answer_of(session, walk(session, stations, *at, std::nullopt));
    const SpaceEntry& entry = all.spaces.entries()[one.entry];
    const Connector& connector = organization_.connector(entry.connector);
    rows.push_back(
        {.space = to_text(connector.address_spaces()[entry.space]),
         .address = query.address.written,
         .verdict = outcomes.verdict,
         .connectors = std::move(outcomes.answer.connectors),
         .cost = outcomes.answer.cost ? std::optional(outcomes.answer.cost->total) : std::nullopt});
  }
  return rows;
}

}  // namespace connlint
