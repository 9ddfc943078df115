#include "linter/routing/routed_connector.h"

#include "linter/facts/address_types/carried_types.h"

namespace connlint {
namespace {

bool is_restricted(const Connector& connector) {
  const std::string_view activation = connector.text(Property::activation);
  return !connector.names(Property::accept_from).empty() ||
         !connector.names(Property::reject_from).empty() ||
         !connector.names(Property::allowed_priorities).empty() ||
         (!activation.empty() && activation != "always");
}

}  // namespace

std::vector<RoutedConnector> routed_connectors_of(const Organization& organization) {
  std::vector<RoutedConnector> all;
  all.reserve(organization.connectors.size());
  for (const Connector& connector : organization.connectors) {
    RoutedConnector routed;
    routed.takes_mail = carries_types(connector);
    routed.scope = connector.scope;
    routed.disabled = !connector.counts_as_enabled();
    if (routed.takes_mail) {
      const Size* size = connector.get<Size>(Property::max_message_size);
      if (size != nullptr && !size->unlimited) routed.limit = size->bytes;
      routed.dropped = dropped_of(organization, connector);
      routed.non_smtp = non_smtp_drop_of(organization, connector);
      routed.restricted = is_restricted(connector);
    }
    all.push_back(routed);
  }
  return all;
}

}  // namespace connlint
