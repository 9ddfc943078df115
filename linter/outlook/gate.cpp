#include "linter/outlook/gate.h"

#include <algorithm>

#include <fmt/format.h>

#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/connector_coverage.h"
#include "linter/facts/dropped.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/outlook/allowed_types.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

Gate allowed(std::string reason) { return {GateVerdict::allowed, std::move(reason)}; }
Gate refused(std::string reason) { return {GateVerdict::refused, std::move(reason)}; }
Gate unknown(std::string reason) { return {GateVerdict::unknown, std::move(reason)}; }

bool carries(const Connector& connector, std::string_view type) {
  return std::ranges::any_of(connector.address_spaces(), [&](const AddressSpace& space) {
    return equals_ignoring_case(space.type, type);
  });
}

/// The connectors that carry a type, by what they do for a server's list.
struct Carriers {
  std::vector<const Connector*> feeders;
  std::vector<const Connector*> others;
  std::vector<Feeding> reasons;

  [[nodiscard]] const Connector* find(Feeding feeding) const {
    const auto it = std::ranges::find(reasons, feeding);
    return it == reasons.end() ? nullptr : others[static_cast<std::size_t>(it - reasons.begin())];
  }
};

Carriers carriers_of(const Organization& organization, const Server& server,
                     std::string_view type) {
  Carriers carriers;
  for (const Connector& connector : organization.connectors) {
    if (!carries(connector, type)) continue;
    const Feeding feeds = feeding(organization, connector, server, type);
    if (feeds == Feeding::feeds) {
      carriers.feeders.push_back(&connector);
    } else {
      carriers.others.push_back(&connector);
      carriers.reasons.push_back(feeds);
    }
  }
  return carriers;
}

/// The answer where at least one connector feeds the type.
Gate fed(const Server& server, std::string_view type,
         const std::vector<const Connector*>& feeders) {
  const auto newer = [&](const Connector* feeder) {
    return loaded_since_change(server, *feeder) == false;
  };
  if (std::ranges::all_of(feeders, newer)) {
    return refused(
        fmt::format("{} gives the type {}, but it was changed after the Information Store of {} "
                    "was started, so "
                    "that the list is stale: the store must be restarted, then Outlook (KB 959956)",
                    described(*feeders.front()), type, quoted(server.name())));
  }
  const Connector& feeder = **std::ranges::find_if_not(feeders, newer);
  const bool timed = loaded_since_change(server, feeder).has_value();
  return allowed(fmt::format("{} gives the type {} to clients{}", described(feeder), type,
                             timed ? ""
                                   : "; a restart of the Information Store and of Outlook since "
                                     "its last change is assumed (KB 959956)"));
}

/// The answer where connectors carry the type and none feeds it.
Gate not_fed(const Organization& organization, const Server& server, std::string_view type,
             const Carriers& carriers) {
  if (const Connector* rollup = carriers.find(Feeding::scoped_rollup_unknown)) {
    return unknown(fmt::format(
        "{} is scoped to its site, and no input tells whether {} has Update Rollup 7 of Exchange "
        "2007 SP1, without which its types are missing from the list (KB 955778)",
        described(*rollup), quoted(server.name())));
  }
  if (const Connector* open = carriers.find(Feeding::unknown)) {
    return unknown(fmt::format("no input tells host or scope of {}", described(*open)));
  }
  if (const Connector* legacy = carriers.find(Feeding::legacy_host)) {
    return refused(fmt::format(
        "the type {} is only on an organisation-wide connector of Exchange 2000/2003, {}, and "
        "missing from the list of Exchange 2007 (KB 959956, cause 2)",
        type, described(*legacy)));
  }
  if (const Connector* legacy = carriers.find(Feeding::legacy_scope_unknown)) {
    return refused(fmt::format(
        "the type {} is only on a connector of Exchange 2000/2003, {}, and missing from the list "
        "of "
        "Exchange 2007 where that is organisation-wide (KB 959956, cause 2); no input tells its "
        "scope",
        type, described(*legacy)));
  }
  if (const Connector* scoped = carriers.find(Feeding::scoped_unfixed)) {
    return refused(
        fmt::format("{} is scoped to its site, and {} lacks Update Rollup 7 of Exchange 2007 SP1, "
                    "without which "
                    "its types are missing from the list (KB 955778)",
                    described(*scoped), quoted(server.name())));
  }
  if (const Connector* legacy = carriers.find(Feeding::legacy_scope)) {
    return refused(fmt::format(
        "the type {} is only on {}, which is scoped to a routing group of Exchange 2000/2003 and "
        "so "
        "out of the scope of Exchange 2007 (inferred; KB 959956 speaks of other scopes)",
        type, described(*legacy)));
  }
  if (const Connector* dropped = carriers.find(Feeding::dropped)) {
    return refused(fmt::format(
        "the type {} is only on {}, which routing leaves out: {}; so it counts as on no connector "
        "(inferred from KB 959956, cause 1)",
        type, described(*dropped), dropped_text(organization, *dropped, type)));
  }
  if (const Connector* disabled = carriers.find(Feeding::disabled)) {
    return refused(
        fmt::format("the type {} is only on disabled connectors such as {} (KB 959956, "
                    "cause 1)",
                    type, quoted(disabled->name())));
  }
  return refused(fmt::format("no connector has the type {} (KB 959956, cause 1)", type));
}

