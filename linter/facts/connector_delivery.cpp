#include "linter/facts/connector_delivery.h"

namespace connlint {

bool speaks_smtp(const Connector& connector) {
  return connector.kind == ConnectorKind::send || connector.kind == ConnectorKind::smtp;
}

Delivery delivery_of(const Organization& organization, const Connector& connector) {
  const std::optional<bool> by_dns = connector.flag(Property::dns_routing);
  if (by_dns == true) return Delivery::dns;
  if (!connector.names(Property::smart_hosts).empty()) return Delivery::smart_host;
  if (!connector.states_nothing(Property::smart_hosts)) return Delivery::unknown;
  if (by_dns == false) return Delivery::no_smart_host;
  const bool has_no_setting =
      connector.host == Host::legacy || organization.coverage.directory_objects;
  return has_no_setting ? Delivery::dns : Delivery::no_smart_host;
}

}  // namespace connlint
