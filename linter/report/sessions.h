// What `route --inbound` prints.
#pragma once

#include <span>
#include <string>

#include "linter/model/organization.h"
#include "linter/routing/inbound/receive_session.h"

namespace connlint {

/// A question about a session with its answer.
struct AnsweredSession {
  SessionQuery query;
  SessionAnswer answer;
};

/// For people: the connector that takes the session, what the sender may do, and why the others of
/// the server do not take it; with `all` those of other servers too.
std::string sessions_text(const Organization& organization,
                          std::span<const AnsweredSession> sessions, bool all);
/// `connlint/inbound/1`.
std::string sessions_json(const Organization& organization,
                          std::span<const AnsweredSession> sessions);

}  // namespace connlint