/// 937861 by itself never refuses: it is told beside what allows.
std::string sort_fault_note(const Server& server) {
  constexpr int kFixedRollup = 4;
  if (!server.exchange || server.exchange->major != 8 || server.exchange->minor != 0) return {};
  if (server.number(Property::update_rollup).value_or(0) >= kFixedRollup) return {};
  return "; before Update Rollup 4 of Exchange 2007 the list may lose types of third-party "
         "connectors (KB 937861)";
}

int strictness(GateVerdict verdict) {
  switch (verdict) {
    case GateVerdict::refused: return 3;
    case GateVerdict::unknown: return 2;
    case GateVerdict::allowed: return 1;
    case GateVerdict::not_asked: return 0;
  }
  return 0;
}

/// The servers of a place whose lists matter.
std::vector<ServerId> servers_at(const Organization& organization, Place place) {
  std::vector<ServerId> servers = list_servers(organization);
  const bool one_site = organization.sites.size() <= 1;
  std::erase_if(servers, [&](ServerId id) {
    const Server& server = organization.server(id);
    switch (place.kind) {
      case PlaceKind::server: return static_cast<std::uint32_t>(id) != place.index;
      case PlaceKind::site: {
        const auto site = server.site ? static_cast<std::uint32_t>(*server.site)
                                      : static_cast<std::uint32_t>(organization.sites.size());
        return site != place.index && !(one_site && !server.site);
      }
      case PlaceKind::routing_group:
        return !server.routing_group ||
               static_cast<std::uint32_t>(*server.routing_group) != place.index;
    }
    return true;
  });
  std::ranges::sort(servers, LessIgnoringCase{},
                    [&](ServerId id) { return organization.server(id).name(); });
  return servers;
}

Gate without_list(const Organization& organization, Place place) {
  const bool legacy_server = place.kind == PlaceKind::server &&
                             counts_as_legacy(organization, organization.servers[place.index]);
  if (legacy_server || place.kind == PlaceKind::routing_group) {
    return unknown(
        "no article speaks of the list that mailbox servers of Exchange 2000/2003 give "
        "to clients");
  }
  return unknown("no mailbox server of Exchange 2007 or later is known there");
}

}  // namespace

std::string_view word_of(GateVerdict verdict) {
  switch (verdict) {
    case GateVerdict::not_asked: return "not-asked";
    case GateVerdict::allowed: return "allowed";
    case GateVerdict::refused: return "refused";
    case GateVerdict::unknown: return "unknown";
  }
  return {};
}

std::optional<bool> loaded_since_change(const Server& server, const Connector& connector) {
  const std::optional<std::int64_t> started = server.number(Property::store_started);
  const std::optional<std::int64_t> changed = connector.number(Property::changed);
  if (!started || !changed) return std::nullopt;
  return *changed <= *started;
}

Gate gate_of_server(const Organization& organization, const Server& server, std::string_view type) {
  if (always_listed(type)) {
    return allowed(fmt::format("the type {} is in every client's list", type));
  }
  const Carriers carriers = carriers_of(organization, server, type);
  Gate gate = carriers.feeders.empty() ? not_fed(organization, server, type, carriers)
                                       : fed(server, type, carriers.feeders);
  if (gate.verdict == GateVerdict::allowed) gate.reason += sort_fault_note(server);
  if (carriers.others.empty() && carriers.feeders.empty()) {
    const std::string missing = missing_connectors(organization);
    if (!missing.empty()) gate.reason += "; " + missing;
  }
  return gate;
}

Gate gate_of(const Organization& organization, Place place, std::string_view type, Client client) {
  switch (client) {
    case Client::none: return {};
    case Client::online:
      return allowed("in online mode Outlook hands every address to the server (KB 959956)");
    case Client::cached: break;
  }
  if (always_listed(type)) {
    return allowed(fmt::format("the type {} is in every client's list", type));
  }
  const std::vector<ServerId> servers = servers_at(organization, place);
  if (servers.empty()) return without_list(organization, place);
  std::optional<Gate> strictest;
  std::string_view name;
  for (ServerId id : servers) {
    Gate gate = gate_of_server(organization, organization.server(id), type);
    if (strictest && strictness(gate.verdict) <= strictness(strictest->verdict)) continue;
    strictest = std::move(gate);
    name = organization.server(id).name();
  }
  if (servers.size() > 1)
    strictest->reason = fmt::format("on {}: {}", quoted(name), strictest->reason);
  return *strictest;
}

Gate with_client_list(Gate gate, std::string_view type, std::span<const std::string> listed) {
  const bool holds = std::ranges::any_of(
      listed, [&](const std::string& known) { return equals_ignoring_case(known, type); });
  if (holds && gate.verdict == GateVerdict::unknown) {
    return allowed(
        fmt::format("the client's own list holds the type {}; beside it: {}", type, gate.reason));
  }
  if (holds && gate.verdict == GateVerdict::refused) {
    gate.reason += "; the client's own list still holds the type until Outlook is started again";
  }
  if (holds || gate.verdict == GateVerdict::refused || always_listed(type)) return gate;
  return refused(fmt::format(
      "the client's own list, as far as its bytes can be read, lacks the type {}: restart the "
      "Information Store, then Outlook (KB 959956); beside it: {}",
      type, gate.reason));
}

}  // namespace connlint
