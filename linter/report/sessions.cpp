#include "linter/report/sessions.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "linter/model/wording.h"
#include "linter/report/json_text.h"
#include "linter/report/text_lines.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;

std::string_view word_of(Relay relay) {
  switch (relay) {
    case Relay::no: return "no";
    case Relay::external:
    case Relay::anonymous: return "yes";
    case Relay::unknown: return "unknown";
  }
  return {};
}

std::string relay_text(Relay relay) {
  switch (relay) {
    case Relay::no: return "no: only recipients in accepted domains from who has not logged on";
    case Relay::external:
      return "yes: every host of its ranges counts as an Exchange server (ExternalAuthoritative)";
    case Relay::anonymous:
      return "yes: anonymous users may send to any recipient (ms-Exch-SMTP-Accept-Any-Recipient)";
    case Relay::unknown:
      return "unknown: rights that were added stand neither in Get-ReceiveConnector nor in code "
             "that "
             "makes a connector (Get-ADPermission shows them)";
  }
  return {};
}

Json session_of(const Organization& organization, const AnsweredSession& session) {
  const SessionAnswer& answer = session.answer;
  Json candidates = Json::array();
  for (const SessionCandidate& candidate : answer.candidates) {
    candidates.push_back({{"connector", organization.connector(candidate.connector).name()},
                          {"outcome", connlint::word_of(candidate.outcome)},
                          {"detail", candidate.detail}});
  }
  Json value = {{"query",
                 {{"to", session.query.to},
                  {"sender_ip", session.query.sender_text},
                  {"certificate", nullptr},
                  {"mail_from", nullptr},
                  {"recipient", nullptr}}},
                {"verdict", connlint::word_of(answer.verdict)},
                {"code", nullptr},
                {"connector", nullptr},
                {"reason", answer.reason},
                {"authentication", answer.authentication},
                {"permission_groups", answer.permission_groups},
                {"relay", word_of(answer.relay)},
                {"max_message_size", nullptr}};
  if (answer.connector) value["connector"] = organization.connector(*answer.connector).name();
  if (answer.max_message_size != nullptr) {
    value["max_message_size"] = to_text(*answer.max_message_size);
  }
  value["candidates"] = std::move(candidates);
  return value;
}

/// `Tls, Integrated`, or `not known`.
std::string words_text(const std::vector<std::string>& words) {
  return words.empty() ? std::string("not known") : join(words, ", ");
}

void write_session(const Organization& organization, const AnsweredSession& session, bool all,
                   TextLines& out) {
  const SessionAnswer& answer = session.answer;
  std::string line = fmt::format("{} from {}: {}", session.query.to, session.query.sender_text,
                                 connlint::word_of(answer.verdict));
  if (answer.connector) {
    line += " by " + described(organization.connector(*answer.connector));
  }
  out.add(line);
  TextTable facts;
  facts.add({"reason:", answer.reason});
  if (answer.connector) {
    facts.add({"authentication:", words_text(answer.authentication)});
    facts.add({"permission groups:", words_text(answer.permission_groups)});
    facts.add({"relay:", relay_text(answer.relay)});
    facts.add({"largest message:", answer.max_message_size == nullptr
                                       ? std::string("not known")
                                       : to_text(*answer.max_message_size)});
  }
  facts.write("  ", out);
  TextTable candidates;
  std::size_t left = 0;
  for (const SessionCandidate& candidate : answer.candidates) {
    if (!all && candidate.outcome == SessionOutcome::other_server) {
      ++left;
      continue;
    }
    candidates.add({std::string(organization.connector(candidate.connector).name()),
                    std::string(connlint::word_of(candidate.outcome)), candidate.detail});
  }
  if (answer.candidates.size() > left) out.add("  connectors:");
  candidates.write("    ", out);
  if (left > 0) out.add(fmt::format("    and {} of other servers (--all shows each)", left));
}

}  // namespace

std::string sessions_text(const Organization& organization,
                          std::span<const AnsweredSession> sessions, bool all) {
  TextLines out;
  for (const AnsweredSession& session : sessions) {
    if (&session != &sessions.front()) out.add({});
    write_session(organization, session, all, out);
  }
  return out.take();
}

std::string sessions_json(const Organization& organization,
                          std::span<const AnsweredSession> sessions) {
  Json list = Json::array();
  for (const AnsweredSession& session : sessions) {
    list.push_back(session_of(organization, session));
  }
  return json_text({{"schema", "connlint/inbound/1"}, {"sessions", std::move(list)}});
}

}  // namespace connlint
