#include "linter/facts/dropped.h"

#include <algorithm>
#include <vector>

#include "linter/facts/address_types/type_name.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/server_kind.h"
#include "linter/facts/smart_host.h"
#include "linter/facts/source_server.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Whether routing cannot send to the smart host; `--` stands for the servers inside, which only an
/// Edge Transport server knows.
bool is_no_host(const Organization& organization, const Connector& connector,
                std::string_view text) {
  switch (smart_host_of(text).form) {
    case SmartHostForm::invalid: return true;
    case SmartHostForm::own_servers:
      return edge_source_of(organization, connector) == EdgeSource::no;
    case SmartHostForm::name:
    case SmartHostForm::address:
    case SmartHostForm::bracketed_address:
    case SmartHostForm::with_port: break;
  }
  return false;
}

/// Whether it sends to smart hosts and has none, or one that is no host.
bool lacks_smart_host(const Organization& organization, const Connector& connector) {
  if (!speaks_smtp(connector)) return false;
  const Delivery delivery = delivery_of(organization, connector);
  if (delivery == Delivery::no_smart_host) return true;
  const Names& hosts = connector.names(Property::smart_hosts);
  return delivery == Delivery::smart_host && std::ranges::any_of(hosts, [&](const auto& host) {
           return is_no_host(organization, connector, *host);
         });
}

/// Whether all of the servers that the connector sends from fit; false where it names none.
template <class Fits>
bool all_sources(const Connector& connector, const Fits& fits) {
  if (!connector.sources.empty()) return std::ranges::all_of(connector.sources, fits);
  return connector.home_mta && fits(*connector.home_mta);
}

/// Whether none of the named source servers exists, though the inputs hold servers, or all of them
/// were deleted.
bool sources_unknown(const Organization& organization, const Connector& connector) {
  if (all_sources(connector, [](const ServerReference& source) { return source.deleted; })) {
    return true;
  }
  if (!organization.coverage.has(ObjectKind::server)) return false;
  return all_sources(connector, [&](const ServerReference& reference) {
    return (!reference.server || reference.deleted) &&
           !is_subscribed_edge(organization, *reference.name);
  });
}

/// Whether all source servers are of Exchange 2007 or later and known to have no role that sends.
bool sources_without_transport(const Organization& organization, const Connector& connector) {
  if (connector.sources.empty() || !has_source_servers(connector)) return false;
  return std::ranges::all_of(connector.sources, [&](const ServerReference& reference) {
    return reference.server &&
           lacks_transport(organization, organization.server(*reference.server));
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

}  // namespace

Dropped dropped_of(const Organization& organization, const Connector& connector) {
  if (connector.states_nothing(Property::source_servers) &&
      connector.states_nothing(Property::home_mta_server_id) && has_source_servers(connector) &&
      !is_edge_object(organization, connector)) {
    return Dropped::no_source;
  }
  if (sources_unknown(organization, connector)) return Dropped::unknown_sources;
  if (sources_without_transport(organization, connector)) return Dropped::no_transport;
  if (lacks_smart_host(organization, connector)) return Dropped::smart_host;
  if (joins_modern_group(organization, connector)) return Dropped::connected_group;
  return Dropped::no;
}

std::string_view text_of(Dropped dropped) {
  switch (dropped) {
    case Dropped::no: return {};
    case Dropped::no_source: return "it has neither source server nor home MTA (event 5014)";
    case Dropped::unknown_sources: return "none of its source servers is known (event 5016)";
    case Dropped::no_transport:
      return "none of its source servers has a role that sends mail (Hub Transport, Edge "
             "Transport, "
             "or Mailbox of Exchange 2013 and later)";
    case Dropped::smart_host: return "a smart host is missing or no host name (event 5019)";
    case Dropped::connected_group:
      return "it joins the routing group of Exchange 2007, which only routing group connectors can "
             "(event 5028)";
  }
  return {};
}

NonSmtpDrop non_smtp_drop_of(const Organization& organization, const Connector& connector) {
  if (!speaks_smtp(connector)) return NonSmtpDrop::no;
  if (std::ranges::all_of(connector.address_spaces(), is_smtp)) return NonSmtpDrop::no;
  if (delivery_of(organization, connector) == Delivery::dns) return NonSmtpDrop::by_dns;
  const bool edge = connector.kind == ConnectorKind::send &&
                    edge_source_of(organization, connector) == EdgeSource::yes;
  return edge ? NonSmtpDrop::on_edge : NonSmtpDrop::no;
}

std::string_view text_of(NonSmtpDrop drop) {
  switch (drop) {
    case NonSmtpDrop::no: return {};
    case NonSmtpDrop::by_dns:
      return "an address space of another type than SMTP on a connector that routes by DNS (event "
             "5025)";
    case NonSmtpDrop::on_edge:
      return "an address space of another type than SMTP on a connector of an Edge Transport "
             "server, which routes SMTP alone (New-SendConnector)";
  }
  return {};
}

bool is_impossible_type(std::string_view type) {
  return !is_matchable_type(type) || equals_ignoring_case(type, "LOCAL");
}

bool takes_no_message(const Connector& connector) {
  const Size* limit = connector.get<Size>(Property::max_message_size);
  return limit != nullptr && limit->bytes == 0;
}

Carriage carriage_of(const Organization& organization, const Connector& connector,
                     std::string_view type) {
  const bool has_type = std::ranges::any_of(
      connector.address_spaces(),
      [&](const AddressSpace& space) { return equals_ignoring_case(space.type, type); });
  if (!has_type) return Carriage::none;
  if (is_impossible_type(type)) return Carriage::dropped;
  if (connector.host == Host::legacy) return Carriage::carries;
  if (takes_no_message(connector)) return Carriage::dropped;
  if (dropped_of(organization, connector) != Dropped::no) return Carriage::dropped;
  if (equals_ignoring_case(type, "SMTP")) return Carriage::carries;
  const bool dropped = non_smtp_drop_of(organization, connector) != NonSmtpDrop::no;
  return dropped ? Carriage::dropped : Carriage::carries;
}

std::string_view dropped_text(const Organization& organization, const Connector& connector,
                              std::string_view type) {
  if (is_impossible_type(type)) {
    return "no address can have a type of that name (letters and digits, and not Local, which is a "
           "scope)";
  }
  if (takes_no_message(connector)) return "its size limit is 0, so that it takes no message";
  const Dropped dropped = dropped_of(organization, connector);
  return dropped == Dropped::no ? text_of(non_smtp_drop_of(organization, connector))
                                : text_of(dropped);
}

}  // namespace connlint
