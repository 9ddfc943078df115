#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/server_kind.h"
#include "linter/facts/smart_host.h"
#include "linter/model/wording.h"

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
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (!speaks_smtp(connector) || !connector.counts_as_enabled()) continue;
    if (connector.flag(Property::dns_routing) == true) continue;
    for (const Located<std::string>& host : connector.names(Property::smart_hosts)) {
      if (!is_fault(organization, connector, *host)) continue;
      const bool legacy = connector.host == Host::legacy;
      Finding& finding = out.report(
          host.where, subject_of(organization, connector),
          fmt::format("{} has the smart host '{}', which is neither a host name nor an IP address, "
                      "{}",
                      described(connector), *host,
                      legacy ? "so that no host is found for it"
                             : "so that routing ignores the connector"));
      if (legacy) finding.severity = Severity::warning;
      finding.detail = *host;
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_hosts}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {"event 5019", "New-SendConnector",
                                                      "RFC 1123"};

}  // namespace

extern const Rule invalid_smart_host;
const Rule invalid_smart_host = {
    .info = {.code = "CL207",
             .name = "invalid-smart-host",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A smart host is neither a host name nor an IP address",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
