// The choice of a connector at one place, and what it is made of. Internal to routing: the
// questions are asked of RoutingModel.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "linter/routing/address/space_index.h"
#include "linter/routing/recipients.h"
#include "linter/routing/route.h"
#include "linter/routing/routed_connector.h"
#include "linter/routing/topology/topology.h"

namespace connlint {

/// Everything about an organisation that does not depend on the question.
struct Landscape {
  explicit Landscape(const Organization& organization);

  Topology topology;
  std::vector<RoutedConnector> routed_connectors;
  SpaceIndex spaces;
  Recipients recipients;
  /// The connectors whose address spaces no input tells, so that they may take any address.
  std::vector<ConnectorId> unknown_spaces;
  /// Whether all servers of Exchange 2000/2003 have link state changes suppressed.
  bool link_state_suppressed = false;
};

/// How the points are read that the sources leave open.
struct Reading {
  /// Exchange 2000/2003: `*.contoso.com` takes `contoso.com` itself.
  bool bare_domains = false;
  /// Exchange 2007 compares connectors of both worlds by routing group cost before site cost,
  /// instead of staying in its own routing group.
  bool legacy_cost_first = false;
};

/// What is compared at one place.
struct Distance {
  std::int64_t total = 0;
  /// Routing group connectors; zero in a pure organisation of Exchange 2007.
  std::int64_t group = 0;
  std::int64_t site = 0;
  std::uint32_t hops = 0;
  /// 0 this server, 1 this site, 2 elsewhere.
  int nearness = 0;
};

/// A connector of which an address space takes the address.
struct Entry {
  ConnectorId connector{};
  /// Index into the entries of the space index.
  std::uint32_t space = 0;
  Match match;
  std::int64_t space_cost = 1;
  Outcome outcome = Outcome::not_evaluated;
  /// Where its nearest source server is; nothing where that, or whether a path leads there, is not
  /// known.
  std::optional<Spot> goal;
  Distance distance;

  [[nodiscard]] std::int64_t cost() const { return distance.total + space_cost; }
};

/// What a place decides.
struct Choice {
  Spot at;
  /// One for each connector that takes the address, by connector.
  std::vector<Entry> entries;
  /// Indexes into `entries`, by name: one, or several among which the load is shared.
  std::vector<std::uint32_t> winners;
  /// Index into `entries` of one with the closest address space, where there is any.
  std::optional<std::uint32_t> closest;
  /// Whether every stop on the way to the winner decides in the same way, since nothing but cost
  /// decided and no connector is visible in some places only.
  bool settled = false;
  /// Exchange 2000/2003 without any SMTP connector: the virtual server delivers.
  bool virtual_server = false;
  /// Whether a point that the sources leave open (`Reading`) changed the choice.
  bool bare_domains_mattered = false;
  bool legacy_cost_mattered = false;
  /// Where there is no winner: what becomes of the mail, and why.
  Verdict failure = Verdict::ndr;
  std::string reason;
};

/// Paths that were computed for questions with the same size and the same things down.
struct PathCache {
  std::map<std::uint32_t, std::vector<PathLabel>> sites, groups, into_groups;

  /// Forgets what it holds where that has become much, so that memory stays linear in the number of
  /// places.
  void trim();
};

/// One question, with what was computed for it. Keeps references to what it is made from.
class Session {
 public:
  Session(const Landscape& landscape, const Query& query, Reading reading, PathCache& cache);
  Session(const Landscape&&, const Query&, Reading, PathCache&) = delete;
  Session(const Landscape&, const Query&&, Reading, PathCache&) = delete;

  [[nodiscard]] const Landscape& landscape() const { return landscape_; }
  [[nodiscard]] const Topology& topology() const { return landscape_.topology; }
  [[nodiscard]] const Query& query() const { return query_; }
  [[nodiscard]] const Reading& reading() const { return reading_; }

  /// One entry for each connector with a space that takes the address; the closest space, then the
  /// cheapest.
  const std::vector<Entry>& matched(MatchProfile profile, Width width);

  /// Called before a place decides. What the functions below return is valid until the next call.
  void enter();
  /// Says that until the next `enter` site paths from the site matter only as far as the best of
  /// the goals.
  void look_near(std::uint32_t site, std::span<const PathGoal> goals);

