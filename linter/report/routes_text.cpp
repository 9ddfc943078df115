// Routes for people, at a terminal and in logs.
#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "linter/model/wording.h"
#include "linter/report/route_text.h"
#include "linter/report/routes.h"
#include "linter/report/text_lines.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kJsonHead = R"({
  "schema": "connlint/route/1",
  "routes": [)";

/// How many ways and near misses are shown where all are not asked for.
constexpr std::size_t kShownWays = 5;
constexpr std::size_t kShownMisses = 10;

std::string_view title_of(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::server: return "server";
    case PlaceKind::site: return "site";
    case PlaceKind::routing_group: return "routing group";
  }
  return {};
}

std::string connectors_text(const Organization& organization, const std::vector<ConnectorId>& ids) {
  std::vector<std::string> names;
  for (ConnectorId id : ids) names.push_back(described(organization.connector(id)));
  return join(names, ", ");
}

/// What becomes of the mail in transport.
std::string verdict_text(const Organization& organization, const Route& route) {
  const std::string connectors = connectors_text(organization, route.answer.connectors);
  switch (route.verdict) {
    case Verdict::routed:
      if (connectors.empty()) return "routed by the SMTP virtual server";
      return "routed by " + connectors;
    case Verdict::internal: return "internal, delivered inside the organisation";
    case Verdict::unreachable: return "unreachable";
    case Verdict::ndr: return "returned with an NDR";
    case Verdict::loop: return "loops";
    case Verdict::model_dependent:
      return fmt::format("routed by {}, but it depends on what no source settles",
                         connectors.empty() ? "the SMTP virtual server" : connectors);
  }
  return {};
}

/// `site 'A'`, `sites 'A', 'B' and routing group 'C'`.
std::string places_text(std::span<const AnsweredQuery* const> answers) {
  std::vector<std::string> pieces;
  for (PlaceKind kind : {PlaceKind::server, PlaceKind::site, PlaceKind::routing_group}) {
    std::vector<std::string> names;
    for (const AnsweredQuery* answer : answers) {
      if (answer->route.from.kind == kind) names.push_back(answer->route.from.name);
    }
    if (names.empty()) continue;
    const std::size_t count = names.size();
    if (count > kShownMisses) names.resize(kShownMisses);
    pieces.push_back(
        fmt::format("{}{} {}", title_of(kind), count == 1 ? "" : "s", listed(names, count)));
  }
  return join(pieces, " and ");
}

std::string answer_line(const Organization& organization,
                        std::span<const AnsweredQuery* const> equals) {
  const AnsweredQuery& answered = *equals.front();
  const Route& route = answered.route;
  const Address& address = answered.query.address;
  std::string text = address.written;
  if (!address.encapsulation.empty()) text += fmt::format(" ({}:{})", address.type, address.value);
  text += fmt::format(" from {}: ", places_text(equals));
  std::string verdict = verdict_text(organization, route);
  if (!route.queue_point.empty()) {
    verdict += fmt::format(", and waits in '{}' for what is down", route.queue_point);
  }
  if (answered.gate.verdict != GateVerdict::refused) return text + verdict;
  return text + "refused by Outlook in cached mode; in transport " + verdict;
}

/// `A -> B`.
std::string path_text(const std::vector<PlaceName>& path) {
  std::vector<std::string> names;
  for (const PlaceName& place : path) {
    names.push_back(fmt::format("{} '{}'", title_of(place.kind), place.name));
  }
  return join(names, " -> ");
}

/// The same with the middle of a long way counted.
std::string short_path_text(const std::vector<PlaceName>& path) {
  constexpr std::size_t kLongest = 8;
  constexpr std::ptrdiff_t kEnd = 3;
  if (path.size() <= kLongest) return path_text(path);
  return fmt::format("{} -> {} more -> {}", path_text({path.begin(), path.begin() + kEnd}),
                     path.size() - 2 * kEnd, path_text({path.end() - kEnd, path.end()}));
}

std::string cost_text(const Costs& cost) {
  std::string text =
      fmt::format("{} (path {}, address space {}", cost.total, cost.path, cost.address_space);
  if (cost.legacy) {
    text += fmt::format("; routing group connectors and address space {}", *cost.legacy);
  }
  if (cost.site) text += fmt::format("; site links {}", *cost.site);
  return text + ")";
}

/// Path, stops and costs of an answer, as far as there are any.
void add_way(const Answer& answer, TextTable& table) {
  if (!answer.path.empty()) table.add({"path:", path_text(answer.path)});
  if (answer.stops.size() > 1) table.add({"stops:", join(answer.stops, ", ")});
  if (answer.cost) table.add({"cost:", cost_text(*answer.cost)});
}

/// The ways from several places, one a row.
void add_ways(std::span<const AnsweredQuery* const> equals, TextTable& table) {
  if (equals.size() == 1) return add_way(equals.front()->route.answer, table);
  std::size_t shown = 0;
  for (const AnsweredQuery* answer : equals) {
    const Answer& way = answer->route.answer;
    if (way.path.empty()) continue;
    if (shown++ == kShownWays) break;
    std::string text = short_path_text(way.path);
    if (way.cost) text += ", cost " + cost_text(*way.cost);
    table.add({"path:", std::move(text)});
  }
  if (shown > kShownWays) {
    table.add({"", fmt::format("and {} more (--all shows each)", equals.size() - kShownWays)});
  }
}

/// What becomes of recipients that are not in the directory.
void add_not_found(const Organization& organization, const Route& route, TextTable& table) {
  if (!route.not_found) return;
  Route other;
  other.verdict = route.not_found->verdict;
  other.answer.connectors = route.not_found->connectors;
  table.add({"not found:",
             fmt::format("{}: {}", verdict_text(organization, other), route.not_found->reason)});
}

