#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/destination.h"
#include "linter/model/wording.h"
#include "linter/routing/domain_connectors.h"

namespace connlint::rules {
namespace {

bool is_relay(const AcceptedDomain& domain) {
  const std::string_view type = domain.text(Property::type);
  return type == "internal-relay" || type == "external-relay";
}

/// The address space by which mail leaves where all connectors that take it route by DNS.
std::optional<DomainConnector> by_dns(const Organization& organization,
                                      const std::vector<DomainConnector>& connectors) {
  const bool all = std::ranges::all_of(connectors, [&](const DomainConnector& each) {
    const Connector& connector = organization.connector(each.connector);
    return speaks_smtp(connector) && delivery_of(organization, connector) == Delivery::dns &&
           to_exchange_online(connector) != ToExchangeOnline::yes;
  });
  return all && !connectors.empty() ? std::optional(connectors.front()) : std::nullopt;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const DomainConnectors connectors(organization);
  for (const AcceptedDomain& domain : organization.accepted_domains) {
    if (!is_relay(domain) || domain.name() == "*") continue;
    const auto found = by_dns(organization, connectors.of(domain.name()));
    if (!found) continue;
    const Connector& connector = organization.connector(found->connector);
    const AddressSpace& space = connector.address_spaces().at(found->space);
    Finding& finding = out.report(
        domain.where, subject_of(domain),
        fmt::format("mail of the relay domain '{}' leaves over {} by DNS: where its MX record "
                    "names this organisation, such mail loops",
                    domain.name(), described(connector)));
    finding.detail = name_of(Property::type);
    finding.related.push_back({fmt::format("'{}' takes the domain", named(space)), space.where});
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::accepted_domain, .property = Property::type},
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"Exchange 2016 help, \"Accepted domains\""};

}  // namespace

extern const Rule relay_domain_by_dns;
const Rule relay_domain_by_dns = {.info = {.code = "CL502",
                                           .name = "relay-domain-by-dns",
                                           .severity = Severity::warning,
                                           .confidence = Confidence::recommended,
                                           .subject = "organization",
                                           .summary = "The mail of a relay domain leaves by DNS",
                                           .profiles = kProfiles,
                                           .needs = kNeeds,
                                           .sources = kSources,
                                           .from = Generation::exchange_2007},
                                  .check = check};

}  // namespace connlint::rules
