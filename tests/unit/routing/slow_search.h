// Routing in an organisation of Exchange 2007 by brute force, straight from the documented steps:
// an independent answer to compare with. Written without any code of the product.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/unit/routing/generated_organization.h"

namespace connlint::test {

/// The answer of the slow search.
struct SlowAnswer {
  std::optional<std::string> connector;
  std::vector<std::string> path;
  std::int64_t path_cost = 0;
  bool loop = false;
};

/// Asks one draft; small ones only, since all simple paths are tried.
class SlowSearch {
 public:
  explicit SlowSearch(const Draft& draft) : draft_(draft) {}

  /// The best path by cost, hops and names from the destination backwards, with both ends; nothing
  /// where there is none.
  std::optional<std::pair<std::int64_t, std::vector<int>>> path(int from, int to) const {
    best_.reset();
    std::vector<int> nodes = {from};
    try_paths(nodes, 0, to);
    if (!best_) return std::nullopt;
    return std::make_pair(std::get<0>(*best_), nodes_of_best_);
  }

  /// Follows a message until it leaves.
  SlowAnswer follow(int site, int server, const std::string& address,
                    std::optional<std::uint64_t> size) const {
    SlowAnswer answer;
    answer.path = {draft_.sites[at(site)].name};
    std::set<int> visited = {site};
    while (true) {
      const std::optional<Pick> pick = choose(site, server, address, size);
      if (!pick) return answer;
      const ConnectorDraft& connector = draft_.connectors[at(pick->connector)];
      if (pick->site == site) {
        answer.connector = connector.name;
        return answer;
      }
      const std::vector<int> nodes = path(site, pick->site)->second;
      std::size_t stop = 1;
      while (stop + 1 < nodes.size() && !is_hub(nodes[stop])) ++stop;
      for (std::size_t i = 1; i <= stop; ++i) {
        answer.path.push_back(draft_.sites[at(nodes[i])].name);
      }
      answer.path_cost += path(site, nodes[stop])->first;
      server = nodes[stop] == pick->site ? source_in(connector, pick->site) : -1;
      site = nodes[stop];
      if (!visited.insert(site).second) {
        answer.loop = true;
        return answer;
      }
    }
  }

 private:
  struct Pick {
    int connector;
    int site;
  };

  static std::size_t at(int index) { return static_cast<std::size_t>(index); }

  std::optional<std::int64_t> step(int a, int b) const {
    std::optional<std::int64_t> least;
    for (const LinkDraft& link : draft_.links) {
      const bool joins =
          std::ranges::count(link.sites, a) > 0 && std::ranges::count(link.sites, b) > 0;
      const std::int64_t cost = link.exchange_cost.value_or(link.cost);
      if (joins && (!least || cost < *least)) least = cost;
    }
    return least;
  }

  void try_paths(std::vector<int>& nodes, std::int64_t cost, int to) const {
    if (nodes.back() == to) {
      std::vector<std::string> backwards;
      for (auto it = nodes.rbegin(); it != nodes.rend(); ++it) {
        backwards.push_back(draft_.sites[at(*it)].name);
      }
      auto key = std::make_tuple(cost, nodes.size(), backwards);
      if (!best_ || key < *best_) {
        best_ = std::move(key);
        nodes_of_best_ = nodes;
      }
      return;
    }
    for (int next = 0; next < static_cast<int>(draft_.sites.size()); ++next) {
      if (std::ranges::count(nodes, next) > 0) continue;
      const std::optional<std::int64_t> more = step(nodes.back(), next);
      if (!more) continue;
      nodes.push_back(next);
      try_paths(nodes, cost + *more, to);
      nodes.pop_back();
    }
  }

  bool is_hub(int site) const {
    return draft_.sites[at(site)].hub && first_server(draft_, false, site) >= 0;
  }

