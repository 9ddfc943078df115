#include <array>
#include <map>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
  const Organization& organization = in.organization;
  const auto domains = authoritative_domains(organization);
  for (const Connector& connector : organization.connectors) {
    const bool sends =
        connector.kind == ConnectorKind::send || connector.kind == ConnectorKind::smtp;
    if (!sends || !connector.counts_as_enabled()) continue;
    if (to_exchange_online(connector) == ToExchangeOnline::yes) continue;
    if (edge_source_of(organization, connector) == EdgeSource::yes) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      const auto domain = is_smtp(space) ? domains.find(lower(space.address)) : domains.end();
      if (domain == domains.end()) continue;
      const std::string_view consequence =
          connector.host == Host::legacy
              ? "mail for its recipients stays inside, and a message that comes back from there "
                "loops"
              : "mail for its recipients stays inside, and mail for other addresses of it is "
                "returned before routing";
      Finding& finding =
          out.report(space.where, subject_of(organization, connector),
                     fmt::format("{} is a domain for which the organisation is authoritative: {}",
                                 described(space, connector), consequence));
      finding.detail = identity_of(space);
      finding.related.push_back(
          {fmt::format("accepted domain '{}' is authoritative", domain->second->name()),
           domain->second->where});
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces},
    Need{.kind = ObjectKind::accepted_domain, .property = Property::type}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {"Accepted domains (Exchange 2016)",
                                                      "Connector selection (Exchange 2016)",
                                                      "Set-AcceptedDomain"};

}  // namespace

extern const Rule authoritative_domain_on_connector;
const Rule authoritative_domain_on_connector = {
    .info = {.code = "CL125",
             .name = "authoritative-domain-on-connector",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "address-space",
             .summary = "An address space is a domain for which the organisation is authoritative",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
