#include <set>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

using Domains = std::set<std::string, LessIgnoringCase>;

/// The domains of the list; wildcards in it are reported.
Domains listed_domains(const Organization& organization, Sink& out) {
  Domains domains;
  for (const Object& object : organization.others) {
    if (object.object_kind() != ObjectKind::transport_config) continue;
    for (const Located<std::string>& domain : object.names(Property::tls_send_domain_secure_list)) {
      domains.insert(*domain);
      if (domain->find('*') == std::string::npos) continue;
      out.report(domain.where, object,
                 "the list of domains for Domain Security holds '{}', where wildcards are not "
                 "supported, so that no mail is sent with mutual TLS for it",
                 *domain)
          .detail = *domain;
    }
  }
  return domains;
}

/// Whether mutual TLS is switched on and nothing is known to keep it from working.
bool is_meant(const Connector& connector) {
  return connector.kind == ConnectorKind::send && connector.counts_as_enabled() &&
         connector.flag(Property::domain_secure_enabled) == true &&
         connector.flag(Property::dns_routing) != false &&
         connector.flag(Property::ignore_starttls) != true;
}

/// Whether an address space is one domain: neither a wildcard nor `--`.
bool is_one_domain(const AddressSpace& space) {
  return is_smtp(space) && !space.address.empty() && space.address.find_first_of("*-") != 0;
}

void check(const Context& in, Sink& out) {
  const bool known = in.organization.coverage.has(ObjectKind::transport_config,
                                                  Property::tls_send_domain_secure_list);
  const Domains domains = listed_domains(in.organization, out);
  for (const Connector& connector : in.organization.connectors) {
    if (!is_meant(connector)) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!is_one_domain(space) || domains.contains(space.address)) continue;
      if (!known) return out.not_judged("the list of domains for Domain Security is not known");
      out.report(connector, space,
                 "{} has Domain Security switched on, but '{}' is not among the domains for it, so "
                 "that mail to it is sent without mutual TLS",
                 described(connector), space.address);
    }
  }
}

}  // namespace

Rule domain_security_domain_not_listed() {
  return {.code = "CL217",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::domain_secure_enabled}},
          .sources = "Set-TransportConfig; New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