  /// Site paths from a site.
  const std::vector<PathLabel>& site_paths(std::uint32_t site);
  /// Paths from a routing group of Exchange 2000/2003 to all groups, over what is up.
  const std::vector<PathLabel>& group_paths(std::uint32_t group);
  /// Paths from a site of Exchange 2007 into the routing groups: least routing group cost, then
  /// least site cost to the source of the first connector. `second` is that site cost.
  const std::vector<PathLabel>& paths_into_groups(std::uint32_t site);
  /// The nearest of some sites, or nothing where none can be reached.
  std::optional<std::uint32_t> nearest_site(std::uint32_t from,
                                            const std::vector<std::uint32_t>& sites);

  /// Whether Exchange 2000/2003 takes a connector as down.
  [[nodiscard]] bool is_down(ConnectorId id) const;
  [[nodiscard]] bool is_down(const GroupLink& link) const;
  /// Whether what is down changes the choice in the routing groups.
  [[nodiscard]] bool routes_around() const {
    return !query_.down.empty() && !landscape_.link_state_suppressed;
  }

  /// Whether `Reading::bare_domains` decides about a space that takes the address in the profile;
  /// known once `matched` was called.
  [[nodiscard]] bool bare_domains_matter(MatchProfile profile) const {
    return bare_domains_[static_cast<std::size_t>(profile)];
  }

 private:
  [[nodiscard]] std::vector<bool> closed_links(bool around_down) const;

  const Landscape& landscape_;
  const Query& query_;
  Reading reading_;
  PathCache& cache_;
  /// The site of `look_near`, or `kNone`, and its paths.
  std::uint32_t near_site_ = kNone;
  std::vector<PathLabel> near_paths_;
  std::map<std::pair<MatchProfile, Width>, std::vector<Entry>> matched_;
  std::array<bool, 3> bare_domains_{};
};

/// The choice of a server of Exchange 2007 or later (connector selection; coexistence with
/// 2000/2003). `server` is nothing where any server of the site is meant.
Choice choose_modern(Session& session, std::uint32_t site, std::optional<ServerId> server);

/// The choice of a server of Exchange 2000/2003 or 5.5.
Choice choose_legacy(Session& session, std::uint32_t group, std::optional<ServerId> server);

/// For `choose_modern`: gives the entries that are hosted on Exchange 2000/2003 their distances
/// from the site; sets the outcome of those that cannot be reached.
void measure_legacy_hosted(Session& session, std::uint32_t site, std::optional<ServerId> server,
                           std::vector<Entry>& entries);
/// For `choose_modern`: the winner among entries hosted on Exchange 2000/2003 (indexes), with the
/// outcomes of the others set.
std::uint32_t best_legacy_hosted(const Session& session, std::vector<Entry>& entries,
                                 const std::vector<std::uint32_t>& among);

/// Sets `less_specific` on all entries still `not_evaluated` that are not the closest ones; returns
/// the indexes of the closest ones.
std::vector<std::uint32_t> keep_closest(std::vector<Entry>& entries);

/// Whether Exchange 2007 and later find the connector too small for the message of the question; a
/// limit of 0 is too small for every message.
bool is_too_small(const Session& session, const RoutedConnector& routed);

/// Whether an entry is hosted on Exchange 2000/2003.
bool is_legacy_hosted(const Session& session, const Entry& entry);

/// Whether `name_a` comes before `name_b`: the order of the last step of selection.
bool before_by_name(const Session& session, ConnectorId a, ConnectorId b);

/// The steps that look at a connector by itself, apart from its address spaces: its outcome, or
/// `not_evaluated` where it stays.
Outcome filter_modern(const Session& session, const Entry& entry, std::uint32_t site);
Outcome filter_legacy(const Session& session, const Entry& entry, std::uint32_t group);

/// The table of all connectors, as the place that decides sees them: one outcome each, by name.
std::vector<Candidate> candidates_of(const Session& session, const Choice& choice);

/// The same for those alone whose address spaces take the address, or are not known.
std::vector<Candidate> matching_candidates_of(const Session& session, const Choice& choice);

/// A connector none of whose address spaces takes the address.
Candidate candidate_without_space(const Session& session, const Choice& choice, ConnectorId id);

/// Why the place of an entry without `goal` is not known, as a clause.
std::string unknown_goal_text(const Session& session, const Entry& entry);

/// What decided about a matching connector, in words.
std::string detail_of(const Session& session, const Choice& choice, const Entry& entry);

}  // namespace connlint
