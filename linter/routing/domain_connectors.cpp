#include "linter/routing/domain_connectors.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "linter/routing/address/address.h"

namespace connlint {
namespace {

/// An address of the domain; of a wildcard one of a subdomain that no address space names.
std::string address_in(std::string_view domain) {
  constexpr std::string_view kLabel = "x-subdomain-x";
  if (domain.starts_with("*.")) return fmt::format("a@{}{}", kLabel, domain.substr(1));
  return fmt::format("a@{}", domain);
}

}  // namespace

DomainConnectors::DomainConnectors(const Organization& organization)
    : organization_(organization), index_(organization, routed_connectors_of(organization)) {}

std::vector<DomainConnector> DomainConnectors::of(std::string_view domain) const {
  const Result<Address> address = parse_address(address_in(domain), {});
  if (!address) return {};
  std::vector<SpaceHit> hits = index_.hits(address.value(), MatchProfile::modern);
  std::erase_if(hits, [&](const SpaceHit& hit) {
    const ConnectorId id = index_.entries()[hit.entry].connector;
    return !organization_.connector(id).counts_as_enabled();
  });
  std::uint64_t closest = 0;
  for (const SpaceHit& hit : hits) closest = std::max(closest, hit.match.specificity);
  std::vector<DomainConnector> found;
  for (const SpaceHit& hit : hits) {
    if (hit.match.specificity != closest) continue;
    const SpaceEntry& entry = index_.entries()[hit.entry];
    found.push_back({entry.connector, entry.space});
  }
  return found;
}

}  // namespace connlint
