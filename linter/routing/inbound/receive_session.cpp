#include "linter/routing/inbound/receive_session.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "linter/facts/listener.h"
#include "linter/model/wording.h"
#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// A name without its DNS domain.
std::string_view host_label(std::string_view name) { return name.substr(0, name.find('.')); }

bool same_host(std::string_view a, std::string_view b) {
  return equals_ignoring_case(host_label(a), host_label(b));
}

bool is_loopback(const IpAddress& address) {
  if (address.v6) return address.high == 0 && address.low == 1;
  constexpr std::uint64_t kFirstOctet = 24;
  constexpr std::uint64_t kLoopbackNet = 127;
  return address.low >> kFirstOctet == kLoopbackNet;
}

bool holds(const IpRange& range, const IpAddress& address) {
  return range.first.v6 == address.v6 && range.first <= address && address <= range.last;
}

/// The number of addresses of a range less one, as two words.
using RangeWidth = std::tuple<std::uint64_t, std::uint64_t>;
RangeWidth width_of(const IpRange& range) {
  const std::uint64_t low = range.last.low - range.first.low;
  const std::uint64_t borrow = range.last.low < range.first.low ? 1 : 0;
  return {range.last.high - range.first.high - borrow, low};
}

/// The narrowest range of a connector that holds the sender.
struct Hit {
  ConnectorId connector{};
  RangeWidth width;
  std::string_view range;
};

/// What one connector of the server has to do with the session.
struct Look {
  SessionCandidate candidate;
  /// The local addresses of the bindings that the session can come to.
  std::vector<IpAddress> addresses;
  std::optional<Hit> hit;
};

class SessionSearch {
 public:
  SessionSearch(const Organization& organization, const SessionQuery& query)
      : organization_(organization), query_(query) {}

  SessionAnswer answer() {
    for (std::size_t i = 0; i < organization_.connectors.size(); ++i) {
      const Connector& connector = organization_.connectors[i];
      if (connector.kind == ConnectorKind::receive) look_at(static_cast<ConnectorId>(i), connector);
    }
    choose();
    for (Look& look : looks_) answer_.candidates.push_back(std::move(look.candidate));
    std::ranges::stable_sort(answer_.candidates, {}, [&](const SessionCandidate& candidate) {
      return std::tuple(candidate.outcome == SessionOutcome::other_server,
                        lower(organization_.connector(candidate.connector).name()));
    });
    return std::move(answer_);
  }

 private:
  const Connector& connector_of(const Look& look) const {
    return organization_.connector(look.candidate.connector);
  }

  void look_at(ConnectorId id, const Connector& connector) {
    Look look;
    look.candidate.connector = id;
    const std::string_view server = connector.text(Property::server);
    if (server.empty()) {
      decide(look, SessionOutcome::not_evaluated, "no input tells its server");
      open_.push_back(id);
    } else if (!same_host(server, query_.server)) {
      decide(look, SessionOutcome::other_server, fmt::format("of server {}", quoted(server)));
    } else if (!connector.counts_as_enabled()) {
      decide(look, SessionOutcome::disabled, "disabled");
    } else if (!connector.states(Property::bindings)) {
      decide(look, SessionOutcome::not_evaluated, "no input tells its bindings");
      open_.push_back(id);
    } else {
      look_at_bindings(look, connector);
    }
    looks_.push_back(std::move(look));
  }

  static void decide(Look& look, SessionOutcome outcome, std::string detail) {
    look.candidate.outcome = outcome;
    look.candidate.detail = std::move(detail);
  }

  void look_at_bindings(Look& look, const Connector& connector) {
    bool on_port = false;
    for (const Located<std::string>& text : connector.names(Property::bindings)) {
      const std::optional<Binding> binding = parse_binding(*text);
      if (!binding || binding->port != query_.port) continue;
      on_port = true;
      if (can_come_to(binding->address)) look.addresses.push_back(binding->address);
    }
    if (look.addresses.empty()) {
      std::string detail = "bound to " + bindings_text(connector);
      if (on_port) {
        detail += fmt::format(", where a session from {} does not arrive", query_.sender_text);
      }
      return decide(look, SessionOutcome::other_port, std::move(detail));
    }
    if (!connector.states(Property::remote_ip_ranges)) {
      open_.push_back(look.candidate.connector);
      return decide(look, SessionOutcome::not_evaluated, "no input tells its remote addresses");
    }
    look.hit = hit_of(look.candidate.connector);
    if (!look.hit) {
      decide(look, SessionOutcome::no_range,
             fmt::format("none of its {} holds {}",
                         count_text(connector.names(Property::remote_ip_ranges).size()),
                         query_.sender_text));
    }
  }

  static std::string count_text(std::size_t count) {
    return count == 1 ? "1 range" : fmt::format("{} ranges", count);
  }

  static std::string bindings_text(const Connector& connector) {
    std::vector<std::string> texts;
    for (const auto& binding : connector.names(Property::bindings)) texts.push_back(*binding);
    return join(texts, ", ");
  }

