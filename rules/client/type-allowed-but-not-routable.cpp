#include <algorithm>
#include <map>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/explained_types.h"
#include "linter/routing/topology/topology.h"

namespace connlint::rules {
namespace {

/// The servers whose lists matter, by site. Those whose site is not known are left out.
using ServersBySite = std::map<std::uint32_t, std::vector<ServerId>>;

ServersBySite servers_by_site(const Context& in) {
  const Topology& topology = in.routing.topology();
  ServersBySite sites;
  for (ServerId id : list_servers(in.organization)) {
    const std::optional<Spot> spot = topology.spot_of(id);
    if (spot && !spot->legacy && spot->index != topology.unknown_site()) {
      sites[spot->index].push_back(id);
    }
  }
  return sites;
}

/// The servers from which no connector takes the address, though their lists hold its type; by
/// name. All lists hold it where no gap is known (KB 955778: from Update Rollup 7 on scoped
/// connectors feed the lists of all sites).
std::vector<ServerId> servers_without(const Context& in, const ServersBySite& sites,
                                      const ScopeGap& gap) {
  std::vector<ServerId> servers;
  for (const auto& [site, members] : sites) {
    if (gap.covers({PlaceKind::site, site})) continue;
    servers.insert(servers.end(), members.begin(), members.end());
  }
  std::ranges::sort(servers, LessIgnoringCase(),
                    [&](ServerId id) { return in.organization.server(id).name(); });
  return servers;
}

bool feeds_any(const Context& in, const ScopeGap& gap, ServerId server) {
  return std::ranges::any_of(gap.carriers, [&](const auto& carrier) {
    return feeding(in.organization, in.organization.connector(carrier.first),
                   in.organization.server(server)) == Feeding::feeds;
  });
}

void report(const Context& in, Sink& out, const ScopeGap& gap,
            const std::vector<ServerId>& servers) {
  const auto [id, index] = gap.carriers.front();
  const Connector& connector = in.organization.connector(id);
  const AddressSpace& space = connector.address_spaces()[index];
  std::vector<std::string> names;
  for (ServerId server : servers) names.emplace_back(in.organization.server(server).name());
  Finding& finding =
      out.report(space.where, Subject{.kind = "address-type", .name = gap.address.type},
                 "cached-mode Outlook on mailbox {} {} sends to type {}, but transport returns the "
                 "mail there: {} is scoped to another site, and no other connector takes it",
                 names.size() == 1 ? "server" : "servers", listed(names), gap.address.type,
                 described(space, connector));
  finding.detail = identity_of(space);
  constexpr std::size_t kMostServers = 20;
  for (std::size_t i = 0; i < std::min(servers.size(), kMostServers); ++i) {
    const Server& server = in.organization.server(servers[i]);
    finding.also(server.place_of(Property::site),
                 "{} is in a site that the connector is not seen from",
                 described(ObjectKind::server, server.name()));
  }
}

void check(const Context& in, Sink& out) {
  const ListGaps& gaps = in.facts.list_gaps();
  if (gaps.no_servers) {
    out.not_applicable("the inputs hold no mailbox server of Exchange 2007 or later");
    return;
  }
  const std::set<std::string> explained =
      explained_types(in.organization, gaps, GapCause::scoped_other);
  const ServersBySite sites = servers_by_site(in);
  for (const ScopeGap& gap : in.routing.scope_gaps()) {
    const std::string& type = gap.address.type;
    if (always_listed(type) || explained.contains(type)) continue;
    std::vector<ServerId> servers = servers_without(in, sites, gap);
    std::erase_if(servers, [&](ServerId server) { return !feeds_any(in, gap, server); });
    if (!servers.empty()) report(in, out, gap, servers);
  }
}

}  // namespace

Rule type_allowed_but_not_routable() {
  return {.code = "CL602",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::scope}, {ObjectKind::server, Property::site}},
          .sources = "KB 955778; Connector selection in external message routing",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
