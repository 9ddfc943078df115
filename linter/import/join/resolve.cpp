#include "linter/import/join/resolve.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "linter/import/join/join.h"
#include "linter/import/names.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

template <class Id>
Id id_of(std::size_t index) {
  return static_cast<Id>(index);
}

template <class Id>
std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

/// Names to ids, without regard to case. A name that two objects share means neither.
template <class Id>
class NameIndex {
 public:
  void add(std::string_view name, Id id) {
    if (name.empty()) return;
    const auto [it, added] = ids_.emplace(lower(name), id);
    if (!added && it->second != id) it->second = std::nullopt;
  }
  [[nodiscard]] std::optional<Id> find(std::string_view name) const {
    const auto it = ids_.find(lower(name));
    return it == ids_.end() ? std::nullopt : it->second;
  }
  [[nodiscard]] bool holds(std::string_view name) const { return ids_.contains(lower(name)); }

 private:
  std::unordered_map<std::string, std::optional<Id>> ids_;
};

bool is_modern_group_name(std::string_view name) {
  return find_ignoring_case(name, kModernRoutingGroupMark) != std::string_view::npos;
}

/// Object by object, in the order: servers and places first, then what refers to them.
class Resolver {
 public:
  explicit Resolver(Organization& organization) : org_(organization) {}

  void run(std::vector<Object> objects) {
    if (!objects.empty()) org_.where = objects.front().where;
    for (Object& object : objects) sort_in(std::move(object));
    index_names();
    for (std::size_t i = 0; i < org_.servers.size(); ++i) link_server(i);
    for (std::size_t i = 0; i < org_.routing_groups.size(); ++i) link_group_members(i);
    for (std::size_t i = 0; i < org_.site_links.size(); ++i) link_site_link(i);
    for (std::size_t i = 0; i < org_.connectors.size(); ++i) link_connector(i);
    for (const Recipient& recipient : org_.recipients) require_type_of(recipient);
  }

 private:
  void sort_in(Object object) {
    switch (object.object_kind()) {
      case ObjectKind::server: return add(org_.servers, std::move(object));
      case ObjectKind::site: return add(org_.sites, std::move(object));
      case ObjectKind::site_link: return add(org_.site_links, std::move(object));
      case ObjectKind::routing_group: return add(org_.routing_groups, std::move(object));
      case ObjectKind::connector: return add(org_.connectors, std::move(object));
      case ObjectKind::accepted_domain: return add(org_.accepted_domains, std::move(object));
      case ObjectKind::recipient: return add(org_.recipients, std::move(object));
      default: org_.others.push_back(std::move(object));
    }
  }

  template <class T>
  static void add(std::vector<T>& to, Object object) {
    T made;
    static_cast<Object&>(made) = std::move(object);
    to.push_back(std::move(made));
  }

  void index_names() {
    for (std::size_t i = 0; i < org_.servers.size(); ++i) {
      const auto id = id_of<ServerId>(i);
      const std::string_view name = org_.servers[i].name();
      servers_.add(name, id);
      servers_.add(org_.servers[i].text(Property::fqdn), id);
      const std::size_t dot = name.find('.');
      if (dot != std::string_view::npos) servers_.add(name.substr(0, dot), id);
    }
    for (std::size_t i = 0; i < org_.sites.size(); ++i) {
      sites_.add(org_.sites[i].name(), id_of<SiteId>(i));
    }
    for (std::size_t i = 0; i < org_.routing_groups.size(); ++i) index_group(i);
  }

  void index_group(std::size_t index) {
    RoutingGroup& group = org_.routing_groups[index];
    group.modern = is_modern_group_name(group.name());
    group.administrative_group = std::string(group.text(Property::administrative_group));
    if (group.administrative_group.empty()) {
      group.administrative_group = std::string(
          split_group_name(routing_group_of_dn(group.text(Property::dn))).administrative_group);
    }
    const auto id = id_of<RoutingGroupId>(index);
    groups_.add(group.name(), id);
    if (!group.administrative_group.empty()) {
      groups_.add(group.administrative_group + "\\" + std::string(group.name()), id);
    }
  }

  /// The server that `name` means: by name or FQDN; an FQDN also by its first label, where the
  /// server's own FQDN is not known.
  [[nodiscard]] std::optional<ServerId> find_server(std::string_view name) const {
    if (const std::optional<ServerId> exact = servers_.find(name)) return exact;
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::optional<ServerId> by_label = servers_.find(name.substr(0, dot));
    if (by_label && org_.server(*by_label).text(Property::fqdn).empty()) return by_label;
    return std::nullopt;
  }

