// Organisations made from a seed, in a form that tests can vary and ask by themselves.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/support/organization_builder.h"

namespace connlint::test {

struct SiteDraft {
  std::string name;
  bool hub = false;
};
struct LinkDraft {
  std::string name;
  std::vector<int> sites;
  std::int64_t cost = 1;
  std::optional<std::int64_t> exchange_cost;
};
/// In a site, or in a routing group where `legacy`.
struct ServerDraft {
  std::string name;
  bool legacy = false;
  int place = 0;
};
struct SpaceDraft {
  std::string text;
  std::int64_t cost = 1;
};
/// A Send connector, or an SMTP connector where its servers are legacy ones.
struct ConnectorDraft {
  std::string name;
  std::vector<SpaceDraft> spaces;
  std::vector<int> servers;
  bool legacy = false;
  bool scoped = false;
  bool enabled = true;
  std::optional<std::uint64_t> limit;
};
/// A routing group connector; `-1` stands for the routing group of Exchange 2007.
struct GroupLinkDraft {
  std::string name;
  int from = 0;
  int to = 0;
  std::int64_t cost = 1;
};

struct Draft {
  std::vector<SiteDraft> sites;
  std::vector<LinkDraft> links;
  std::vector<std::string> groups;
  std::vector<ServerDraft> servers;
  std::vector<ConnectorDraft> connectors;
  std::vector<GroupLinkDraft> group_links;
};

inline std::string quoted_space(const SpaceDraft& space) {
  return space.text + ";" + std::to_string(space.cost);
}

/// The first server of a place, by its index, or -1.
inline int first_server(const Draft& draft, bool legacy, int place) {
  for (std::size_t i = 0; i < draft.servers.size(); ++i) {
    if (draft.servers[i].legacy == legacy && draft.servers[i].place == place) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

/// Makes a draft an organisation, with its lists in an order that depends on `shuffle`.
class DraftWriter {
 public:
  DraftWriter(const Draft& draft, std::uint32_t shuffle) : draft_(draft), random_(shuffle) {}

  Organization write() {
    for (int i : order(draft_.sites.size())) {
      const SiteDraft& site = draft_.sites[at(i)];
      builder_.add(ObjectKind::site,
                   {{Property::name, {site.name}}, {Property::hub, {site.hub ? "true" : "false"}}});
    }
    for (int i : order(draft_.links.size())) write(draft_.links[at(i)]);
    for (int i : order(draft_.groups.size())) {
      builder_.add(ObjectKind::routing_group, {{Property::name, {draft_.groups[at(i)]}}});
    }
    for (int i : order(draft_.servers.size())) write(draft_.servers[at(i)]);
    for (int i : order(draft_.connectors.size())) write(draft_.connectors[at(i)]);
    for (int i : order(draft_.group_links.size())) write(draft_.group_links[at(i)]);
    builder_.coverage().add(ObjectKind::site_link);
    return builder_.build();
  }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  static constexpr const char* kModernGroup = "Exchange Routing Group (DWBGZMFD01QNBJR)";

  std::vector<int> order(std::size_t count) {
    std::vector<int> numbers(count);
    for (std::size_t i = 0; i < count; ++i) numbers[i] = static_cast<int>(i);
    if (random_() != 0 && shuffled_) std::ranges::shuffle(numbers, random_);
    shuffled_ = true;
    return numbers;
  }

  std::string group_name(int group) const {
    return group < 0 ? kModernGroup : draft_.groups[at(group)];
  }

  void write(const LinkDraft& link) {
    std::vector<std::string> names;
    for (int i : link.sites) names.push_back(draft_.sites[at(i)].name);
    std::vector<Statement> statements = {{Property::name, {link.name}},
                                         {Property::sites, names},
                                         {Property::cost, {std::to_string(link.cost)}}};
    if (link.exchange_cost) {
      statements.push_back({Property::exchange_cost, {std::to_string(*link.exchange_cost)}});
    }
    builder_.add(ObjectKind::site_link, statements);
  }

  void write(const ServerDraft& server) {
    if (server.legacy) {
      builder_.server(server.name, {{Property::version, {"6.5 (Build 7638.2)"}},
                                    {Property::routing_group, {group_name(server.place)}}});
    } else {
      builder_.server(server.name, {{Property::version, {"8.1 (Build 240.6)"}},
                                    {Property::roles, {"hub-transport", "mailbox"}},
                                    {Property::site, {draft_.sites[at(server.place)].name}},
                                    {Property::routing_group, {kModernGroup}}});
    }
  }

  void write(const ConnectorDraft& connector) {
    std::vector<std::string> spaces;
    std::vector<std::string> servers;
    for (const SpaceDraft& space : connector.spaces) spaces.push_back(quoted_space(space));
    for (int i : connector.servers) servers.push_back(draft_.servers[at(i)].name);
    const int group = connector.legacy ? draft_.servers[at(connector.servers.front())].place : -1;
    const std::string narrow = connector.legacy ? "routing-group" : "site";
    std::vector<Statement> statements = {
        {Property::kind, {connector.legacy ? "smtp" : "send"}},
        {Property::address_spaces, spaces},
        {Property::source_servers, servers},
        {Property::home, {group_name(group)}},
        {Property::scope, {connector.scoped ? narrow : "organization"}}};
    if (!connector.legacy) {
      statements.push_back({Property::enabled, {connector.enabled ? "true" : "false"}});
    }
    if (connector.limit) {
      statements.push_back({Property::max_message_size, {std::to_string(*connector.limit)}});
    }
    builder_.connector(connector.name, statements);
  }

  void write(const GroupLinkDraft& link) {
    builder_.connector(link.name, {{Property::kind, {"routing-group"}},
                                   {Property::home, {group_name(link.from)}},
                                   {Property::target, {group_name(link.to)}},
                                   {Property::cost, {std::to_string(link.cost)}},
                                   {Property::source_servers, {end_server(link.from)}},
                                   {Property::target_servers, {end_server(link.to)}}});
  }

  /// The server at an end: the first one of Exchange 2007, or the first of the routing group.
  std::string end_server(int group) const {
    for (const ServerDraft& server : draft_.servers) {
      if (server.legacy == (group >= 0) && (group < 0 || server.place == group)) return server.name;
    }
    return "none";
  }

  const Draft& draft_;
  std::mt19937 random_;
  bool shuffled_ = true;
  OrganizationBuilder builder_;
};

/// Draws drafts.
class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
  bool chance(int percent) { return number(1, 100) <= percent; }

  /// Exchange 2007 alone: up to six sites.
  Draft modern() {
    Draft draft;
    const int sites = number(1, 6);
    for (int i = 0; i < sites; ++i) {
      draft.sites.push_back({std::string(1, static_cast<char>('A' + i)), chance(25)});
    }
    const int links = number(sites - 1, sites + 2);
    for (int i = 0; i < links && sites > 1; ++i) draft.links.push_back(link(i, sites));
    for (int i = 0; i < sites; ++i) {
      const int servers = i == 0 ? number(1, 3) : number(0, 2);
      for (int j = 0; j < servers; ++j) {
        draft.servers.push_back({"EX" + std::to_string(i) + std::to_string(j), false, i});
      }
    }
    const int connectors = number(1, 8);
    for (int i = 0; i < connectors; ++i) draft.connectors.push_back(connector(draft, i, false));
    return draft;
  }

  /// Exchange 2003 alone, or beside Exchange 2007.
  Draft with_groups(bool coexistence) {
    Draft draft;
    if (coexistence) draft = modern();
    const int groups = number(1, 5);
    for (int i = 0; i < groups; ++i) {
      draft.groups.push_back("RG" + std::to_string(i));
      draft.servers.push_back({"OLD" + std::to_string(i), true, i});
    }
    const int links = number(groups - 1, groups * 2);
    for (int i = 0; i < links; ++i) {
      const int from = number(coexistence ? -1 : 0, groups - 1);
      const int to = number(coexistence ? -1 : 0, groups - 1);
      if (from != to) {
        draft.group_links.push_back({"RGC" + std::to_string(i), from, to, number(1, 4)});
      }
    }
    const int connectors = number(1, 5);
    for (int i = 0; i < connectors; ++i) draft.connectors.push_back(connector(draft, 50 + i, true));
    return draft;
  }

  std::string address() {
    static const std::vector<std::string> kAddresses = {
        "u@contoso.com", "u@sub.contoso.com", "u@deep.sub.contoso.com", "u@fabrikam.com",
        "FAX:123",       "FAX:0171",          "X400:c=DE;a=X;p=Y;o=Z",  "X400:c=US;a= ;p=Q"};
    return kAddresses[static_cast<std::size_t>(number(0, 7))];
  }

 private:
  LinkDraft link(int index, int sites) {
    LinkDraft draft{.name = "L" + std::to_string(index),
                    .sites = {},
                    .cost = number(1, 5),
                    .exchange_cost = {}};
    std::vector<int> all(static_cast<std::size_t>(sites));
    for (int i = 0; i < sites; ++i) all[static_cast<std::size_t>(i)] = i;
    std::ranges::shuffle(all, random_);
    all.resize(static_cast<std::size_t>(chance(75) ? 2 : std::min(sites, number(2, 4))));
    draft.sites = all;
    if (chance(20)) draft.exchange_cost = number(1, 5);
    return draft;
  }

  ConnectorDraft connector(const Draft& draft, int index, bool legacy) {
    static const std::vector<std::string> kSpaces = {
        "SMTP:*", "SMTP:*.contoso.com", "SMTP:contoso.com", "SMTP:*.sub.contoso.com",
        "FAX:*",  "FAX:0171",           "X400:c=*",         "X400:c=DE;a=X;p=*"};
    ConnectorDraft made{.name = "C" + std::to_string(index),
                        .spaces = {},
                        .servers = {},
                        .legacy = legacy,
                        .scoped = chance(20),
                        .enabled = chance(90),
                        .limit = {}};
    if (chance(20)) made.limit = static_cast<std::uint64_t>(number(1, 3)) * 1000;
    const int spaces = number(1, 3);
    for (int i = 0; i < spaces; ++i) {
      made.spaces.push_back({kSpaces[static_cast<std::size_t>(number(0, 7))], number(1, 4)});
    }
    std::vector<int> candidates;
    for (std::size_t i = 0; i < draft.servers.size(); ++i) {
      if (draft.servers[i].legacy == legacy) candidates.push_back(static_cast<int>(i));
    }
    made.servers = {
        candidates[static_cast<std::size_t>(number(0, static_cast<int>(candidates.size()) - 1))]};
    if (!legacy && chance(20)) made.servers.push_back(candidates.front());
    return made;
  }

  std::mt19937 random_;
};

}  // namespace connlint::test
