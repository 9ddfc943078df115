// Where the Receive connectors of a server listen, and to whom (New-ReceiveConnector).
// Knows model types only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/model/ip_range.h"
#include "linter/model/organization.h"

namespace connlint {

/// One binding of a Receive connector.
struct Listener {
  /// In lower case.
  std::string server;
  Binding binding;
  /// In lower case; empty where it is not known: Exchange 2007 and 2010 have no such setting.
  std::string transport_role;
  ConnectorId connector{};
  /// The place of the binding.
  Span where{};
};

/// The listeners of all enabled Receive connectors whose server is known, by server, port, family,
/// address and role, then in the order of the organisation. A binding that is no address and
/// port is left out.
std::vector<Listener> listeners_of(const Organization& organization);

/// The names of the enabled Receive connectors whose server or bindings are not known.
std::vector<std::string> unplaced_receive_connectors(const Organization& organization);

/// Whether two listeners are on one server, address and port.
bool same_socket(const Listener& a, const Listener& b);

/// One range of remote addresses that a Receive connector serves.
struct ServedRange {
  IpRange range;
  /// As the input writes it: a view into the organisation.
  std::string_view text;
  ConnectorId connector{};
  /// The place of the range.
  Span where{};
};
/// The ranges of a Receive connector; what is no range of IP addresses is left out.
std::vector<ServedRange> served_ranges_of(const Organization& organization, ConnectorId id);

}  // namespace connlint
