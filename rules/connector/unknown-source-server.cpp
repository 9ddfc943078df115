#include <algorithm>
#include <set>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

using NameSet = std::set<std::string, LessIgnoringCase>;

/// The names of all servers, since a name that two servers share refers to neither.
NameSet server_names(const Organization& organization) {
  NameSet names;
  for (const Server& server : organization.servers) names.insert(std::string(server.name()));
  return names;
}

/// The servers that send for a connector: its source servers, else its home MTA's server.
std::vector<ServerReference> senders_of(const Connector& connector) {
  if (!connector.sources.empty() || !connector.home_mta) return connector.sources;
  return {*connector.home_mta};
}

void report(const Connector& connector, const ServerReference& reference, bool any_known,
            Sink& out) {
  const std::string_view why =
      reference.deleted
          ? "which was deleted"
          : "which the inputs do not hold; if it was removed and not only left out of the export";
  const std::string_view consequence =
      any_known ? "the other source servers carry its load"
                : "no source server is left, so that routing does not use the connector";
  Finding& finding = out.report(reference.name.where, connector,
                                "{} has the source server '{}', {}{} {}", described(connector),
                                *reference.name, why, reference.deleted ? ";" : ",", consequence);
  if (any_known || !reference.deleted) finding.severity = Severity::warning;
  finding.detail = *reference.name;
}

void check(const Context& in, Sink& out) {
  const NameSet names = server_names(in.organization);
  const auto is_known = [&](const ServerReference& reference) {
    if (reference.deleted) return false;
    return reference.server || names.contains(*reference.name) ||
           is_subscribed_edge(in.organization, *reference.name);
  };
  for (const Connector& connector : enabled_connectors(in.organization)) {
    const std::vector<ServerReference> senders = senders_of(connector);
    const bool any_known = std::ranges::any_of(senders, is_known);
    for (const ServerReference& reference : senders) {
      if (!is_known(reference)) report(connector, reference, any_known, out);
    }
  }
}

}  // namespace

Rule unknown_source_server() {
  return {.code = "CL203",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "event 5016; event 2937",
          .check = check};
}

}  // namespace connlint::rules
