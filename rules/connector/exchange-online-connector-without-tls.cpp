#include "linter/engine/rule.h"
#include "linter/facts/destination.h"

namespace connlint::rules {
namespace {

/// Whether the connector checks the certificate; nothing where that is not known.
std::optional<bool> checks_certificate(const Connector& connector) {
  if (!connector.states(Property::tls_auth_level)) return std::nullopt;
  const std::string_view level = connector.text(Property::tls_auth_level);
  return equals_ignoring_case(level, "CertificateValidation") ||
         equals_ignoring_case(level, "DomainValidation");
}

/// A flag; false where it is stated as unset; nothing where it is not known.
std::optional<bool> stated_flag(const Connector& connector, Property property) {
  if (connector.states_nothing(property)) return false;
  return connector.flag(property);
}

/// `a`, `a and b`, `a, b and c`.
std::string sentence_of(const std::vector<std::string>& clauses) {
  if (clauses.size() == 1) return clauses.front();
  return join(std::span(clauses).first(clauses.size() - 1), ", ") + " and " + clauses.back();
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  const std::vector<const Connector*> connectors = exchange_online_connectors(in.organization);
  if (connectors.empty()) out.not_applicable("no connector leads to Exchange Online");
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    const std::optional<bool> tls = stated_flag(connector, Property::require_tls);
    const std::optional<bool> checked = checks_certificate(connector);
    const std::optional<bool> cloud = stated_flag(connector, Property::cloud_services_mail_enabled);
    std::vector<std::string> faults;
    if (tls == false) faults.emplace_back("does not require TLS");
    if (checked == false) faults.emplace_back("does not check the certificate");
    if (cloud == false) faults.emplace_back("drops the cross-premises headers");
    if (faults.empty()) {
      if (!tls || !checked) unknown.add(connector.name());
      continue;
    }
    out.report(connector,
               "{} leads to Exchange Online and {}: its mail may be taken for anonymous there, or "
               "be refused",
               described(connector), sentence_of(faults))
        .detail = name_of(Property::require_tls);
  }
  out.not_judged(unknown, "the TLS settings of these connectors to Exchange Online are not known");
}

}  // namespace

Rule exchange_online_connector_without_tls() {
  return {
      .code = "CL266",
      .severity = Severity::warning,
      .confidence = Confidence::recommended,
      .profiles = Profile::recommended | Profile::security,
      .needs = {{ObjectKind::connector}},
      .sources =
          R"(HealthChecker, "Exchange Online Connector Check"; )"
          R"(Exchange Online help, "Set up connectors to route mail between Microsoft 365 or Office 365 and your own email servers")",
      .from = Generation::exchange_2010,
      .check = check};
}

}  // namespace connlint::rules
