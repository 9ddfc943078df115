// Which address spaces take no mail since another connector has the same one.
//
// Where a connector loses at its own source servers, it loses everywhere: from any other place the
// way to the winner is at most as long as the way over the loser's site. That holds among
// connectors that all places see alike and that take messages of the same size, so that the others
// are not judged.
#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>

#include "linter/routing/address/address_class.h"
#include "linter/routing/routing_model.h"
#include "linter/routing/selection/selection.h"

namespace connlint {
namespace {

using EntryIds = std::vector<std::uint32_t>;

/// The type and the text of an address space.
using SpaceKey = std::pair<std::string_view, std::string_view>;
struct SpaceHash {
  std::size_t operator()(const SpaceKey& key) const {
    const std::hash<std::string_view> hash;
    return hash(key.second) ^ std::rotl(hash(key.first), 1);
  }
};
/// The entries of the same type and space.
using Groups = std::unordered_map<SpaceKey, EntryIds, SpaceHash>;

/// Whether routing compares the space with others at all.
bool is_usable(const Landscape& landscape, const SpaceEntry& entry) {
  const RoutedConnector& routed =
      landscape.routed_connectors[static_cast<std::size_t>(entry.connector)];
  return !routed.disabled && routed.dropped == Dropped::no && !entry.dropped;
}

Groups groups_of(const Landscape& landscape) {
  Groups groups;
  const std::vector<SpaceEntry>& entries = landscape.spaces.entries();
  groups.reserve(entries.size());
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (!is_usable(landscape, entries[i])) continue;
    groups[{entries[i].pattern.type(), entries[i].pattern.text()}].push_back(i);
  }
  std::erase_if(groups, [](const auto& group) { return group.second.size() < 2; });
  return groups;
}

/// The source servers of a connector of Exchange 2007 or later; none where any of them, or the
/// place of one, is not known.
std::vector<ServerId> sources_of(const Landscape& landscape, ConnectorId id) {
  const Topology& topology = landscape.topology;
  if (topology.placement_of(id).legacy) return {};
  std::vector<ServerId> servers;
  for (const ServerReference& source : topology.organization().connector(id).sources) {
    const std::optional<Spot> spot =
        source.server ? topology.spot_of(*source.server) : std::nullopt;
    if (!spot || spot->legacy || spot->index == topology.unknown_site()) return {};
    servers.push_back(*source.server);
  }
  return servers;
}

/// What became of an entry at its own servers.
struct Tally {
  bool chosen = false;
  bool open = false;
  std::optional<SpaceLoss> loss;
};

/// Judges the entries of one group.
class GroupJudge {
 public:
  GroupJudge(const Landscape& landscape, bool legacy_places)
      : landscape_(landscape), legacy_places_(legacy_places) {}

  void judge(const EntryIds& group, std::vector<SpaceLoss>& losses) {
    const std::vector<SpaceEntry>& entries = landscape_.spaces.entries();
    std::map<ServerId, EntryIds> at_server;
    for (std::uint32_t entry : group) {
      for (ServerId server : sources_of(landscape_, entries[entry].connector)) {
        at_server[server].push_back(entry);
      }
    }
    std::optional<Address> address =
        representative(landscape_.spaces, entries[group.front()].pattern);
    if (!address || at_server.empty()) return;
    const Query query{.address = std::move(*address),
                      .from = {},
                      .size = {},
                      .down = {},
                      .detail = Detail::answer};
    PathCache cache;
    Session session(landscape_, query, {}, cache);
    std::map<std::uint32_t, Tally> tallies;
    for (const auto& [server, own] : at_server) look(session, server, own, tallies);
    for (auto& [entry, tally] : tallies) {
      if (tally.loss && !tally.chosen && !tally.open) losses.push_back(*tally.loss);
    }
  }

 private:
  /// Counts what the server decides about the entries that it hosts.
  void look(Session& session, ServerId server, const EntryIds& own,
            std::map<std::uint32_t, Tally>& tallies) const {
    session.enter();
    const Choice choice =
        choose_modern(session, landscape_.topology.spot_of(server)->index, server);
    for (std::uint32_t id : own) {
      Tally& tally = tallies[id];
      // Both are in the order of the connectors.
      const auto entry = std::ranges::lower_bound(choice.entries, id, {}, &Entry::space);
      if (entry == choice.entries.end() || entry->space != id || choice.winners.empty()) {
        tally.open = true;
        continue;
      }
      count(*entry, choice.entries[choice.winners.front()], tally);
    }
  }

  void count(const Entry& entry, const Entry& winner, Tally& tally) const {
    if (entry.outcome == Outcome::chosen) {
      tally.chosen = true;
      return;
    }
    const bool by_name = entry.outcome == Outcome::later_name;
    if ((!by_name && entry.outcome != Outcome::higher_cost) || !is_sure(entry, winner)) {
      tally.open = true;
      return;
    }
    const std::vector<SpaceEntry>& entries = landscape_.spaces.entries();
    if (tally.loss && !by_name) return;
    tally.loss = SpaceLoss{.connector = entry.connector,
                           .space = entries[entry.space].space,
                           .winner = winner.connector,
                           .winner_space = entries[winner.space].space,
                           .by_name = by_name,
                           .cost = entry.cost(),
                           .winner_cost = winner.cost()};
  }

  /// Whether what the winner takes here it takes everywhere, whatever its size, for all who would
  /// choose the entry.
  [[nodiscard]] bool is_sure(const Entry& entry, const Entry& winner) const {
    const Organization& organization = landscape_.topology.organization();
    const RoutedConnector& own =
        landscape_.routed_connectors[static_cast<std::size_t>(entry.connector)];
    const RoutedConnector& other =
        landscape_.routed_connectors[static_cast<std::size_t>(winner.connector)];
    // Exchange 2000/2003 goes round what is down, and shares the load among equals.
    if (legacy_places_ && own.scope != Scope::site) return false;
    if (landscape_.topology.placement_of(winner.connector).legacy) return false;
    // A scoped connector is chosen in its own site only, where the winner is seen; any other one
    // may be chosen where a scoped winner is not.
    if (own.scope != Scope::site && other.scope != Scope::organization) return false;
    const bool both_tell =
        organization.connector(entry.connector).states(Property::max_message_size) ==
        organization.connector(winner.connector).states(Property::max_message_size);
    return both_tell && (!other.limit || (own.limit && *own.limit <= *other.limit));
  }

  const Landscape& landscape_;
  bool legacy_places_;
};

}  // namespace

std::vector<SpaceLoss> RoutingModel::find_lost_spaces() const {
  const Landscape& all = landscape();
  const bool legacy_places = std::ranges::any_of(all.topology.places(), [](const Place& place) {
    return place.kind == PlaceKind::routing_group;
  });
  GroupJudge judge(all, legacy_places);
  std::vector<SpaceLoss> losses;
  for (const auto& [space, group] : groups_of(all)) judge.judge(group, losses);
  std::ranges::sort(losses, {},
                    [](const SpaceLoss& loss) { return std::pair(loss.connector, loss.space); });
  return losses;
}

}  // namespace connlint