  /// Whether a session from the sender can arrive at the local address: of the same family, and
  /// loopback only from loopback.
  bool can_come_to(const IpAddress& local) const {
    if (local.v6 != query_.sender.v6) return false;
    return !is_loopback(local) || is_loopback(query_.sender);
  }

  std::optional<Hit> hit_of(ConnectorId id) const {
    std::optional<Hit> best;
    for (const ServedRange& served : served_ranges_of(organization_, id)) {
      if (!holds(served.range, query_.sender)) continue;
      const RangeWidth width = width_of(served.range);
      if (!best || width < best->width) best = Hit{id, width, served.text};
    }
    return best;
  }

  /// The connectors that listen on a local address, among those with a range for the sender.
  std::vector<Look*> hits_on(const IpAddress& local) {
    std::vector<Look*> hits;
    for (Look& look : looks_) {
      if (look.hit && std::ranges::find(look.addresses, local) != look.addresses.end()) {
        hits.push_back(&look);
      }
    }
    std::ranges::stable_sort(hits, {}, [&](const Look* look) {
      return std::tuple(look->hit->width, lower(connector_of(*look).name()));
    });
    return hits;
  }

  void choose() {
    std::set<IpAddress> locals;
    for (const Look& look : looks_) locals.insert(look.addresses.begin(), look.addresses.end());
    // The first answer is that for all local addresses that no binding names.
    std::vector<IpAddress> order(locals.begin(), locals.end());
    std::ranges::stable_sort(order, {},
                             [](const IpAddress& local) { return !is_any_address(local); });
    const Look* winner = nullptr;
    std::vector<std::string> others;
    for (const IpAddress& local : order) {
      const std::vector<Look*> hits = hits_on(local);
      if (hits.empty()) continue;
      if (winner == nullptr) {
        winner = hits.front();
        win(hits);
      } else if (hits.front() != winner) {
        others.push_back(other_address(*hits.front()));
      }
    }
    finish(winner, others);
  }

  /// Says what becomes of the hits on one local address; the first takes the session.
  void win(const std::vector<Look*>& hits) {
    Look& first = *hits.front();
    decide(first, SessionOutcome::chosen,
           fmt::format("range {} holds {}", quoted(first.hit->range), query_.sender_text));
    for (Look* look : hits) {
      if (look == &first) continue;
      const bool tie = look->hit->width == first.hit->width;
      if (tie) tied_.emplace_back(connector_of(*look).name());
      decide(*look, SessionOutcome::less_specific,
             fmt::format("range {} holds {} too, but {} of {} is {}", quoted(look->hit->range),
                         query_.sender_text, quoted(first.hit->range),
                         quoted(connector_of(first).name()), tie ? "the same" : "narrower"));
    }
  }

  /// A connector that takes the session where it comes to another local address.
  std::string other_address(Look& look) {
    std::string text = fmt::format(
        "{} where the session comes to a local address that it alone is "
        "bound to ({})",
        described(connector_of(look)), bindings_text(connector_of(look)));
    if (look.candidate.outcome != SessionOutcome::chosen) {
      decide(
          look, SessionOutcome::less_specific,
          fmt::format("takes the session where it comes to {}", bindings_text(connector_of(look))));
    }
    return text;
  }

  void finish(const Look* winner, const std::vector<std::string>& others) {
    const std::string server = quoted(query_.server);
    if (winner != nullptr) tell(*winner);
    for (Look& look : looks_) {
      if (look.candidate.outcome == SessionOutcome::not_evaluated &&
          look.candidate.detail.empty()) {
        decide(look, SessionOutcome::no_range, "none of its ranges holds the address");
      }
    }
    if (!open_.empty()) {
      answer_.verdict = SessionVerdict::unknown;
      const std::string open =
          fmt::format("server, bindings or remote addresses of {} are not known",
                      described(organization_.connector(open_.front())));
      answer_.reason += (answer_.reason.empty() ? "" : "; but ") + open;
      return;
    }
    if (winner == nullptr) return refuse(server);
    answer_.verdict = SessionVerdict::accepted;
    if (!tied_.empty()) {
      answer_.verdict = SessionVerdict::model_dependent;
      answer_.reason += fmt::format(
          "; {} has the same range on the same binding, which Exchange refuses, and which of them "
          "takes the session is not documented",
          listed(tied_));
    }
    if (!others.empty()) {
      answer_.verdict = SessionVerdict::model_dependent;
      answer_.reason += "; " + join(others, "; ");
    }
  }

