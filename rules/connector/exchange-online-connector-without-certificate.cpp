#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  Unjudged names;
  const std::vector<const Connector*> connectors = exchange_online_connectors(in.organization);
  if (connectors.empty()) out.not_applicable("no connector leads to Exchange Online");
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    const bool named = !connector.text(Property::tls_certificate_name).empty() ||
                       !connector.text(Property::fqdn).empty();
    if (named) continue;
    if (!connector.states(Property::tls_certificate_name) || !connector.states(Property::fqdn)) {
      names.add(connector.name());
      continue;
    }
    const EdgeSource edge = edge_source_of(in.organization, connector);
    if (edge == EdgeSource::yes) continue;
    if (edge == EdgeSource::unknown) {
      unknown.add(connector.name());
      continue;
    }
    out.report(connector, Property::tls_certificate_name,
               "{} leads to Exchange Online and names neither a certificate nor a host name: each "
               "source server shows whatever certificate fits its own name, and Exchange Online "
               "may not know the organisation by it",
               described(connector));
  }
  out.not_judged(names, "the certificate or the host name of these connectors is not known");
  out.not_judged(
      unknown,
      "whether these connectors without certificate are on Edge Transport servers is not known");
}

}  // namespace

Rule exchange_online_connector_without_certificate() {
  return {.code = "CL268",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector}},
          .sources = R"(HealthChecker, "Cloud Connector Check"; New-SendConnector)",
          .from = Generation::exchange_2013,
          .check = check};
}

}  // namespace connlint::rules
