// Which address types a cached-mode Outlook may use: the list that each mailbox server of Exchange
// 2007 and later gives to its clients, apart from routing (KB 959956, KB 955778, KB 937861).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/facts/address_types/carried_types.h"
#include "linter/model/organization.h"

namespace connlint {

/// Whether a connector puts its address types on a server's list, and why not.
enum class Feeding : std::uint8_t {
  feeds,
  /// Organisation-scoped, but hosted on Exchange 2000/2003 (KB 959956, cause 2).
  legacy_host,
  /// Routing-group-scoped and hosted on Exchange 2000/2003 (inferred: not documented).
  legacy_scope,
  /// Hosted on Exchange 2000/2003, so that it does not feed; its scope is not known.
  legacy_scope_unknown,
  /// Scoped to a site, and the server lacks the fix of KB 955778.
  scoped_unfixed,
  /// Scoped to a site, and the server's rollup is not known.
  scoped_rollup_unknown,
  /// Disabled.
  disabled,
  /// Routing drops its address spaces of the type, so that they count nowhere
  /// (`Carriage::dropped`).
  dropped,
  /// A kind of connector that has no address types (routing group, Receive, Exchange Online).
  no_types,
  /// The inputs do not tell: host or scope unknown.
  unknown,
};

/// Whether a server has the fix of KB 955778: 8.1 with update rollup 7 or later, 8.2 and later; 8.0
/// with no rollup.
enum class ScopeFix : std::uint8_t { fixed, unfixed, unknown };
ScopeFix scope_fix_of(const Server& server);

/// Whether `connector` feeds the list of `server`. Which of its address spaces routing drops is not
/// looked at.
Feeding feeding(const Organization& organization, const Connector& connector, const Server& server);
/// The same for one type that the connector carries (in any case): `dropped` where routing drops
/// its address spaces of the type.
Feeding feeding(const Organization& organization, const Connector& connector, const Server& server,
                std::string_view type);

/// The servers whose lists matter: mailbox servers of Exchange 2007 and later; all servers of 2007
/// and later where the roles are unknown. Edge servers never. In the order of the organisation.
std::vector<ServerId> list_servers(const Organization& organization);

/// Why a type that enabled connectors carry is missing from lists: the first that fits.
enum class GapCause : std::uint8_t {
  /// A carrier is organisation-scoped on Exchange 2000/2003 (KB 959956, cause 2).
  legacy_host,
  /// A carrier is a scoped Send connector of Exchange 2007 and later (KB 955778).
  scoped_send,
  /// All carriers are routing-group-scoped on Exchange 2000/2003 (inferred).
  legacy_scope,
  /// A carrier is on Exchange 2000/2003 and its scope, which decides the cause, is not known.
  legacy_scope_unknown,
  /// Only scoped connectors of other kinds than Send are left, of which KB 955778 says nothing.
  scoped_other,
};

/// An enabled connector with a type that is missing from lists.
struct TypeCarrier {
  ConnectorId connector{};
  /// Towards the servers of the gap.
  Feeding feeding{};
};

/// A type that enabled connectors carry and that is missing from the lists of some servers.
struct ListGap {
  /// In upper case.
  std::string type;
  GapCause cause{};
  /// All enabled connectors with the type, by name.
  std::vector<TypeCarrier> carriers;
  /// The servers whose list lacks the type, by name.
  std::vector<ServerId> servers;
  /// Those of `servers` whose list has it where they turn out to have the fix of KB 955778, by
  /// name: certainty is each server's own.
  std::vector<ServerId> unsure;
  /// Whether that holds for all of the servers.
  bool depends_on_rollup = false;
};

/// A type of which the inputs do not tell whether it is on the list of some server.
struct UnknownListing {
  /// In upper case.
  std::string type;
  /// The connectors whose host, or whose scope, is not known, by name.
  std::vector<ConnectorId> connectors;
  /// The servers that lack the type if they are of Exchange 2007 or later, which is not known, by
  /// name.
  std::vector<ServerId> servers;
};

/// What the lists of all `list_servers` lack.
struct ListGaps {
  std::vector<ListGap> gaps;
  std::vector<UnknownListing> unknown;
  /// Whether the inputs hold no server that has such a list, nor one that may have it.
  bool no_servers = false;
};

/// The one question of the KB 959956 family, for each type but those that are always listed: does
/// an enabled connector feed it to the list of each server? Types by name. `carried` are the
/// `carried_types` of the organisation.
ListGaps list_gaps(const Organization& organization, std::span<const CarriedType> carried);

}  // namespace connlint