  void refuse(const std::string& server) {
    const auto of_server = [](const Look& look) {
      return look.candidate.outcome != SessionOutcome::other_server;
    };
    if (std::ranges::none_of(looks_, of_server)) {
      answer_.verdict = SessionVerdict::unknown;
      answer_.reason = fmt::format(
          "the inputs hold no Receive connector of server {} (Get-ReceiveConnector | "
          "Export-Clixml)",
          server);
      return;
    }
    answer_.verdict = SessionVerdict::refused;
    const bool listens =
        std::ranges::any_of(looks_, [](const Look& look) { return !look.addresses.empty(); });
    answer_.reason =
        listens ? fmt::format(
                      "no enabled Receive connector on port {} of server {} has a range of "
                      "remote addresses that holds {}",
                      query_.port, server, query_.sender_text)
                : fmt::format(
                      "no enabled Receive connector of server {} listens on port {} for "
                      "{} sessions",
                      server, query_.port, query_.sender.v6 ? "IPv6" : "IPv4");
  }

  void tell(const Look& winner) {
    const Connector& connector = connector_of(winner);
    answer_.connector = winner.candidate.connector;
    answer_.authentication = flag_words(connector.text(Property::auth_mechanism));
    answer_.permission_groups = flag_words(connector.text(Property::permission_groups));
    answer_.relay = relay_of(organization_, connector);
    answer_.max_message_size = connector.get<Size>(Property::max_message_size);
    answer_.reason = fmt::format(
        "of the Receive connectors on port {} {} has the most specific range that holds {}: {}",
        query_.port, described(connector), query_.sender_text, quoted(winner.hit->range));
    switch (anonymous_submission_of(connector)) {
      case Submission::yes: break;
      case Submission::no:
        answer_.reason += "; who has not logged on may not submit messages (530 5.7.1)";
        break;
      case Submission::unknown:
        answer_.reason += "; whether anonymous users may submit messages is not known";
        break;
    }
  }

  const Organization& organization_;
  const SessionQuery& query_;
  std::vector<Look> looks_;
  std::vector<ConnectorId> open_;
  std::vector<std::string> tied_;
  SessionAnswer answer_;
};

/// The names of servers that sessions can come to, each once.
std::vector<std::string> known_servers(const Organization& organization) {
  std::map<std::string, std::string> names;
  for (const Server& server : organization.servers) {
    names.emplace(lower(host_label(server.name())), server.name());
  }
  for (const Connector& connector : organization.connectors) {
    const std::string_view server = connector.text(Property::server);
    if (connector.kind != ConnectorKind::receive || server.empty()) continue;
    names.emplace(lower(host_label(server)), server);
  }
  std::vector<std::string> out;
  for (auto& [key, name] : names) out.push_back(std::move(name));
  return out;
}

}  // namespace

std::string_view word_of(SessionVerdict verdict) {
  switch (verdict) {
    case SessionVerdict::accepted: return "accepted";
    case SessionVerdict::refused: return "refused";
    case SessionVerdict::unknown: return "unknown";
    case SessionVerdict::model_dependent: return "model-dependent";
  }
  return {};
}

std::string_view word_of(SessionOutcome outcome) {
  switch (outcome) {
    case SessionOutcome::chosen: return "chosen";
    case SessionOutcome::other_server: return "other-server";
    case SessionOutcome::other_port: return "other-port";
    case SessionOutcome::no_range: return "no-range";
    case SessionOutcome::less_specific: return "less-specific";
    case SessionOutcome::disabled: return "disabled";
    case SessionOutcome::not_evaluated: return "not-evaluated";
  }
  return {};
}

Result<SessionQuery> session_query(const Organization& organization, std::string_view to,
                                   std::string_view sender_ip) {
  SessionQuery query;
  std::string_view server = trim(to);
  const std::size_t colon = server.rfind(':');
  if (colon != std::string_view::npos) {
    constexpr std::int64_t kLastPort = 65535;
    const std::optional<std::int64_t> port = parse_integer(server.substr(colon + 1));
    if (!port || *port < 1 || *port > kLastPort) {
      return Error{
          fmt::format("--to {}: expected SERVER or SERVER:PORT with a port from 1 to 65535", to)};
    }
    query.port = static_cast<std::uint16_t>(*port);
    server = server.substr(0, colon);
  }
  const std::vector<std::string> known = known_servers(organization);
  const auto found =
      std::ranges::find_if(known, [&](const std::string& name) { return same_host(name, server); });
  if (found == known.end()) {
    const std::vector<std::string_view> words(known.begin(), known.end());
    const std::optional<std::string_view> near = nearest(server, words);
    return Error{fmt::format("--to: no server is named '{}'{}", server,
                             near ? fmt::format(": did you mean '{}'?", *near) : std::string())};
  }
  query.server = *found;
  query.to = fmt::format("{}:{}", *found, query.port);
  const std::optional<IpAddress> address = parse_ip_address(trim(sender_ip));
  if (!address) {
    return Error{
        fmt::format("--sender-ip {}: expected an IP address such as 192.0.2.10", sender_ip)};
  }
  query.sender = *address;
  query.sender_text = std::string(trim(sender_ip));
  return query;
}

SessionAnswer receive_session(const Organization& organization, const SessionQuery& query) {
  return SessionSearch(organization, query).answer();
}

}  // namespace connlint
