// The options of `connlint route`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linter/cli/input_options.h"
#include "linter/outlook/gate.h"

namespace connlint {

struct RouteOptions {
  InputOptions inputs;
  std::vector<std::string> addresses;
  /// Servers, sites or routing groups; empty: every site and routing group that has servers.
  std::vector<std::string> from;
  /// Connectors, servers or site links.
  std::vector<std::string> down;
  std::optional<std::uint64_t> size;
  Client client = Client::none;
  /// A file of addresses, `-` for standard input, or empty.
  std::string batch;
  /// A registry file, or empty.
  std::string client_registry;
  bool json = false;
  /// Text: every connector, equal answers not grouped.
  bool all = false;
  /// Asks which Receive connector of `to` takes a session from `sender_ip`, instead of addresses.
  bool inbound = false;
  std::string to, sender_ip;
};

}  // namespace connlint
