// The way of a message from place to place: every place that handles it decides again. Internal to
// routing: the questions are asked of RoutingModel.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "linter/routing/selection/selection.h"

namespace connlint {

/// A step from a place that decides to the next one that does.
struct Move {
  Spot to;
  /// The server that handles the message there, where it is known.
  std::optional<ServerId> server;
  /// The places passed, the last of them `to`.
  std::vector<Spot> nodes;
  /// The edges between the places; `kNone` where there is no site link (a routing group connector).
  std::vector<std::uint32_t> edges;
  /// Hub sites passed that decide in the same way and are no station of their own.
  std::vector<Spot> hubs;
  std::int64_t site_cost = 0;
  std::int64_t group_cost = 0;
  /// The routing group connector or connector with connected routing groups that was used.
  std::optional<ConnectorId> across;
};

/// A place that decides, and what it does with the message.
struct Station {
  Spot at;
  std::optional<ServerId> server;
  Choice choice;
  /// Connectors by which the message leaves from here.
  std::vector<Entry> delivered;
  /// Where else it goes: more than one only among equals of Exchange 2000/2003.
  std::vector<Move> moves;
  /// The chosen connectors that hand the message to a connected routing group.
  std::vector<ConnectorId> handed_over;
  /// Where neither happens.
  std::optional<Verdict> failure;
  std::string reason;
};

/// The stations that were made for one question, shared by all places that it is asked of: a place
/// decides in the same way each time.
class Stations {
 public:
  /// The station, or null where it was not made yet.
  [[nodiscard]] const Station* find(Spot at, std::optional<ServerId> server) const;
  const Station& add(Station station);

 private:
  using Key = std::tuple<bool, std::uint32_t, std::optional<ServerId>>;
  std::map<Key, std::unique_ptr<const Station>> known_;
};

/// All stations that a message can come to. They belong to `Stations`.
struct Walk {
  /// The first one is the start; `main` leads through the first move of each.
  std::vector<const Station*> stations;
  /// Indexes into `stations`, from the start on.
  std::vector<std::uint32_t> main;
  /// Whether a message can come back to a place that has handled it.
  bool loop = false;
  /// Whether it does so on its main way, so that it never arrives.
  bool main_loops = false;
};

/// Follows the message of the session's question.
Walk walk(Session& session, Stations& stations, Spot from, std::optional<ServerId> server);

/// Follows a message whose destination is fixed, such as a mailbox: no connector is chosen.
Walk walk_to(Session& session, Stations& stations, Spot from, Spot to);

}  // namespace connlint