  [[nodiscard]] ServerReference reference_to(std::string_view name, Span where) const {
    const std::string_view bare = without_deleted_mark(name);
    return {.name = {std::string(bare), where},
            .server = find_server(bare),
            .deleted = is_deleted_name(name)};
  }

  /// The site of that name; an implied one where no input describes it.
  std::optional<SiteId> site_named(std::string_view name, Span where) {
    if (name.empty()) return std::nullopt;
    if (sites_.holds(name)) return sites_.find(name);
    Site site(ObjectKind::site, where);
    site.set({.property = Property::name, .where = where, .value = std::string(name)});
    site.implied = true;
    const auto id = id_of<SiteId>(org_.sites.size());
    org_.sites.push_back(std::move(site));
    sites_.add(name, id);
    return id;
  }

  /// The routing group of that name (`Administrative Group\Routing Group` or the name alone); an
  /// implied one where no input describes it; nothing where the name means several.
  std::optional<RoutingGroupId> group_named(std::string_view name, Span where) {
    if (name.empty()) return std::nullopt;
    if (groups_.holds(name)) return groups_.find(name);
    const GroupName parts = split_group_name(name);
    if (!parts.administrative_group.empty() && groups_.holds(parts.name)) {
      // The name alone is known; the same group unless its administrative group is another one.
      const std::optional<RoutingGroupId> known = groups_.find(parts.name);
      if (known && org_.routing_group(*known).administrative_group.empty()) {
        org_.routing_groups[index_of(*known)].administrative_group =
            std::string(parts.administrative_group);
        groups_.add(name, *known);
        return known;
      }
    }
    RoutingGroup group(ObjectKind::routing_group, where);
    group.set({.property = Property::name, .where = where, .value = std::string(parts.name)});
    if (!parts.administrative_group.empty()) {
      group.set({.property = Property::administrative_group,
                 .where = where,
                 .value = std::string(parts.administrative_group)});
    }
    group.implied = true;
    org_.routing_groups.push_back(std::move(group));
    index_group(org_.routing_groups.size() - 1);
    return id_of<RoutingGroupId>(org_.routing_groups.size() - 1);
  }

  void link_server(std::size_t index) {
    const auto id = id_of<ServerId>(index);
    Server& server = org_.servers[index];
    server.exchange = parse_version(server.text(Property::version));
    if (server.exchange) server.generation = generation_of(*server.exchange);
    if (server.states(Property::roles) && !server.states_nothing(Property::roles)) {
      std::uint8_t roles = 0;
      for (const Located<std::string>& word : server.names(Property::roles)) {
        const std::optional<Role> role = role_named(*word);
        if (role) roles |= static_cast<std::uint8_t>(*role);
      }
      server.roles = roles;
    }
    const std::optional<SiteId> site =
        site_named(server.text(Property::site), server.place_of(Property::site));
    if (site) org_.sites[index_of(*site)].servers.push_back(id);
    const std::optional<RoutingGroupId> group =
        group_named(server.text(Property::routing_group), server.place_of(Property::routing_group));
    org_.servers[index].site = site;
    join_group(id, group);
  }

  void join_group(ServerId id, std::optional<RoutingGroupId> group) {
    Server& server = org_.servers[index_of(id)];
    if (!group || server.routing_group) return;
    server.routing_group = group;
    org_.routing_groups[index_of(*group)].servers.push_back(id);
  }

  void link_group_members(std::size_t index) {
    for (const Located<std::string>& name : org_.routing_groups[index].names(Property::members)) {
      const std::optional<ServerId> server = find_server(*name);
      if (server) join_group(*server, id_of<RoutingGroupId>(index));
    }
  }

  void link_site_link(std::size_t index) {
    std::vector<SiteId> linked;
    for (const Located<std::string>& name : org_.site_links[index].names(Property::sites)) {
      const std::optional<SiteId> site = site_named(*name, name.where);
      if (site) linked.push_back(*site);
    }
    org_.site_links[index].sites = std::move(linked);
  }

