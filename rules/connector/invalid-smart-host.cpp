#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/server_kind.h"
#include "linter/facts/smart_host.h"

namespace connlint::rules {
namespace {

/// Whether routing cannot send to the smart host; `--` stands for the servers inside, which only an
/// Edge Transport server knows.
bool is_fault(const Organization& organization, const Connector& connector, std::string_view text) {
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

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!speaks_smtp(connector) || connector.flag(Property::dns_routing) == true) continue;
    for (const Located<std::string>& host : connector.names(Property::smart_hosts)) {
      if (!is_fault(in.organization, connector, *host)) continue;
      const bool legacy = connector.host == Host::legacy;
      Finding& finding = out.report(
          host.where, connector,
          "{} has the smart host '{}', which is neither a host name nor an IP address, {}",
          described(connector), *host,
          legacy ? "so that no host is found for it" : "so that routing ignores the connector");
      if (legacy) finding.severity = Severity::warning;
      finding.detail = *host;
    }
  }
}

}  // namespace

Rule invalid_smart_host() {
  return {.code = "CL207",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::smart_hosts}},
          .sources = "event 5019; New-SendConnector; RFC 1123",
          .check = check};
}

}  // namespace connlint::rules
