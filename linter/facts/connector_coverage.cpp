#include "linter/facts/connector_coverage.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

bool holds_kind(const Organization& organization, ConnectorKind kind) {
  return std::ranges::any_of(organization.connectors,
                             [&](const Connector& connector) { return connector.kind == kind; });
}

/// Whether Delivery Agent connectors can exist: Exchange 2010 and later has them.
bool may_have_agents(const Organization& organization) {
  if (organization.servers.empty()) return true;
  return std::ranges::any_of(organization.servers, [](const Server& server) {
    return server.generation == Generation::unknown ||
           server.generation > Generation::exchange_2007;
  });
}

/// Whether there can be connectors of Exchange 2007 and later at all.
bool may_have_modern(const Organization& organization) {
  return organization.servers.empty() ||
         std::ranges::any_of(organization.servers, [&](const Server& server) {
           return !counts_as_legacy(organization, server);
         });
}

/// The kinds that a cmdlet shows and of which no connector was read.
std::string absent_kinds(const Organization& organization) {
  std::vector<std::string> kinds;
  const bool modern = may_have_modern(organization);
  if (modern && !holds_kind(organization, ConnectorKind::send)) kinds.emplace_back("Send");
  if (modern && !holds_kind(organization, ConnectorKind::foreign)) kinds.emplace_back("Foreign");
  const bool agents = modern && may_have_agents(organization);
  if (agents && !holds_kind(organization, ConnectorKind::delivery_agent)) {
    kinds.emplace_back("Delivery Agent");
  }
  return join(kinds, " or ");
}

}  // namespace

std::string missing_connectors(const Organization& organization) {
  std::vector<std::string> reasons;
  if (!organization.coverage.all_connector_kinds) {
    const std::string absent = absent_kinds(organization);
    if (!absent.empty()) reasons.push_back(fmt::format("the inputs hold no {} connector", absent));
    if (shows_legacy(organization)) {
      reasons.emplace_back(
          "no cmdlet shows the X.400, Notes and gateway connectors of Exchange 2000/2003 (add a "
          "directory export)");
    }
  }
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (carries_types(connector) && !connector.states(Property::address_spaces)) {
      unknown.add(std::string(connector.name()));
    }
  }
  if (!unknown.empty())
    reasons.push_back(unknown.text("the address spaces of these are not known"));
  return join(reasons, ", and ");
}

}  // namespace connlint
