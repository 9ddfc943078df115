// How mail would be routed in an organisation: an immutable view.
// Knows model types only; no findings, no severities.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/model/organization.h"
#include "linter/routing/route.h"
#include "linter/support/result.h"

namespace connlint {

struct Landscape;
struct RoutedConnector;
class Topology;

/// Where the mail for one class of addresses leaves, seen from one place.
struct TableRow {
  /// The address space that the class stands for, with type and cost.
  std::string space;
  /// An address of the class.
  std::string address;
  Verdict verdict = Verdict::ndr;
  std::vector<ConnectorId> connectors;
  std::optional<std::int64_t> cost;
};

/// An address space that takes no mail since another connector has the same one.
struct SpaceLoss {
  ConnectorId connector{};
  /// Its place in the list of the connector.
  std::uint32_t space = 0;
  /// The connector that takes the mail even at the source servers of the first one.
  ConnectorId winner{};
  std::uint32_t winner_space = 0;
  /// Whether only the names tell them apart; else the winner is cheaper.
  bool by_name = false;
  /// As a source server of the connector sees them, with the way to each.
  std::int64_t cost = 0;
  std::int64_t winner_cost = 0;
};

/// An address that only scoped connectors take.
struct ScopeGap {
  /// Stands for all addresses of the class.
  Address address;
  /// The connectors and the places of their spaces in their lists, by name.
  std::vector<std::pair<ConnectorId, std::uint32_t>> carriers;
  /// The sites and routing groups that they are scoped to.
  std::vector<Place> covered;

  [[nodiscard]] bool covers(Place place) const;
};

/// An address whose mail comes back to a place that has handled it.
struct LoopCase {
  /// The address space that is chosen on the way and of which the places think differently.
  ConnectorId connector{};
  std::uint32_t space = 0;
  /// Stands for all addresses of the class.
  Address address;
  PlaceName from;
  /// From the start to the place that is there twice.
  std::vector<PlaceName> path;
};

/// Answers questions about routes. Keeps a reference to the organisation, which must outlive it.
/// What it needs beyond the organisation is computed at the first question, by one thread.
class RoutingModel {
 public:
  explicit RoutingModel(const Organization& organization);
  explicit RoutingModel(const Organization&&) = delete;
  ~RoutingModel();
  RoutingModel(RoutingModel&& other) noexcept;
  RoutingModel& operator=(RoutingModel&& other) = delete;

  [[nodiscard]] const Organization& organization() const { return organization_; }

  /// Every site and routing group that has servers which route mail; sites first, each by name.
  [[nodiscard]] std::vector<Place> places() const;
  /// The places that mail is asked from where none is named: `places` and the sites whose mailbox
  /// servers nobody routes for; the Edge Transport servers where there is nothing else.
  [[nodiscard]] std::vector<Place> starts() const;
  /// The servers, sites and routing groups of that name (`Administrative Group\Routing Group` too),
  /// without regard to case. Not the routing group of Exchange 2007, whose servers stand by their
  /// sites. An error names the nearest known name.
  [[nodiscard]] Result<std::vector<Place>> places_named(std::string_view name) const;
  [[nodiscard]] PlaceName name_of(Place place) const;
  /// The connectors, servers and site links of those names. An error names the nearest known name.
  [[nodiscard]] Result<Down> down_named(std::span<const std::string> names) const;
  /// The default accepted domain, or empty where no input tells.
  [[nodiscard]] std::string_view default_domain() const;

  /// Where a message for the address goes from the place, which may be an Edge Transport server.
  [[nodiscard]] Route route(const Query& query) const;
  /// The same from many places, in their order; `query.from` is not looked at. What places on the
  /// ways decide is worked out once.
  [[nodiscard]] std::vector<Route> routes(const Query& query, std::span<const Place> from) const;
  /// How a message for a mailbox in another place goes there; `size` in bytes.
  [[nodiscard]] InternalRoute route_to(Place from, Place to, std::optional<std::uint64_t> size = {},
                                       const Down& down = {}) const;

  /// An address that the address space of a connector (its place in the list) takes and, if one
  /// could be made, no closer one does; nothing where it takes none.
  [[nodiscard]] std::optional<Address> example_of(ConnectorId connector, std::uint32_t space) const;
  /// One row for each distinct address space, seen from the place: what becomes of an address that
  /// it takes and no closer one does.
  [[nodiscard]] std::vector<TableRow> table(Place from) const;
  /// The address spaces that no server chooses with nothing down, since another connector with the
  /// same space is always taken, by connector. Only those of Exchange 2007 and later, and only
  /// where it is certain whatever size, scope and place.
  [[nodiscard]] const std::vector<SpaceLoss>& lost_spaces() const;
  /// The addresses that only scoped connectors take, one for each distinct space of these.
  [[nodiscard]] std::vector<ScopeGap> scope_gaps() const;
  /// One for each address space whose mail loops from some place, with nothing down.
  [[nodiscard]] std::vector<LoopCase> loops() const;

  /// What each connector sends, by its id.
  [[nodiscard]] const std::vector<RoutedConnector>& routed_connectors() const;
  /// Where servers and connectors are, and how places are joined.
  [[nodiscard]] const Topology& topology() const;

 private:
  struct Lazy;
  [[nodiscard]] const Landscape& landscape() const;
  [[nodiscard]] std::vector<SpaceLoss> find_lost_spaces() const;

  const Organization& organization_;
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace connlint
