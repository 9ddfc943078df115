#include "linter/routing/routed_connector.h"

#include <algorithm>

#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/smart_host.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Whether it sends to smart hosts and has none, or one that is no host.
bool lacks_smart_host(const Organization& organization, const Connector& connector) {
  if (!speaks_smtp(connector)) return false;
  const Delivery delivery = delivery_of(organization, connector);
  if (delivery == Delivery::no_smart_host) return true;
  const Names& hosts = connector.names(Property::smart_hosts);
  return delivery == Delivery::smart_host && std::ranges::any_of(hosts, [](const auto& host) {
           return smart_host_of(*host).form == SmartHostForm::invalid;
         });
}

/// Whether none of the named source servers exists, though the inputs hold servers.
bool sources_unknown(const Organization& organization, const Connector& connector) {
  if (!organization.coverage.has(ObjectKind::server)) return false;
  std::vector<ServerReference> sources = connector.sources;
  if (sources.empty() && connector.home_mta) sources.push_back(*connector.home_mta);
  return !sources.empty() && std::ranges::all_of(sources, [&](const ServerReference& reference) {
    const auto subscribed = [&](const Object& object) {
      return object.object_kind() == ObjectKind::edge_subscription &&
             equals_ignoring_case(
                 object.name(),
                 std::string_view(*reference.name).substr(0, reference.name->find('.')));
    };
    return !reference.server && !std::ranges::any_of(organization.others, subscribed);
  });
}

bool joins_modern_group(const Organization& organization, const Connector& connector) {
  const Names& groups = connector.names(Property::connected_routing_groups);
  if (groups.empty()) return false;
  if (connector.home && organization.routing_group(*connector.home).modern) return true;
  return std::ranges::any_of(groups, [](const auto& group) {
    return find_ignoring_case(*group, kModernRoutingGroupMark) != std::string_view::npos;
  });
}

Dropped dropped(const Organization& organization, const Connector& connector) {
  if (connector.states_nothing(Property::source_servers) && !connector.home_mta) {
    return Dropped::no_source;
  }
  if (sources_unknown(organization, connector)) return Dropped::unknown_sources;
  if (lacks_smart_host(organization, connector)) return Dropped::smart_host;
  if (joins_modern_group(organization, connector)) return Dropped::connected_group;
  return Dropped::no;
}

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
      routed.dropped = dropped(organization, connector);
      routed.by_dns =
          speaks_smtp(connector) && delivery_of(organization, connector) == Delivery::dns;
      routed.restricted = is_restricted(connector);
    }
    all.push_back(routed);
  }
  return all;
}

std::string_view text_of(Dropped dropped) {
  switch (dropped) {
    case Dropped::no: return {};
    case Dropped::no_source: return "it has neither source server nor home MTA (event 5014)";
    case Dropped::unknown_sources: return "none of its source servers is known (event 5016)";
    case Dropped::smart_host: return "a smart host is missing or no host name (event 5019)";
    case Dropped::connected_group:
      return "it joins the routing group of Exchange 2007, which only routing group connectors can "
             "(event 5028)";
  }
  return {};
}

}  // namespace connlint
