#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
      Finding& finding = out.report(
          domain.where, subject_of(object),
          fmt::format("the list of domains for Domain Security holds '{}', where wildcards are not "
                      "supported, so that no mail is sent with mutual TLS for it",
                      *domain));
      finding.detail = *domain;
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
  const Organization& organization = in.organization;
  const bool known = organization.coverage.has(ObjectKind::transport_config,
                                               Property::tls_send_domain_secure_list);
  const Domains domains = listed_domains(organization, out);
  for (const Connector& connector : organization.connectors) {
    if (!is_meant(connector)) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!is_one_domain(space) || domains.contains(space.address)) continue;
      if (!known) return out.not_judged("the list of domains for Domain Security is not known");
      Finding& finding = out.report(
          space.where, subject_of(organization, connector),
          fmt::format("{} has Domain Security switched on, but '{}' is not among the domains for "
                      "it, so that mail to it is sent without mutual TLS",
                      described(connector), space.address));
      finding.detail = identity_of(space);
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::domain_secure_enabled}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {"Set-TransportConfig", "New-SendConnector"};

}  // namespace

extern const Rule domain_security_domain_not_listed;
const Rule domain_security_domain_not_listed = {
    .info = {.code = "CL217",
             .name = "domain-security-domain-not-listed",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary =
                 "A domain for which Domain Security is meant is not in the list of its domains",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
