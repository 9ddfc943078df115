// What Exchange 2007 and later leave out before they compare connectors: the one place that says
// so, for routes, lists of address types and rules. Knows model types only.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/model/organization.h"

namespace connlint {

/// Why Exchange 2007 and later drop a connector before they compare anything.
enum class Dropped : std::uint8_t {
  no,
  no_source,        ///< Neither source server nor home MTA (event 5014).
  unknown_sources,  ///< None of its source servers exists (event 5016), or all were deleted.
  no_transport,     ///< No source server has the Transport service.
  smart_host,       ///< A smart host is missing or no host name (event 5019).
  connected_group,  ///< Joins the routing group of Exchange 2007 (event 5028).
};
/// Whether routing drops a connector with all its address spaces.
Dropped dropped_of(const Organization& organization, const Connector& connector);
/// `it has neither source server nor home MTA (event 5014)`; empty for `no`.
std::string_view text_of(Dropped dropped);

/// Why the address spaces of a connector that are of other types than SMTP are dropped.
enum class NonSmtpDrop : std::uint8_t {
  no,
  by_dns,   ///< It routes by DNS (event 5025).
  on_edge,  ///< An Edge Transport server sends, which routes SMTP alone (New-SendConnector).
};
/// Looks only at connectors that have such an address space; `no` for the others.
NonSmtpDrop non_smtp_drop_of(const Organization& organization, const Connector& connector);
/// As a clause without subject: `an address space of another type than SMTP on ...`.
std::string_view text_of(NonSmtpDrop drop);

/// Whether no address can have a type of that name, so that an address space of it takes no mail on
/// any server: other characters than letters and digits (PidTagAddressType), or `Local`, which is
/// a scope.
bool is_impossible_type(std::string_view type);

/// Whether its size limit is 0, so that Exchange 2007 and later find every message too large for
/// it.
bool takes_no_message(const Connector& connector);

/// What a connector of Exchange 2007 or later does for an address type.
enum class Carriage : std::uint8_t {
  none,     ///< No address space of the type.
  carries,  ///< An address space of the type that routing looks at.
  dropped,  ///< Only address spaces that routing drops. Never one of Exchange 2000/2003, of which
            ///< no source says what it does with them.
};
/// Types compare without regard to case. Whether the connector is enabled is not looked at.
Carriage carriage_of(const Organization& organization, const Connector& connector,
                     std::string_view type);
/// Why a connector is `Carriage::dropped` for a type other than SMTP, as a clause.
std::string_view dropped_text(const Organization& organization, const Connector& connector,
                              std::string_view type);

}  // namespace connlint
