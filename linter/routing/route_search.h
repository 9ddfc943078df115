// One question about an address, asked from any number of places. Internal to routing: questions
// are asked of RoutingModel.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/routing/recipients.h"
#include "linter/routing/route.h"
#include "linter/routing/selection/answer.h"
#include "linter/routing/selection/selection.h"
#include "linter/routing/selection/walk.h"

namespace connlint {

/// Answers for one address, size and set of things that are down. Keeps references to what it is
/// made from, which must outlive it.
class RouteSearch {
 public:
  RouteSearch(const Landscape& landscape, const Query& query);
  RouteSearch(const Landscape&&, const Query&) = delete;
  RouteSearch(const Landscape&, const Query&&) = delete;

  [[nodiscard]] Route route(Place from);

 private:
  /// The address read in one way, with what was worked out so far.
  struct Asked {
    Asked(const Landscape& landscape, const Query& query, Reading reading)
        : session(landscape, query, reading, cache) {}
    PathCache cache;
    Session session;
    Stations stations;
  };
  enum Readings : std::uint8_t { as_documented, bare_domains, legacy_cost };
  static constexpr std::size_t kReadings = 3;

  Asked& asked(Readings reading);
  [[nodiscard]] Route answer_from(Place from);
  [[nodiscard]] Route from_edge(ServerId edge);
  [[nodiscard]] Route from_inside(Place from, Spot spot, std::optional<ServerId> server);
  [[nodiscard]] Route by_connectors(Spot spot, std::optional<ServerId> server);
  [[nodiscard]] Route forwarded(Place from);
  void add_alternative(Readings reading, std::string_view why, Spot from,
                       std::optional<ServerId> server, Route& route);
  void add_notes(Route& route) const;
  [[nodiscard]] Outcomes edge_outcomes(const Choice& choice, ServerId edge) const;
  [[nodiscard]] std::vector<Candidate> not_evaluated(std::string_view why) const;

  const Landscape& landscape_;
  const Query& query_;
  Resolution resolution_;
  std::array<std::unique_ptr<Asked>, kReadings> asked_;
  /// The question about the target address of a recipient, where there is one.
  std::unique_ptr<Query> forward_query_;
  std::unique_ptr<RouteSearch> forward_;
  bool follows_targets_ = true;
};

}  // namespace connlint