  void link_connector(std::size_t index) {
    const auto id = id_of<ConnectorId>(index);
    Connector& connector = org_.connectors[index];
    connector.kind =
        connector_kind_named(connector.text(Property::kind)).value_or(ConnectorKind::unknown);
    connector.gateway_class =
        gateway_class_named(connector.text(Property::gateway_class)).value_or(GatewayClass::none);
    for (const Located<std::string>& name : connector.names(Property::source_servers)) {
      connector.sources.push_back(reference_to(*name, name.where));
    }
    for (const Located<std::string>& name : connector.names(Property::target_servers)) {
      connector.targets.push_back(reference_to(*name, name.where));
    }
    const std::string_view mta = connector.text(Property::home_mta_server_id);
    if (!mta.empty()) {
      connector.home_mta = reference_to(mta, connector.place_of(Property::home_mta_server_id));
    }
    connector.home =
        group_named(connector.text(Property::home), connector.place_of(Property::home));
    connector.target =
        group_named(connector.text(Property::target), connector.place_of(Property::target));
    if (connector.home) org_.routing_groups[index_of(*connector.home)].connectors.push_back(id);
    connector.host = host_of(connector);
    connector.scope = scope_of(connector);
  }

  /// What the versions of the named servers say.
  [[nodiscard]] Host host_by_version(const std::vector<ServerReference>& servers) const {
    Host host = Host::unknown;
    for (const ServerReference& reference : servers) {
      if (!reference.server) continue;
      const Generation generation = org_.server(*reference.server).generation;
      if (is_modern(generation)) return Host::modern;
      if (is_legacy(generation)) host = Host::legacy;
    }
    return host;
  }

  [[nodiscard]] Host host_of(const Connector& connector) const {
    Host host = host_by_version(connector.sources);
    if (host == Host::unknown && connector.sources.empty() && connector.home_mta) {
      host = host_by_version({*connector.home_mta});
    }
    return host == Host::unknown ? host_by_kind(connector) : host;
  }

  /// What kind and home say where no version is known.
  [[nodiscard]] Host host_by_kind(const Connector& connector) const {
    const std::optional<bool> modern_home =
        connector.home ? std::optional(org_.routing_group(*connector.home).modern) : std::nullopt;
    switch (connector.kind) {
      case ConnectorKind::foreign:
      case ConnectorKind::delivery_agent:
      case ConnectorKind::receive:
      case ConnectorKind::outbound:
      case ConnectorKind::inbound: return Host::modern;
      case ConnectorKind::smtp:
      case ConnectorKind::x400:
      case ConnectorKind::gateway: return modern_home == true ? Host::unknown : Host::legacy;
      case ConnectorKind::send:
        // Get-SendConnector returns the SMTP connectors of Exchange 2000/2003 as well, so that an
        // export without home does not tell them apart; an organisation file says `smtp` for those.
        if (modern_home) return *modern_home ? Host::modern : Host::legacy;
        return org_.coverage.cmdlet_objects ? Host::unknown : Host::modern;
      case ConnectorKind::routing_group:
        if (modern_home) return *modern_home ? Host::modern : Host::legacy;
        return Host::unknown;
      case ConnectorKind::unknown: return Host::unknown;
    }
    return Host::unknown;
  }

  /// The stated scope; else the `Local:` of an address space: the site of a connector of Exchange
  /// 2007 and later (New-SendConnector RTM), the routing group of an older one (KB 257638).
  [[nodiscard]] static Scope scope_of(const Connector& connector) {
    if (const auto stated = scope_named(connector.text(Property::scope))) return *stated;
    const bool local = std::ranges::any_of(connector.address_spaces(), &AddressSpace::local);
    if (!local) return Scope::unknown;
    switch (connector.host) {
      case Host::modern: return Scope::site;
      case Host::legacy: return Scope::routing_group;
      case Host::unknown: break;
    }
    return connector.kind == ConnectorKind::send ? Scope::site : Scope::routing_group;
  }

  /// A recipient's target address makes its type a required one; at most five recipients a type.
  void require_type_of(const Recipient& recipient) {
    constexpr int kKept = 5;
    const std::string_view address = recipient.text(Property::target_address);
    const std::size_t colon = address.find(':');
    if (colon == std::string_view::npos || colon == 0) return;
    const std::string type = upper(trim(address.substr(0, colon)));
    if (++recipients_of_type_[type] > kKept) return;
    org_.required_types.push_back({.type = type,
                                   .origin = RequiredType::Origin::recipient,
                                   .where = recipient.place_of(Property::target_address),
                                   .recipient = std::string(recipient.name())});
  }

  Organization& org_;
  NameIndex<ServerId> servers_;
  NameIndex<SiteId> sites_;
  NameIndex<RoutingGroupId> groups_;
  std::unordered_map<std::string, int> recipients_of_type_;
};

}  // namespace

void resolve(std::vector<Object> objects, Organization& organization) {
  Resolver(organization).run(std::move(objects));
}

}  // namespace connlint
