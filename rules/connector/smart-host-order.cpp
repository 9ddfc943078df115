#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/smart_host.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (!speaks_smtp(connector) || connector.host != Host::legacy) continue;
    const Names& hosts = connector.names(Property::smart_hosts);
    const auto address = std::ranges::find_if(
        hosts, [](const auto& host) { return smart_host_of(*host).is_address(); });
    const auto name = std::find_if(address, hosts.end(), [](const auto& host) {
      return smart_host_of(*host).form == SmartHostForm::name;
    });
    if (name == hosts.end()) continue;
    out.report(address->where, connector,
               "{} lists the address {} before the name '{}', so that Exchange "
               "2000/2003 does not share the mail among its smart hosts",
               described(connector), **address, **name)
        .also(name->where, "'{}' follows here", **name)
        .detail = **address;
  }
}

}  // namespace

Rule smart_host_order() {
  return {.code = "CL211",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::smart_hosts}},
          .sources = "KB 257426; KB 821911",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
