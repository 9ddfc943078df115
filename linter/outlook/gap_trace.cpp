#include "linter/outlook/gap_trace.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "linter/model/wording.h"

namespace connlint {
namespace {

constexpr std::size_t kMost = 20;

/// The reservation for servers whose rollup is not known.
constexpr std::string_view kUnlessRollup =
    " unless Update Rollup 7 for Exchange 2007 SP1 or a later one is installed there, which no "
    "export "
    "shows";

/// The servers that host a connector: its sources, else its home MTA's server.
std::vector<ServerId> hosts_of(const Connector& connector) {
  std::vector<ServerId> ids;
  for (const ServerReference& source : connector.sources) {
    if (source.server) ids.push_back(*source.server);
  }
  if (connector.sources.empty() && connector.home_mta && connector.home_mta->server) {
    ids.push_back(*connector.home_mta->server);
  }
  return ids;
}

/// Why a connector that carries the type is on no list of the gap.
std::string_view why(Feeding feeding) {
  switch (feeding) {
    case Feeding::legacy_host: return "is hosted on Exchange 2000/2003";
    case Feeding::legacy_scope: return "is scoped to its routing group on Exchange 2000/2003";
    case Feeding::legacy_scope_unknown: return "is hosted on Exchange 2000/2003";
    case Feeding::scoped_unfixed: return "is scoped to its site";
    case Feeding::scoped_rollup_unknown:
      return "is scoped to its site, and the update rollup of the mailbox servers is not known";
    case Feeding::feeds:
    case Feeding::disabled:
    case Feeding::dropped:
    case Feeding::no_types:
    case Feeding::unknown: break;
  }
  return "does not feed the list";
}

/// Adds to the last step how many more of its kind there are.
void say_rest(std::vector<TraceStep>& steps, std::size_t all) {
  if (all > kMost) steps.back().message += fmt::format(" (and {} more)", all - kMost);
}

void add_hosts(const Organization& organization, const Connector& connector,
               std::vector<TraceStep>& steps) {
  const std::vector<ServerId> hosts = hosts_of(connector);
  for (std::size_t i = 0; i < std::min(hosts.size(), kMost); ++i) {
    const Server& server = organization.server(hosts[i]);
    steps.push_back({fmt::format("{} is hosted on server '{}', which is {}", described(connector),
                                 server.name(), version_text(server)),
                     server.where});
  }
  say_rest(steps, hosts.size());
}

void add_carriers(const Organization& organization, const ListGap& gap, ConnectorId self,
                  std::vector<TraceStep>& steps) {
  std::size_t others = 0;
  for (const TypeCarrier& carrier : gap.carriers) {
    if (carrier.connector == self) continue;
    if (++others > kMost) break;
    const Connector& connector = organization.connector(carrier.connector);
    const AddressSpace& space = first_space_of(connector, gap.type);
    steps.push_back({fmt::format("{} has '{}' too but {}", described(connector), named(space),
                                 why(carrier.feeding)),
                     space.where});
  }
  say_rest(steps, gap.carriers.size() - 1);
}

void add_servers(const Organization& organization, const ListGap& gap,
                 std::vector<TraceStep>& steps) {
  for (std::size_t i = 0; i < std::min(gap.servers.size(), kMost); ++i) {
    const Server& server = organization.server(gap.servers[i]);
    const bool unsure =
        !gap.depends_on_rollup && std::ranges::find(gap.unsure, gap.servers[i]) != gap.unsure.end();
    steps.push_back({fmt::format("mailbox server '{}', {}, gives its clients a list without {}{}",
                                 server.name(), version_text(server), gap.type,
                                 unsure ? kUnlessRollup : std::string_view()),
                     server.where});
  }
  say_rest(steps, gap.servers.size());
}

template <class Id, class NameOf>
std::string names_of(const std::vector<Id>& ids, NameOf&& name_of) {
  constexpr std::size_t kListed = 5;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(ids.size(), kListed); ++i) {
    names.emplace_back(name_of(ids[i]));
  }
  return listed(names, ids.size());
}

std::string server_names(const Organization& organization, const std::vector<ServerId>& ids) {
  return names_of(ids, [&](ServerId id) { return organization.server(id).name(); });
}

}  // namespace

std::string mailbox_servers(const Organization& organization, const ListGap& gap) {
  const auto named = [&](const std::vector<ServerId>& ids) {
    return fmt::format("mailbox server{} {}", ids.size() == 1 ? "" : "s",
                       server_names(organization, ids));
  };
  if (gap.unsure.empty() || gap.depends_on_rollup) return named(gap.servers);
  std::vector<ServerId> sure;
  std::ranges::copy_if(gap.servers, std::back_inserter(sure), [&](ServerId id) {
    return std::ranges::find(gap.unsure, id) == gap.unsure.end();
  });
  return fmt::format("{}, and on {}{}", named(sure), named(gap.unsure), kUnlessRollup);
}

std::string legacy_host_text(const Organization& organization, const Connector& connector) {
  Generation generation = Generation::unknown;
  for (ServerId id : hosts_of(connector)) {
    const Generation own = organization.server(id).generation;
    if (own == Generation::unknown || (generation != Generation::unknown && own != generation)) {
      return "Exchange 2000/2003";
    }
    generation = own;
  }
  if (generation == Generation::unknown) return "Exchange 2000/2003";
  return std::string(name_of(generation));
}

std::vector<TraceStep> trace_of(const Organization& organization, const ListGap& gap,
                                ConnectorId carrier) {
  std::vector<TraceStep> steps;
  add_hosts(organization, organization.connector(carrier), steps);
  add_carriers(organization, gap, carrier, steps);
  add_servers(organization, gap, steps);
  return steps;
}

std::string reason_of(const Organization& organization, const UnknownListing& listing) {
  const std::string what =
      fmt::format("whether cached-mode Outlook may send to {} is not known", listing.type);
  if (listing.connectors.empty()) {
    return fmt::format("{}: the version of server {} is not known", what,
                       server_names(organization, listing.servers));
  }
  const std::string names = names_of(
      listing.connectors, [&](ConnectorId id) { return organization.connector(id).name(); });
  return fmt::format("{}: host or scope of connector {} is not known", what, names);
}

}  // namespace connlint
