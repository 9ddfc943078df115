#include "linter/facts/destination.h"

#include <algorithm>
#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

// World-wide, the United States' government clouds, China, Germany.
constexpr std::array<std::string_view, 4> kHosts = {
    ".mail.protection.outlook.com", ".mail.protection.office365.us",
    ".mail.protection.partner.outlook.cn", ".mail.protection.outlook.de"};
constexpr std::array<std::string_view, 4> kDomains = {".onmicrosoft.com", ".onmicrosoft.us",
                                                      ".partner.onmschina.cn", ".onmicrosoft.de"};

/// Whether the domain is one that Exchange Online gives to its customers.
bool is_exchange_online_space(const AddressSpace& space) {
  return is_smtp(space) && std::ranges::any_of(kDomains, [&](std::string_view domain) {
           return ends_with_ignoring_case(space.address, domain);
         });
}

}  // namespace

const AddressSpace* internet_space_of(const Connector& connector) {
  const Spaces& spaces = connector.address_spaces();
  const auto found = std::ranges::find_if(
      spaces, [](const AddressSpace& space) { return is_smtp(space) && space.address == "*"; });
  return found == spaces.end() ? nullptr : &*found;
}

bool is_exchange_online_host(std::string_view host) {
  return std::ranges::any_of(
      kHosts, [host](std::string_view suffix) { return ends_with_ignoring_case(host, suffix); });
}

bool is_exchange_online_tls_domain(std::string_view domain) {
  if (domain.starts_with("*.")) domain.remove_prefix(2);
  return std::ranges::any_of(kHosts, [domain](std::string_view suffix) {
    return equals_ignoring_case(domain, suffix.substr(1));
  });
}

ToExchangeOnline to_exchange_online(const Connector& connector) {
  if (connector.kind != ConnectorKind::send) return ToExchangeOnline::no;
  const Names& hosts = connector.names(Property::smart_hosts);
  const bool hosted = std::ranges::any_of(
      hosts, [](const Located<std::string>& host) { return is_exchange_online_host(*host); });
  if (hosted) return ToExchangeOnline::yes;
  if (!hosts.empty()) return ToExchangeOnline::no;
  const bool named = std::ranges::any_of(connector.address_spaces(), is_exchange_online_space);
  const std::optional<bool> by_dns = connector.flag(Property::dns_routing);
  if (named && (by_dns == true || connector.states_nothing(Property::smart_hosts))) {
    return ToExchangeOnline::yes;
  }
  if (by_dns == true || connector.states(Property::smart_hosts)) return ToExchangeOnline::no;
  return ToExchangeOnline::unknown;
}

std::vector<const Connector*> exchange_online_connectors(const Organization& organization) {
  std::vector<const Connector*> found;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled()) continue;
    if (to_exchange_online(connector) == ToExchangeOnline::yes) found.push_back(&connector);
  }
  return found;
}

}  // namespace connlint
