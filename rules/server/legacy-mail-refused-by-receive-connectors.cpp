#include <map>
#include <set>

#include "linter/engine/rule.h"
#include "linter/model/flags.h"

namespace connlint::rules {
namespace {

/// What the Receive connectors of a server say together.
struct Inbound {
  bool accepts = false;
  bool unknown = false;
};
using InboundByServer = std::map<std::string, Inbound, LessIgnoringCase>;

std::string_view host_label(std::string_view name) { return name.substr(0, name.find('.')); }

InboundByServer inbound_of(const Organization& organization) {
  InboundByServer found;
  for (const Connector& connector : enabled_connectors(organization, ConnectorKind::receive)) {
    Inbound& inbound = found[std::string(host_label(connector.text(Property::server)))];
    const std::string_view groups = connector.text(Property::permission_groups);
    inbound.accepts = inbound.accepts || has_flag(groups, "ExchangeLegacyServers");
    inbound.unknown = inbound.unknown || !connector.states(Property::permission_groups);
  }
  return found;
}

void check(const Context& in, Sink& out) {
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::routing_group);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::routing_group));
  const InboundByServer inbound = inbound_of(in.organization);
  Unjudged unknown;
  std::set<ServerId> done;
  for (const Connector& connector : connectors) {
    if (connector.host == Host::modern) continue;
    for (const ServerReference& target : connector.targets) {
      if (!target.server || !done.insert(*target.server).second) continue;
      const Server& server = in.organization.server(*target.server);
      if (!is_modern(server.generation)) continue;
      const auto known = inbound.find(server.name());
      if (known == inbound.end() || (known->second.unknown && !known->second.accepts)) {
        unknown.add(server.name());
        continue;
      }
      if (known->second.accepts) continue;
      out.report(target.name.where, server,
                 "{} sends to server '{}', none of whose Receive connectors has the permission "
                 "group ExchangeLegacyServers, so that it refuses mail from Exchange 2000/2003",
                 described(connector), server.name())
          .detail = name_of(Property::permission_groups);
    }
  }
  out.not_judged(unknown, "the Receive connectors of these servers are not known");
}

}  // namespace

Rule legacy_mail_refused_by_receive_connectors() {
  return {.code = "CL306",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "TechNet bb629484; New-RoutingGroupConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
