// Routes and address types for people, at a terminal and in logs.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "linter/model/wording.h"
#include "linter/report/columns.h"
#include "linter/report/escape.h"
#include "linter/report/route_text.h"
#include "linter/report/routes.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kJsonHead = R"({
  "schema": "connlint/route/1",
  "routes": [)";

/// Lines of text. What comes from inputs is made harmless here: each line is escaped and guarded.
class Lines {
 public:
  void add(std::string_view text) { out_ += message_line(text); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Rows with their columns below each other.
class Table {
 public:
  /// The last cell is not padded.
  void add(std::vector<std::string> cells) {
    for (std::string& cell : cells) cell = escaped(cell);
    widths_.resize(std::max(widths_.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths_[i] = std::max(widths_[i], columns_of(cells[i]));
    }
    rows_.push_back(std::move(cells));
  }

  void write(std::string_view indentation, Lines& out) const {
    for (const std::vector<std::string>& cells : rows_) {
      std::string line(indentation);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        line += cells[i];
        if (i + 1 < cells.size()) line.append(widths_[i] - columns_of(cells[i]) + 2, ' ');
      }
      while (line.ends_with(' ')) line.pop_back();
      out.add(line);
    }
  }

 private:
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
};

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
    case Verdict::unreachable: return "unreachable";
    case Verdict::ndr: return "returned with an NDR";
    case Verdict::loop: return "loops";
    case Verdict::model_dependent:
      return fmt::format("routed by {}, but it depends on what no source settles",
                         connectors.empty() ? "the SMTP virtual server" : connectors);
  }
  return {};
}

std::string answer_line(const Organization& organization, const AnsweredQuery& answered) {
  const Route& route = answered.route;
  const Address& address = answered.query.address;
  std::string text = address.written;
  if (!address.encapsulation.empty()) text += fmt::format(" ({}:{})", address.type, address.value);
  text += fmt::format(" from {} '{}': ", title_of(route.from.kind), route.from.name);
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
void add_way(const Answer& answer, Table& table) {
  if (!answer.path.empty()) table.add({"path:", path_text(answer.path)});
  if (answer.stops.size() > 1) table.add({"stops:", join(answer.stops, ", ")});
  if (answer.cost) table.add({"cost:", cost_text(*answer.cost)});
}

void write_route(const Organization& organization, const AnsweredQuery& answered, Lines& out) {
  const Route& route = answered.route;
  out.add(answer_line(organization, answered));
  Table facts;
  add_way(route.answer, facts);
  facts.add({"reason:", route.answer.reason});
  if (answered.gate.verdict != GateVerdict::not_asked) {
    facts.add(
        {"client:", fmt::format("{}: {}", word_of(answered.gate.verdict), answered.gate.reason)});
  }
  for (const Answer& other : route.alternatives) {
    const std::string connectors = connectors_text(organization, other.connectors);
    facts.add({"or:", connectors.empty() ? std::string("no connector") : connectors});
    add_way(other, facts);
    facts.add({"reason:", other.reason});
  }
  facts.write("  ", out);
  if (route.candidates.empty()) return;
  out.add("  connectors:");
  Table candidates;
  for (const Candidate& candidate : route.candidates) {
    candidates.add({candidate.name, std::string(word_of(candidate.outcome)), candidate.space,
                    candidate.detail});
  }
  candidates.write("    ", out);
}

std::string restart_text(const ClientListState& client) {
  return client.store_restart ? "restart the Information Store, then Outlook"
                              : "restart Outlook (the Information Store was started since)";
}

void write_client(const ClientListState& client, Lines& out) {
  out.add(fmt::format("  the client's own list, as far as its bytes can be read: {}",
                      join(client.types, ", ")));
  if (client.lacking.empty()) return;
  out.add(fmt::format("  the client's own list is stale: it lacks {}: {}",
                      join(client.lacking, ", "), restart_text(client)));
}

void write_types(const Organization& organization, const AnsweredTypes& answered, Lines& out) {
  const Server& server = organization.server(answered.types.server);
  std::string heading(server.name());
  if (server.site) heading += fmt::format(" in site '{}'", organization.site(*server.site).name());
  if (!answered.types.known) heading += ": not known: " + answered.types.unknown_reason;
  out.add(heading);
  Table table;
  for (const GivenType& given : answered.types.types) {
    table.add({given.type,
               connectors_text(organization, given.connectors) +
                   (given.after_restart ? ", once the Information Store is restarted, then Outlook"
                                        : "")});
  }
  for (const MissingType& type : answered.types.missing) {
    const bool open = !answered.types.known && type.reason == answered.types.unknown_reason;
    table.add({type.type, open ? "not known" : "missing: " + type.reason});
  }
  table.write("  ", out);
  if (answered.types.known && answered.types.types.empty() && answered.types.missing.empty()) {
    out.add("  no connector gives a type of its own");
  }
  if (answered.client) write_client(*answered.client, out);
}

}  // namespace

std::string route_text(const Organization& organization, const AnsweredQuery& answered) {
  Lines out;
  write_route(organization, answered, out);
  return out.take();
}

std::string RoutesWriter::add(const AnsweredQuery& answered) {
  const bool first = std::exchange(first_, false);
  if (format_ == Format::text) {
    return (first ? "" : "\n") + route_text(organization_, answered);
  }
  return (first ? std::string(kJsonHead) + "\n" : std::string(",\n")) +
         route_json(organization_, answered);
}

std::string RoutesWriter::finish() {
  if (format_ == Format::text) return {};
  return first_ ? std::string(kJsonHead) + "]\n}\n" : std::string("\n  ]\n}\n");
}

std::string types_text(const Organization& organization, std::span<const AnsweredTypes> servers) {
  Lines out;
  for (const AnsweredTypes& answered : servers) {
    write_types(organization, answered, out);
    out.add({});
  }
  out.add(servers.empty()
              ? "No mailbox server is known."
              : "Besides these, SMTP, X400, EX and MAPIPDL are in every client's list.");
  return out.take();
}

}  // namespace connlint
