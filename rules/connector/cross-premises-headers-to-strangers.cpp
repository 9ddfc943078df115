#include <algorithm>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/destination.h"

namespace connlint::rules {
namespace {

/// A smart host that is not Exchange Online's, or null.
const Located<std::string>* strange_host_of(const Connector& connector) {
  const Names& hosts = connector.names(Property::smart_hosts);
  const auto found = std::ranges::find_if_not(
      hosts, [](const Located<std::string>& host) { return is_exchange_online_host(*host); });
  return found == hosts.end() ? nullptr : &*found;
}

/// To whom else the connector sends, as a clause, or empty. A connector that checks the certificate
/// of Exchange Online hands nothing to others.
std::string strangers_of(const Connector& connector) {
  if (const Located<std::string>* host = strange_host_of(connector)) {
    return fmt::format("its smart host '{}' is not one of Exchange Online", **host);
  }
  const bool checked = is_exchange_online_tls_domain(connector.text(Property::tls_domain));
  const bool by_dns = connector.flag(Property::dns_routing) == true;
  if (by_dns && !checked && internet_space_of(connector) != nullptr) {
    return "it sends to everybody by DNS";
  }
  return {};
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    if (connector.flag(Property::cloud_services_mail_enabled) != true) continue;
    const std::string strangers = strangers_of(connector);
    if (strangers.empty()) continue;
    out.report(connector, Property::cloud_services_mail_enabled,
               "{} keeps the cross-premises headers, and {}: internal headers reach hosts that "
               "they are not for",
               described(connector), strangers);
  }
}

}  // namespace

Rule cross_premises_headers_to_strangers() {
  return {
      .code = "CL236",
      .severity = Severity::warning,
      .confidence = Confidence::recommended,
      .profiles = Profile::recommended | Profile::security,
      .needs = {{ObjectKind::connector, Property::cloud_services_mail_enabled}},
      .sources =
          "New-SendConnector; "
          R"(Exchange Online help, "Set up connectors to route mail between Microsoft 365 or Office 365 and your own email servers")",
      .from = Generation::exchange_2013,
      .check = check};
}

}  // namespace connlint::rules
