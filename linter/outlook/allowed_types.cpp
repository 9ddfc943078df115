#include "linter/outlook/allowed_types.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "linter/facts/dropped.h"
#include "linter/facts/server_kind.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

Feeding feeding_of_legacy(const Connector& connector) {
  switch (connector.scope) {
    case Scope::organization: return Feeding::legacy_host;
    case Scope::routing_group:
    case Scope::site: return Feeding::legacy_scope;
    case Scope::unknown: break;
  }
  return Feeding::legacy_scope_unknown;
}

Feeding feeding_of_modern(const Connector& connector, ScopeFix fix) {
  if (connector.scope == Scope::organization || fix == ScopeFix::fixed) return Feeding::feeds;
  if (connector.scope == Scope::unknown) return Feeding::unknown;
  return fix == ScopeFix::unfixed ? Feeding::scoped_unfixed : Feeding::scoped_rollup_unknown;
}

/// What a connector does for the servers that are alike in the fix of KB 955778.
Feeding feeding_by_fix(const Connector& connector, ScopeFix fix) {
  if (!carries_types(connector)) return Feeding::no_types;
  if (!connector.counts_as_enabled()) return Feeding::disabled;
  switch (connector.host) {
    case Host::modern: return feeding_of_modern(connector, fix);
    case Host::legacy: return feeding_of_legacy(connector);
    case Host::unknown: break;
  }
  return Feeding::unknown;
}

/// The first cause that fits the carriers of a type that no connector feeds.
GapCause cause_of(const Organization& organization, const std::vector<TypeCarrier>& carriers) {
  const auto any = [&](auto&& fits) { return std::ranges::any_of(carriers, fits); };
  const auto is_scoped = [](const TypeCarrier& carrier) {
    return carrier.feeding == Feeding::scoped_unfixed ||
           carrier.feeding == Feeding::scoped_rollup_unknown;
  };
  if (any([](const TypeCarrier& c) { return c.feeding == Feeding::legacy_host; })) {
    return GapCause::legacy_host;
  }
  if (any([](const TypeCarrier& c) { return c.feeding == Feeding::legacy_scope_unknown; })) {
    return GapCause::legacy_scope_unknown;
  }
  const bool scoped_send = any([&](const TypeCarrier& c) {
    return is_scoped(c) && organization.connector(c.connector).kind == ConnectorKind::send;
  });
  if (scoped_send) return GapCause::scoped_send;
  return any(is_scoped) ? GapCause::scoped_other : GapCause::legacy_scope;
}

/// Sorts by name, so that what is said of them does not depend on the order of the inputs.
template <class Ids, class NameOf>
void sort_by_name(Ids& ids, NameOf&& name_of) {
  std::ranges::stable_sort(ids, LessIgnoringCase(), name_of);
}

/// The servers of `list_servers` by whether they have the fix of KB 955778.
using ServersByFix = std::map<ScopeFix, std::vector<ServerId>>;

/// Answers for one type; what is known of connectors and servers is worked out once for all types.
class TypeListing {
 public:
  TypeListing(const Organization& organization, const CarriedType& type)
      : organization_(organization), type_(type) {}

  /// Takes in the servers that are alike in the fix.
  void add(ScopeFix fix, const std::vector<ServerId>& servers) {
    std::vector<TypeCarrier> carriers;
    std::vector<ConnectorId> unknown;
    bool may_feed_with_fix = false;
    for (ConnectorId id : type_.connectors) {
      const Feeding feeding = feeding_by_fix(organization_.connector(id), fix);
      if (feeding == Feeding::feeds) return;
      if (feeding == Feeding::unknown) unknown.push_back(id);
      may_feed_with_fix = may_feed_with_fix || feeding == Feeding::scoped_rollup_unknown;
      carriers.push_back({id, feeding});
    }
    if (!unknown.empty()) {
      unknown_.insert(unknown.begin(), unknown.end());
      return;
    }
    if (may_feed_with_fix) gap_.unsure.insert(gap_.unsure.end(), servers.begin(), servers.end());
    // Servers that surely lack the fix come first and say what the carriers do.
    if (gap_.carriers.empty()) gap_.carriers = std::move(carriers);
    gap_.servers.insert(gap_.servers.end(), servers.begin(), servers.end());
  }

  /// Takes in the servers that may be older than Exchange 2007: they matter where a type is fed
  /// only by connectors that do not feed every list.
  void add_unknown(const std::vector<ServerId>& servers) {
    const bool feeds_all = std::ranges::any_of(type_.connectors, [&](ConnectorId id) {
      return feeding_by_fix(organization_.connector(id), ScopeFix::unfixed) == Feeding::feeds;
    });
    if (!feeds_all) unknown_servers_ = servers;
  }

