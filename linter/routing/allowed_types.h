// Which address types a cached-mode Outlook may use: the list that each mailbox server of Exchange
// 2007 and later gives to its clients, apart from routing (KB 959956, KB 955778, KB 937861).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// Whether a connector puts its address types on a server's list, and why not.
enum class Feeding : std::uint8_t {
  feeds,
  /// Organisation-scoped, but hosted on Exchange 2000/2003 (KB 959956, cause 2).
  legacy_host,
  /// Routing-group-scoped and hosted on Exchange 2000/2003 (inferred: not documented).
  legacy_scope,
  /// Scoped to a site, and the server lacks the fix of KB 955778.
  scoped_unfixed,
  /// Scoped to a site, and the server's rollup is not known.
  scoped_rollup_unknown,
  /// Disabled.
  disabled,
  /// A kind of connector that has no address types (routing group, Receive, Exchange Online).
  no_types,
  /// The inputs do not tell: host or scope unknown.
  unknown,
};

/// Whether a server has the fix of KB 955778: 8.1 with update rollup 7 or later, 8.2 and later; 8.0
/// with no rollup.
enum class ScopeFix : std::uint8_t { fixed, unfixed, unknown };
ScopeFix scope_fix_of(const Server& server);

/// Whether `connector` feeds the list of `server`.
Feeding feeding(const Organization& organization, const Connector& connector, const Server& server);

/// The servers whose lists matter: mailbox servers of Exchange 2007 and later; all servers of 2007
/// and later where the roles are unknown. Edge servers never. In the order of the organisation.
std::vector<ServerId> list_servers(const Organization& organization);

/// Whether a type is in every client's list whatever the connectors (SMTP, X400, EX, MAPIPDL).
bool always_listed(std::string_view type);

/// Whether a type is internal or of another transport, so that a recipient that has it never makes
/// it a required one: EX, SMTP, X500, X400, MAPIPDL, EUM, SIP and the like.
bool never_required_by_import(std::string_view type);

/// An address type on connectors.
struct CarriedType {
  /// In upper case.
  std::string type;
  /// The enabled connectors with an address space of the type, in the order of the organisation.
  std::vector<ConnectorId> connectors;
  /// The disabled ones.
  std::vector<ConnectorId> disabled;
};
/// All types on connectors, by name.
std::vector<CarriedType> carried_types(const Organization& organization);

}  // namespace connlint
