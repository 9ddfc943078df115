#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const Names& hosts = connector.names(Property::smart_hosts);
    if (hosts.empty() || connector.flag(Property::dns_routing) != true) continue;
    out.report(hosts.front().where, connector,
               "{} has the smart host '{}' and routes by DNS: Exchange takes "
               "only one of the two, and the smart host is not used",
               described(connector), *hosts.front())
        .also(connector.place_of(Property::dns_routing), "{} routes by DNS", described(connector))
        .detail = name_of(Property::smart_hosts);
  }
}

}  // namespace

Rule smart_host_beside_dns_routing() {
  return {.code = "CL206",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::smart_hosts},
                    {ObjectKind::connector, Property::dns_routing}},
          .sources = "New-SendConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
