// What each mailbox server lets a cached-mode Outlook send to, as the command `types` prints it.
// Knows model types only; no findings, no severities.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// An address type on a server's list.
struct GivenType {
  /// In upper case.
  std::string type;
  /// The connectors that give it, by name.
  std::vector<ConnectorId> connectors;
  /// Whether the server's store was started before each of them was changed, so that the list of
  /// the running store lacks the type (KB 959956). False where a time is not known.
  bool after_restart = false;
  /// Whether the store is known to have been started since one of them was changed.
  bool loaded = false;
};

/// A type that a server's clients may not use, though it is required or on an enabled connector.
struct MissingType {
  std::string type;
  /// With its source, as a clause.
  std::string reason;
  /// Whether somebody requires it.
  bool required = false;
  /// Whether the inputs tell that it is missing; else they tell nothing of it on this server.
  bool certain = true;
};

/// The list of a mailbox server, apart from SMTP, X400, EX and MAPIPDL, which every client has.
struct ServerTypes {
  ServerId server{};
  /// False where the inputs cannot tell: no version, no connectors, or a fact that decides about a
  /// type is not known. `unknown_reason` says which, as a clause.
  bool known = true;
  std::string unknown_reason;
  /// The types on the list, in the order of their names.
  std::vector<GivenType> types;
  /// The required types that are not on it, in the order of their names.
  std::vector<MissingType> missing;

  /// Whether a required type is certainly missing.
  [[nodiscard]] bool lacks_required() const;
  /// Whether clients may use the type now.
  [[nodiscard]] bool allows(std::string_view type) const;
};

/// One for each mailbox server, by name: those of Exchange 2007 and later, those whose version or
/// roles are not known, and those of Exchange 2000/2003, of whose lists no article speaks.
std::vector<ServerTypes> types_of_servers(const Organization& organization);

/// What a list that a client keeps (KB 959956, value 01026687) tells of a server's.
struct ClientListState {
  /// The types in the client's list, by name.
  std::vector<std::string> types;
  /// The types that the server gives and the client's list lacks, by name.
  std::vector<std::string> lacking;
  /// Whether the Information Store must be restarted before Outlook: not where it is known to have
  /// been started since the connectors of all lacking types were changed.
  bool store_restart = false;
};
ClientListState state_of(const ServerTypes& server, std::vector<std::string> client_types);

}  // namespace connlint
