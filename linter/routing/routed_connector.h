// What routing knows of each connector before any address is looked at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// Why Exchange 2007 and later drop a connector before they compare anything.
enum class Dropped : std::uint8_t {
  no,
  no_source,        ///< Neither source server nor home MTA (event 5014).
  unknown_sources,  ///< None of its source servers exists (event 5016).
  smart_host,       ///< A smart host is missing or no host name (event 5019).
  connected_group,  ///< Joins the routing group of Exchange 2007 (event 5028).
};

/// One connector.
struct RoutedConnector {
  /// Whether it is of a kind that has address spaces: not routing group and Receive connectors, nor
  /// those of Exchange Online.
  bool takes_mail = false;
  Scope scope = Scope::unknown;
  bool disabled = false;
  /// Bytes; nothing where unlimited or unknown.
  std::optional<std::uint64_t> limit;
  Dropped dropped = Dropped::no;
  /// Routes by DNS, so that its non-SMTP address spaces are dropped (event 5025).
  bool by_dns = false;
  /// Has restrictions that no question can be put to: senders, priorities, a schedule.
  bool restricted = false;
};

/// One for each connector of the organisation.
std::vector<RoutedConnector> routed_connectors_of(const Organization& organization);

/// `no source server and no home MTA (event 5014)`.
std::string_view text_of(Dropped dropped);

}  // namespace connlint