  void put_into(ListGaps& gaps) {
    const auto server_name = [&](ServerId id) { return organization_.server(id).name(); };
    const auto connector_name = [&](ConnectorId id) { return organization_.connector(id).name(); };
    if (!gap_.servers.empty()) {
      gap_.type = type_.type;
      gap_.cause = cause_of(organization_, gap_.carriers);
      gap_.depends_on_rollup = gap_.unsure.size() == gap_.servers.size();
      sort_by_name(gap_.servers, server_name);
      sort_by_name(gap_.unsure, server_name);
      sort_by_name(gap_.carriers,
                   [&](const TypeCarrier& carrier) { return connector_name(carrier.connector); });
      gaps.gaps.push_back(std::move(gap_));
    }
    if (!unknown_.empty() || !unknown_servers_.empty()) {
      UnknownListing listing{
          type_.type, {unknown_.begin(), unknown_.end()}, std::move(unknown_servers_)};
      sort_by_name(listing.servers, server_name);
      sort_by_name(listing.connectors, connector_name);
      gaps.unknown.push_back(std::move(listing));
    }
  }

 private:
  const Organization& organization_;
  const CarriedType& type_;
  ListGap gap_;
  std::set<ConnectorId> unknown_;
  std::vector<ServerId> unknown_servers_;
};

/// The servers that may be of Exchange 2007 or later: version, routing group and roles are unknown.
std::vector<ServerId> servers_of_unknown_kind(const Organization& organization) {
  std::vector<ServerId> ids;
  for (std::size_t i = 0; i < organization.servers.size(); ++i) {
    const Server& server = organization.servers[i];
    if (server.flag(Property::deleted).value_or(false)) continue;
    if (counts_as_modern(organization, server) || counts_as_legacy(organization, server)) continue;
    ids.push_back(static_cast<ServerId>(i));
  }
  return ids;
}

}  // namespace

ScopeFix scope_fix_of(const Server& server) {
  if (server.generation > Generation::exchange_2007) return ScopeFix::fixed;
  if (server.generation != Generation::exchange_2007) return ScopeFix::unknown;
  if (server.exchange->minor >= 2) return ScopeFix::fixed;
  if (server.exchange->minor < 1) return ScopeFix::unfixed;
  constexpr std::int64_t kFixedIn = 7;
  const std::optional<std::int64_t> rollup = server.number(Property::update_rollup);
  if (!rollup) return ScopeFix::unknown;
  return *rollup >= kFixedIn ? ScopeFix::fixed : ScopeFix::unfixed;
}

Feeding feeding(const Organization& /*organization*/, const Connector& connector,
                const Server& server) {
  return feeding_by_fix(connector, scope_fix_of(server));
}

Feeding feeding(const Organization& organization, const Connector& connector, const Server& server,
                std::string_view type) {
  const Feeding found = feeding_by_fix(connector, scope_fix_of(server));
  if (found == Feeding::no_types || found == Feeding::disabled) return found;
  return carriage_of(organization, connector, type) == Carriage::dropped ? Feeding::dropped : found;
}

std::vector<ServerId> list_servers(const Organization& organization) {
  std::vector<ServerId> ids;
  for (std::size_t i = 0; i < organization.servers.size(); ++i) {
    const Server& server = organization.servers[i];
    if (!counts_as_modern(organization, server)) continue;
    if (server.roles && !server.has_role(Role::mailbox)) continue;
    if (server.flag(Property::deleted).value_or(false)) continue;
    ids.push_back(static_cast<ServerId>(i));
  }
  return ids;
}

ListGaps list_gaps(const Organization& organization, std::span<const CarriedType> carried) {
  ServersByFix servers;
  for (ServerId id : list_servers(organization)) {
    servers[scope_fix_of(organization.server(id))].push_back(id);
  }
  const std::vector<ServerId> unknown = servers_of_unknown_kind(organization);
  ListGaps gaps;
  gaps.no_servers = servers.empty() && unknown.empty();
  for (const CarriedType& type : carried) {
    if (always_listed(type.type) || type.connectors.empty()) continue;
    TypeListing listing(organization, type);
    for (ScopeFix fix : {ScopeFix::unfixed, ScopeFix::unknown, ScopeFix::fixed}) {
      const auto found = servers.find(fix);
      if (found != servers.end()) listing.add(fix, found->second);
    }
    if (!unknown.empty()) listing.add_unknown(unknown);
    listing.put_into(gaps);
  }
  return gaps;
}

}  // namespace connlint
