#include "linter/facts/listener.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "linter/facts/enabled_connectors.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

auto order_of(const Listener& listener) {
  return std::tie(listener.server, listener.binding.port, listener.binding.address,
                  listener.transport_role, listener.connector);
}

}  // namespace

std::vector<Listener> listeners_of(const Organization& organization) {
  std::vector<Listener> found;
  for (std::size_t i = 0; i < organization.connectors.size(); ++i) {
    const Connector& connector = organization.connectors[i];
    const std::string_view server = connector.text(Property::server);
    if (connector.kind != ConnectorKind::receive || !connector.counts_as_enabled()) continue;
    if (server.empty()) continue;
    for (const Located<std::string>& text : connector.names(Property::bindings)) {
      const std::optional<Binding> binding = parse_binding(*text);
      if (!binding) continue;
      found.push_back({.server = lower(server),
                       .binding = *binding,
                       .transport_role = lower(connector.text(Property::transport_role)),
                       .connector = static_cast<ConnectorId>(i),
                       .where = text.where});
    }
  }
  std::ranges::stable_sort(
      found, [](const Listener& a, const Listener& b) { return order_of(a) < order_of(b); });
  return found;
}

std::vector<std::string> unplaced_receive_connectors(const Organization& organization) {
  std::vector<std::string> names;
  for (const Connector& connector : enabled_connectors(organization, ConnectorKind::receive)) {
    const bool known =
        !connector.text(Property::server).empty() && connector.states(Property::bindings);
    if (!known) names.emplace_back(connector.name());
  }
  return names;
}

bool same_socket(const Listener& a, const Listener& b) {
  return a.binding == b.binding && a.server == b.server;
}

std::vector<ServedRange> served_ranges_of(const Organization& organization, ConnectorId id) {
  std::vector<ServedRange> ranges;
  for (const Located<std::string>& text :
       organization.connector(id).names(Property::remote_ip_ranges)) {
    const std::optional<IpRange> range = parse_ip_range(*text);
    if (range)
      ranges.push_back({.range = *range, .text = *text, .connector = id, .where = text.where});
  }
  return ranges;
}

}  // namespace connlint
