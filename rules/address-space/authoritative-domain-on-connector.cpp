#include <map>

#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

std::map<std::string, const AcceptedDomain*> authoritative_domains(const Organization& all) {
  std::map<std::string, const AcceptedDomain*> domains;
  for (const AcceptedDomain& domain : all.accepted_domains) {
    if (domain.text(Property::type) == "authoritative") {
      domains.emplace(lower(domain.name()), &domain);
    }
  }
  return domains;
}

void check(const Context& in, Sink& out) {
  const auto domains = authoritative_domains(in.organization);
  for (const Connector& connector : in.organization.connectors) {
    const bool sends =
        connector.kind == ConnectorKind::send || connector.kind == ConnectorKind::smtp;
    if (!sends || !connector.counts_as_enabled()) continue;
    if (to_exchange_online(connector) == ToExchangeOnline::yes) continue;
    if (edge_source_of(in.organization, connector) == EdgeSource::yes) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      const auto domain = is_smtp(space) ? domains.find(lower(space.address)) : domains.end();
      if (domain == domains.end()) continue;
      const std::string_view consequence =
          connector.host == Host::legacy ? "mail for its recipients stays inside, and a message "
                                           "that comes back from there loops"
                                         : "mail for its recipients stays inside, and mail for "
                                           "other addresses of it is returned before routing";
      out.report(connector, space, "{} is a domain for which the organisation is authoritative: {}",
                 described(space, connector), consequence)
          .also(domain->second->where, "accepted domain '{}' is authoritative",
                domain->second->name());
    }
  }
}

}  // namespace

Rule authoritative_domain_on_connector() {
  return {.code = "CL125",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces},
                    {ObjectKind::accepted_domain, Property::type}},
          .sources =
              "Accepted domains (Exchange 2016); Connector selection (Exchange 2016); "
              "Set-AcceptedDomain",
          .check = check};
}

}  // namespace connlint::rules
