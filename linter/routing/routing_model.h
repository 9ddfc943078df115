// How mail would be routed in an organisation: an immutable view.
// Knows model types only; no findings, no severities.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/model/organization.h"
#include "linter/routing/route.h"
#include "linter/support/result.h"

namespace connlint {

struct Landscape;

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

/// Whether an address space ever takes mail.
struct SpaceUse {
  ConnectorId connector{};
  /// Its place in the list of the connector.
  std::uint32_t space = 0;
  /// Whether a place with servers chooses it for some address and size, with nothing down.
  bool chosen = false;
  /// Whether a place with servers told it from another connector by the names alone.
  bool decided_by_name = false;
};

/// Answers questions about routes. Keeps a reference to the organisation, which must outlive it.
/// What it needs beyond the organisation is computed at the first question, by one thread.
class RoutingModel {
 public:
  explicit RoutingModel(const Organization& organization);
  explicit RoutingModel(const Organization&&) = delete;
  ~RoutingModel();
  RoutingModel(RoutingModel&&) noexcept;
  RoutingModel& operator=(RoutingModel&&) = delete;

  [[nodiscard]] const Organization& organization() const { return organization_; }

  /// Every site and routing group that has servers; sites first, each by name.
  [[nodiscard]] std::vector<Place> places() const;
  /// The servers, sites and routing groups of that name (`Administrative Group\Routing Group` too),
  /// without regard to case. Not the routing group of Exchange 2007, whose servers stand by their
  /// sites. An error names the nearest known name.
  [[nodiscard]] Result<std::vector<Place>> places_named(std::string_view name) const;
  [[nodiscard]] PlaceName name_of(Place place) const;
  /// The connectors, servers and site links of those names. An error names the nearest known name.
  [[nodiscard]] Result<Down> down_named(std::span<const std::string> names) const;
  /// The default accepted domain, or empty where no input tells.
  [[nodiscard]] std::string_view default_domain() const;

  /// Where a message for the address goes from the place.
  [[nodiscard]] Route route(const Query& query) const;
  /// How a message for a mailbox in another place goes there; `size` in bytes.
  [[nodiscard]] InternalRoute route_to(Place from, Place to, std::optional<std::uint64_t> size = {},
                                       const Down& down = {}) const;

  /// One row for each distinct address space, seen from the place: what becomes of an address that
  /// it takes and no closer one does.
  [[nodiscard]] std::vector<TableRow> table(Place from) const;
  /// One for each address space of connectors that have such, by connector. Takes time in
  /// proportion to places times address spaces that are never chosen.
  [[nodiscard]] std::vector<SpaceUse> space_uses() const;

 private:
  struct Lazy;
  [[nodiscard]] const Landscape& landscape() const;

  const Organization& organization_;
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace connlint
