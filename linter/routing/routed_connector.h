// What routing knows of each connector before any address is looked at.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "linter/facts/dropped.h"
#include "linter/model/organization.h"

namespace connlint {

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
  /// Why its address spaces of other types than SMTP are dropped.
  NonSmtpDrop non_smtp = NonSmtpDrop::no;
  /// Has restrictions that no question can be put to: senders, priorities, a schedule.
  bool restricted = false;
};

/// One for each connector of the organisation.
std::vector<RoutedConnector> routed_connectors_of(const Organization& organization);

}  // namespace connlint