  int source_in(const ConnectorDraft& connector, int site) const {
    int found = -1;
    for (int server : connector.servers) {
      if (draft_.servers[at(server)].place != site) continue;
      if (found < 0 || draft_.servers[at(server)].name < draft_.servers[at(found)].name) {
        found = server;
      }
    }
    return found;
  }

  /// How specifically a space takes one of the generator's addresses; 0 where it does not.
  static int specificity(const std::string& space, const std::string& address) {
    static const std::map<std::string, std::map<std::string, int>> kTable = {
        {"SMTP:*",
         {{"u@contoso.com", 1},
          {"u@sub.contoso.com", 1},
          {"u@deep.sub.contoso.com", 1},
          {"u@fabrikam.com", 1}}},
        {"SMTP:*.contoso.com",
         {{"u@contoso.com", 2}, {"u@sub.contoso.com", 2}, {"u@deep.sub.contoso.com", 2}}},
        {"SMTP:contoso.com", {{"u@contoso.com", 4}}},
        {"SMTP:*.sub.contoso.com", {{"u@sub.contoso.com", 3}, {"u@deep.sub.contoso.com", 3}}},
        {"FAX:*", {{"FAX:123", 1}, {"FAX:0171", 1}}},
        {"FAX:0171", {{"FAX:0171", 2}}},
        {"X400:c=*", {{"X400:c=DE;a=X;p=Y;o=Z", 1}, {"X400:c=US;a= ;p=Q", 1}}},
        {"X400:c=DE;a=X;p=*", {{"X400:c=DE;a=X;p=Y;o=Z", 2}}}};
    const auto& row = kTable.at(space);
    const auto found = row.find(address);
    return found == row.end() ? 0 : found->second;
  }

  /// The site of the nearest source server, with its distance in cost and hops.
  std::optional<std::tuple<std::int64_t, std::size_t, std::string, int>> nearest(
      int site, const ConnectorDraft& connector) const {
    std::optional<std::tuple<std::int64_t, std::size_t, std::string, int>> best;
    for (int server : connector.servers) {
      const int place = draft_.servers[at(server)].place;
      const auto found = path(site, place);
      if (!found) continue;
      auto key =
          std::make_tuple(found->first, found->second.size(), draft_.sites[at(place)].name, place);
      if (!best || key < *best) best = key;
    }
    return best;
  }

  std::optional<Pick> choose(int site, int server, const std::string& address,
                             std::optional<std::uint64_t> size) const {
    int servers_here = 0;
    for (const ServerDraft& one : draft_.servers) servers_here += one.place == site ? 1 : 0;
    if (server < 0 && servers_here == 1) server = first_server(draft_, false, site);
    std::optional<std::tuple<int, std::int64_t, int, std::string>> best;
    Pick pick{};
    for (int i = 0; i < static_cast<int>(draft_.connectors.size()); ++i) {
      const ConnectorDraft& connector = draft_.connectors[at(i)];
      const auto here = [&](int s) { return draft_.servers[at(s)].place == site; };
      if (size && connector.limit && *connector.limit < *size) continue;
      if (!connector.enabled) continue;
      if (connector.scoped && std::ranges::none_of(connector.servers, here)) continue;
      const auto distance = nearest(site, connector);
      if (!distance) continue;
      for (const SpaceDraft& space : connector.spaces) {
        const int how = specificity(space.text, address);
        if (how == 0) continue;
        const bool local = std::ranges::count(connector.servers, server) > 0;
        const int nearness = std::get<3>(*distance) != site ? 2 : local ? 0 : 1;
        auto key =
            std::make_tuple(-how, std::get<0>(*distance) + space.cost, nearness, connector.name);
        if (best && *best <= key) continue;
        best = key;
        pick = {i, std::get<3>(*distance)};
      }
    }
    return best ? std::optional(pick) : std::nullopt;
  }

  const Draft& draft_;
  mutable std::optional<std::tuple<std::int64_t, std::size_t, std::vector<std::string>>> best_;
  mutable std::vector<int> nodes_of_best_;
};

}  // namespace connlint::test
