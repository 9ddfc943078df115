#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/outlook/allowed_types.h"

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
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!carries_types(connector) || connector.sources.size() < 2) continue;
    const Sides sides = sides_of(in.organization, connector);
    if (sides.edges.empty() || sides.others.empty()) continue;
    out.report(connector, Property::source_servers,
               "{} has the Edge Transport {} {} and beside {} {} as sources, which the shell does "
               "not allow: which of the two kinds sends its mail is not documented",
               described(connector), sides.edges.size() == 1 ? "server" : "servers",
               listed(sides.edges), sides.edges.size() == 1 ? "it" : "them", listed(sides.others));
  }
}

}  // namespace

Rule edge_and_hub_source_servers() {
  return {.code = "CL252",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::source_servers}},
          .sources =
              "New-SendConnector; "
              R"(Exchange Server help, "Edge Subscriptions in Exchange Server")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
