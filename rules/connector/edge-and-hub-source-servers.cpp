#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// The source servers of a connector by what they are; those that are not known are in neither.
struct Sides {
  std::vector<std::string> edges, others;
};

Sides sides_of(const Organization& organization, const Connector& connector) {
  Sides sides;
  for (const ServerReference& reference : connector.sources) {
    const Server* server = reference.server ? &organization.server(*reference.server) : nullptr;
    const bool edge = (server != nullptr && server->has_role(Role::edge_transport)) ||
                      is_subscribed_edge(organization, *reference.name);
    if (edge) {
      sides.edges.push_back(*reference.name);
    } else if (server != nullptr && (server->roles || is_legacy(server->generation))) {
      sides.others.push_back(*reference.name);
    }
  }
  return sides;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || !carries_types(connector)) continue;
    if (connector.sources.size() < 2) continue;
    const Sides sides = sides_of(organization, connector);
    if (sides.edges.empty() || sides.others.empty()) continue;
    Finding& finding = out.report(
        connector.place_of(Property::source_servers), subject_of(organization, connector),
        fmt::format(
            "{} has the Edge Transport {} {} and beside {} {} as sources, which the shell does "
            "not allow: which of the two kinds sends its mail is not documented",
            described(connector), sides.edges.size() == 1 ? "server" : "servers",
            listed(sides.edges), sides.edges.size() == 1 ? "it" : "them", listed(sides.others)));
    finding.detail = name_of(Property::source_servers);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::source_servers}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    "New-SendConnector", R"(Exchange Server help, "Edge Subscriptions in Exchange Server")"};

}  // namespace

extern const Rule edge_and_hub_source_servers;
const Rule edge_and_hub_source_servers = {
    .info = {.code = "CL252",
             .name = "edge-and-hub-source-servers",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary = "A connector has Edge Transport servers and other servers as sources",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
