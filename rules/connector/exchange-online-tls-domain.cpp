#include "linter/engine/rule.h"
#include "linter/facts/destination.h"

namespace connlint::rules {
namespace {

/// The domain that the certificate is compared with, as a clause; empty where it is one of Exchange
/// Online, or where another rule speaks of it.
std::string wrong_domain_of(const Connector& connector) {
  const std::string_view domain = connector.text(Property::tls_domain);
  if (!domain.empty()) {
    return is_exchange_online_tls_domain(domain) ? std::string() : "with " + quoted(domain);
  }
  // Without DNS routing an empty domain is refused, which the rule tls-domain-missing reports.
  const bool by_dns = connector.flag(Property::dns_routing) == true;
  return by_dns && connector.states_nothing(Property::tls_domain)
             ? std::string("with the recipient's domain (no TLS domain is stated)")
             : std::string();
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  const std::vector<const Connector*> connectors = exchange_online_connectors(in.organization);
  if (connectors.empty()) out.not_applicable("no connector leads to Exchange Online");
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    const std::string_view level = connector.text(Property::tls_auth_level);
    if (!connector.states(Property::tls_auth_level)) unknown.add(connector.name());
    if (!equals_ignoring_case(level, "DomainValidation")) continue;
    const std::string domain = wrong_domain_of(connector);
    if (domain.empty()) continue;
    out.report(connector, Property::tls_domain,
               "{} compares the certificate of Exchange Online {}, which it does not name: TLS "
               "fails and the mail queues",
               described(connector), domain);
  }
  out.not_judged(unknown, "how these connectors check certificates is not known");
}

}  // namespace

Rule exchange_online_tls_domain() {
  return {.code = "CL267",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector}},
          .sources = R"(HealthChecker, "Exchange Online Connector Check"; New-SendConnector)",
          .from = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
