// Which Receive connector of a server takes an SMTP session, and what the sender may do: by the
// local binding, then by the most specific range of remote addresses ("Receive connectors").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/model/ip_range.h"
#include "linter/model/organization.h"
#include "linter/routing/inbound/receive_rights.h"
#include "linter/support/result.h"

namespace connlint {

/// A question about a session.
struct SessionQuery {
  /// The server as it is known: the name of a server, or of one that Receive connectors name.
  std::string server;
  std::uint16_t port = 25;
  /// As it was asked: `EX01:25`.
  std::string to;
  IpAddress sender;
  std::string sender_text;
};

/// What becomes of the session.
enum class SessionVerdict : std::uint8_t {
  accepted,
  refused,          ///< No Receive connector takes it: the connection is closed.
  unknown,          ///< The inputs do not tell.
  model_dependent,  ///< It depends on the local address, or on what no source settles.
};
/// `accepted`, `model-dependent`, ...
std::string_view word_of(SessionVerdict verdict);

/// The step that decided about a Receive connector.
enum class SessionOutcome : std::uint8_t {
  chosen,
  other_server,
  other_port,  ///< No binding on the port that the session can come to.
  no_range,
  less_specific,
  disabled,
  not_evaluated,
};
/// `chosen`, `other-server`, ...
std::string_view word_of(SessionOutcome outcome);

struct SessionCandidate {
  ConnectorId connector{};
  SessionOutcome outcome = SessionOutcome::not_evaluated;
  std::string detail;
};

struct SessionAnswer {
  SessionVerdict verdict = SessionVerdict::unknown;
  std::optional<ConnectorId> connector;
  /// A sentence without final stop.
  std::string reason;
  /// Of the connector; empty where there is none, or where no input tells.
  std::vector<std::string> authentication, permission_groups;
  Relay relay = Relay::unknown;
  /// The largest message that it takes, or null.
  const Size* max_message_size = nullptr;
  /// All Receive connectors: those of the server first, each by name.
  std::vector<SessionCandidate> candidates;
};

/// Reads `SERVER` or `SERVER:PORT` and an address. The error says what was expected; of a server
/// that no input knows it names the nearest known one.
Result<SessionQuery> session_query(const Organization& organization, std::string_view to,
                                   std::string_view sender_ip);

/// The answer to a question.
SessionAnswer receive_session(const Organization& organization, const SessionQuery& query);

}  // namespace connlint
