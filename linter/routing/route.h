// A question about a route and its answer, as the command `route` prints it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/model/organization.h"
#include "linter/routing/address/address.h"

namespace connlint {

enum class PlaceKind : std::uint8_t { server, site, routing_group };
/// `server`, `site`, `routing-group`.
std::string_view word_of(PlaceKind kind);

/// A place that mail can start from: an index into the organisation's servers, sites or routing
/// groups. One past the last site or group stands for servers whose site or group is not known.
struct Place {
  PlaceKind kind = PlaceKind::site;
  std::uint32_t index = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

/// A place as it is printed.
struct PlaceName {
  PlaceKind kind = PlaceKind::site;
  std::string name;

  friend bool operator==(const PlaceName&, const PlaceName&) = default;
};

/// What is taken as down: sorted ids.
struct Down {
  std::vector<ConnectorId> connectors;
  std::vector<ServerId> servers;
  std::vector<SiteLinkId> links;

  [[nodiscard]] bool empty() const {
    return connectors.empty() && servers.empty() && links.empty();
  }
  [[nodiscard]] bool holds(ConnectorId id) const {
    return std::ranges::binary_search(connectors, id);
  }
  [[nodiscard]] bool holds(ServerId id) const { return std::ranges::binary_search(servers, id); }
  [[nodiscard]] bool holds(SiteLinkId id) const { return std::ranges::binary_search(links, id); }
};

/// How much of an answer is wanted.
enum class Detail : std::uint8_t {
  answer,   ///< Everything but `candidates`.
  matches,  ///< Of `candidates` those with an address space that takes the address.
  trace,    ///< Every connector with the step that decided against it.
};

struct Query {
  Address address;
  Place from;
  /// The size of the message in bytes, or nothing: small.
  std::optional<std::uint64_t> size;
  Down down;
  Detail detail = Detail::trace;
};

/// What becomes of the mail.
enum class Verdict : std::uint8_t {
  routed,
  internal,  ///< An address of the organisation itself: delivered inside.
  unreachable,
  ndr,
  loop,
  model_dependent,
};
/// `routed`, `model-dependent`, ...
std::string_view word_of(Verdict verdict);

/// The step that decided about a connector.
enum class Outcome : std::uint8_t {
  chosen,
  tied,  ///< Exchange 2000/2003 shares the load among equals.
  disabled,
  ignored,  ///< Routing drops it before it compares anything.
  out_of_scope,
  too_small,
  no_match,
  less_specific,
  higher_cost,
  farther,
  later_name,
  unreachable,
  not_evaluated,
};
/// `chosen`, `out-of-scope`, ...
std::string_view word_of(Outcome outcome);

/// A connector and what decided about it.
struct Candidate {
  ConnectorId connector{};
  std::string name;
  /// The address space that was looked at, with type and cost; empty where none was.
  std::string space;
  Outcome outcome = Outcome::no_match;
  std::string detail;
};

struct Costs {
  std::int64_t total = 0;
  std::int64_t address_space = 0;
  /// `total` without the address space.
  std::int64_t path = 0;
  /// Where both kinds of server take part: routing group connectors and address space, and the site
  /// links.
  std::optional<std::int64_t> legacy, site;
};

/// One way to answer a question.
struct Answer {
  /// By name; several where Exchange 2000/2003 shares the load; none where nothing takes the mail.
  std::vector<ConnectorId> connectors;
  /// From the place asked about to that of the connector, both included.
  std::vector<PlaceName> path;
  /// Where the message is handled: hub sites and bridgeheads on the path, then the destination.
  std::vector<std::string> stops;
  /// Nothing where no connector takes the mail, or where its place is not known.
  std::optional<Costs> cost;
  /// A sentence without final stop.
  std::string reason;
};

/// What becomes of an internal recipient that is not in the directory.
struct NotFound {
  Verdict verdict = Verdict::ndr;
  /// In a relay domain those that take the mail.
  std::vector<ConnectorId> connectors;
  std::string reason;
};

struct Route {
  PlaceName from;
  Verdict verdict = Verdict::ndr;
  Answer answer;
  /// With `Verdict::internal`.
  std::optional<NotFound> not_found;
  /// By name; one for each connector that has address spaces, as far as `Detail` asks for them.
  std::vector<Candidate> candidates;
  /// The other readings, with `Verdict::model_dependent`.
  std::vector<Answer> alternatives;
  /// What the first place planned, where the mail then leaves by another connector, since every
  /// bridgehead decides again.
  std::optional<Answer> plan;
  /// The place where mail waits with what is taken as down, or empty.
  std::string queue_point;

  /// Whether mail leaves by some connector or is delivered inside, model-dependent answers too.
  [[nodiscard]] bool counts_as_routed() const {
    return verdict == Verdict::routed || verdict == Verdict::internal ||
           verdict == Verdict::model_dependent;
  }
};

/// The way of a message to a fixed place, such as a mailbox.
struct InternalRoute {
  /// `routed`, `unreachable`, `ndr` (larger than a site link takes) or `loop`.
  Verdict verdict = Verdict::unreachable;
  std::vector<PlaceName> path;
  /// Hub sites, bridgeheads and the destination.
  std::vector<std::string> stops;
  std::int64_t site_cost = 0;
  std::int64_t group_cost = 0;
  std::string queue_point;
  std::string reason;
};

}  // namespace connlint