void add_alternatives(const Organization& organization, const Route& route, TextTable& table) {
  for (const Answer& other : route.alternatives) {
    const std::string connectors = connectors_text(organization, other.connectors);
    table.add({"or:", connectors.empty() ? std::string("no connector") : connectors});
    add_way(other, table);
    table.add({"reason:", other.reason});
  }
}

bool is_chosen(const Candidate& candidate) {
  return candidate.outcome == Outcome::chosen || candidate.outcome == Outcome::tied;
}

/// Whether an address space of the connector took the address, or might have.
bool is_near(const Candidate& candidate) {
  return is_chosen(candidate) || !candidate.space.empty() ||
         candidate.outcome == Outcome::not_evaluated;
}

void write_candidates(std::span<const AnsweredQuery* const> equals, bool all, TextLines& out) {
  const Route& route = equals.front()->route;
  std::vector<const Candidate*> shown;
  std::size_t left = 0;
  for (bool chosen : {true, false}) {
    for (const Candidate& candidate : route.candidates) {
      if (!all && is_chosen(candidate) != chosen) continue;
      if (all && !chosen) continue;
      if (!all && !is_near(candidate)) continue;
      if (!all && !chosen && shown.size() >= kShownMisses) {
        ++left;
        continue;
      }
      shown.push_back(&candidate);
    }
  }
  if (shown.empty()) return;
  out.add(equals.size() == 1
              ? "  connectors:"
              : fmt::format("  connectors, as {} '{}' sees them:", title_of(route.from.kind),
                            route.from.name));
  TextTable table;
  for (const Candidate* candidate : shown) {
    table.add({candidate->name, std::string(word_of(candidate->outcome)), candidate->space,
               candidate->detail});
  }
  table.write("    ", out);
  if (left > 0) out.add(fmt::format("    and {} more that match (--all shows each)", left));
}

/// The connectors that count for whether answers are equal: with the step that decided, whatever
/// the costs.
bool same_candidates(const Route& a, const Route& b) {
  return std::ranges::equal(a.candidates, b.candidates,
                            [](const Candidate& one, const Candidate& other) {
                              return one.connector == other.connector &&
                                     one.outcome == other.outcome && one.space == other.space;
                            });
}

}  // namespace

bool same_answer(const AnsweredQuery& a, const AnsweredQuery& b) {
  const Route& one = a.route;
  const Route& other = b.route;
  const bool same_not_found =
      one.not_found.has_value() == other.not_found.has_value() &&
      (!one.not_found || (one.not_found->verdict == other.not_found->verdict &&
                          one.not_found->connectors == other.not_found->connectors));
  return one.verdict == other.verdict && one.answer.connectors == other.answer.connectors &&
         one.answer.reason == other.answer.reason && one.queue_point == other.queue_point &&
         a.gate.verdict == b.gate.verdict && a.gate.reason == b.gate.reason && same_not_found &&
         one.alternatives.empty() == other.alternatives.empty() && same_candidates(one, other);
}

bool counts_as_routed(std::span<const AnsweredQuery> answers) {
  const auto refused = [](const AnsweredQuery& answer) {
    return answer.gate.verdict == GateVerdict::refused;
  };
  if (!answers.empty() && std::ranges::all_of(answers, refused)) return false;
  return std::ranges::all_of(
      answers, [](const AnsweredQuery& answer) { return answer.route.counts_as_routed(); });
}

std::string route_text(const Organization& organization,
                       std::span<const AnsweredQuery* const> equals, bool all) {
  TextLines out;
  const AnsweredQuery& first = *equals.front();
  out.add(answer_line(organization, equals));
  TextTable facts;
  add_ways(equals, facts);
  facts.add({"reason:", first.route.answer.reason});
  add_not_found(organization, first.route, facts);
  if (first.gate.verdict != GateVerdict::not_asked) {
    facts.add({"client:", fmt::format("{}: {}", word_of(first.gate.verdict), first.gate.reason)});
  }
  add_alternatives(organization, first.route, facts);
  facts.write("  ", out);
  write_candidates(equals, all, out);
  return out.take();
}

std::string RoutesWriter::text_of(std::span<const AnsweredQuery> answers) {
  const bool all = format_ == Format::all_text;
  // In the order of the first place of each.
  std::vector<std::vector<const AnsweredQuery*>> groups;
  std::unordered_multimap<std::size_t, std::size_t> known;
  for (const AnsweredQuery& answer : answers) {
    const std::size_t key = std::hash<std::string>{}(answer.route.answer.reason);
    auto [at, end] = known.equal_range(key);
    while (at != end && (all || !same_answer(*groups[at->second].front(), answer))) ++at;
    if (at != end) {
      groups[at->second].push_back(&answer);
      continue;
    }
    known.emplace(key, groups.size());
    groups.push_back({&answer});
  }
  std::string text;
  for (const auto& group : groups) {
    if (!std::exchange(first_, false)) text += "\n";
    text += route_text(organization_, group, all);
  }
  return text;
}

std::string RoutesWriter::json_of(std::span<const AnsweredQuery> answers) {
  std::string text;
  for (const AnsweredQuery& answer : answers) {
    text += std::exchange(first_, false) ? std::string(kJsonHead) + "\n" : std::string(",\n");
    text += route_json(organization_, answer);
  }
  return text;
}

std::string RoutesWriter::add(std::span<const AnsweredQuery> answers) {
  return format_ == Format::json ? json_of(answers) : text_of(answers);
}

std::string RoutesWriter::finish() {
  if (format_ != Format::json) return {};
  return first_ ? std::string(kJsonHead) + "]\n}\n" : std::string("\n  ]\n}\n");
}

}  // namespace connlint
