#include "linter/outlook/server_types.h"

#include <algorithm>
#include <map>
#include <set>

#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/server_kind.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/gate.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The required types that a connector must give, by name; what recipients have of other transports
/// is none.
std::vector<std::string> required_types(const Organization& organization) {
  std::set<std::string> types;
  for (const RequiredType& required : organization.required_types) {
    if (always_listed(required.type)) continue;
    const bool imported = required.origin == RequiredType::Origin::recipient;
    if (!imported || !never_required_by_import(required.type)) types.insert(required.type);
  }
  return {types.begin(), types.end()};
}

/// What connectors give to a server of Exchange 2007 or later.
std::vector<GivenType> given_types(const Organization& organization,
                                   const std::vector<CarriedType>& carried, const Server& server) {
  std::vector<GivenType> types;
  for (const CarriedType& type : carried) {
    if (always_listed(type.type)) continue;
    GivenType given{.type = type.type, .connectors = {}, .after_restart = true, .loaded = false};
    for (ConnectorId id : type.connectors) {
      const Connector& connector = organization.connector(id);
      if (feeding(organization, connector, server) != Feeding::feeds) continue;
      given.connectors.push_back(id);
      const std::optional<bool> loaded = loaded_since_change(server, connector);
      given.after_restart = given.after_restart && loaded == false;
      given.loaded = given.loaded || loaded == true;
    }
    if (given.connectors.empty()) continue;
    std::ranges::stable_sort(given.connectors, LessIgnoringCase(),
                             [&](ConnectorId id) { return organization.connector(id).name(); });
    types.push_back(std::move(given));
  }
  return types;
}

/// Why nothing can be said of a server's list, or an empty text.
std::string unknown_reason(const Organization& organization, const Server& server) {
  if (counts_as_legacy(organization, server)) {
    return "no article speaks of the list that mailbox servers of Exchange 2000/2003 give to "
           "clients";
  }
  if (!counts_as_modern(organization, server)) {
    return "no input tells the version of the server: export the servers too, or declare `version` "
           "in an organisation file";
  }
  const bool connectors =
      organization.coverage.has(ObjectKind::connector) || !organization.connectors.empty();
  return connectors ? std::string() : "the inputs hold no connectors";
}

/// Whether a server has mailboxes: by its roles, where they are known.
bool may_hold_mailboxes(const Server& server) {
  if (server.flag(Property::deleted).value_or(false)) return false;
  return !server.roles || server.has_role(Role::mailbox);
}

/// The types that are looked for on each list, by name: what is required, and what enabled
/// connectors carry.
std::map<std::string, bool> wanted_types(const std::vector<std::string>& required,
                                         const std::vector<CarriedType>& carried) {
  std::map<std::string, bool> wanted;
  for (const CarriedType& type : carried) {
    const bool enabled = !type.connectors.empty() || !type.dropped.empty();
    if (enabled && !always_listed(type.type)) wanted.emplace(type.type, false);
  }
  for (const std::string& type : required) wanted[type] = true;
  return wanted;
}

/// Adds the types that the server does not give.
void add_missing(const Organization& organization, const std::map<std::string, bool>& wanted,
                 const Server& server, ServerTypes& result) {
  for (const auto& [type, required] : wanted) {
    if (result.allows(type)) continue;
    Gate gate = gate_of_server(organization, server, type);
    const bool certain = gate.verdict != GateVerdict::unknown;
    if (!certain) {
      result.known = false;
      result.unknown_reason = gate.reason;
    }
    result.missing.push_back({type, std::move(gate.reason), required, certain});
  }
}

}  // namespace

bool ServerTypes::lacks_required() const {
  return std::ranges::any_of(missing,
                             [](const MissingType& type) { return type.required && type.certain; });
}

bool ServerTypes::allows(std::string_view type) const {
  return always_listed(type) || std::ranges::any_of(types, [&](const GivenType& given) {
           return !given.after_restart && equals_ignoring_case(given.type, type);
         });
}

std::vector<ServerTypes> types_of_servers(const Organization& organization) {
  const std::vector<CarriedType> carried = carried_types(organization);
  const std::map<std::string, bool> wanted = wanted_types(required_types(organization), carried);
  std::vector<ServerTypes> servers;
  for (std::size_t i = 0; i < organization.servers.size(); ++i) {
    const Server& server = organization.servers[i];
    if (!may_hold_mailboxes(server)) continue;
    ServerTypes result{.server = static_cast<ServerId>(i),
                       .known = true,
                       .unknown_reason = unknown_reason(organization, server),
                       .types = {},
                       .missing = {}};
    result.known = result.unknown_reason.empty();
    if (result.known) {
      result.types = given_types(organization, carried, server);
      add_missing(organization, wanted, server, result);
    } else {
      for (const auto& [type, required] : wanted) {
        result.missing.push_back({type, result.unknown_reason, required, false});
      }
    }
    servers.push_back(std::move(result));
  }
  std::ranges::stable_sort(servers, LessIgnoringCase(), [&](const ServerTypes& types) {
    return organization.server(types.server).name();
  });
  return servers;
}

ClientListState state_of(const ServerTypes& server, std::vector<std::string> client_types) {
  ClientListState state{.types = std::move(client_types), .lacking = {}, .store_restart = false};
  for (const GivenType& given : server.types) {
    if (std::ranges::find(state.types, given.type) != state.types.end()) continue;
    state.lacking.push_back(given.type);
    state.store_restart = state.store_restart || !given.loaded;
  }
  return state;
}

}  // namespace connlint
