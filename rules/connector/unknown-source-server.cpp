#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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

void report(const Organization& organization, const Connector& connector,
            const ServerReference& reference, bool any_known, Sink& out) {
  const std::string_view why = reference.deleted
                                   ? "which was deleted"
                                   : "which the inputs do not hold; if it was removed and not only "
                                     "left out of the export";
  const std::string_view consequence =
      any_known ? "the other source servers carry its load"
                : "no source server is left, so that routing does not use the connector";
  Finding& finding =
      out.report(reference.name.where, subject_of(organization, connector),
                 fmt::format("{} has the source server '{}', {}{} {}", described(connector),
                             *reference.name, why, reference.deleted ? ";" : ",", consequence));
  if (any_known || !reference.deleted) finding.severity = Severity::warning;
  finding.detail = *reference.name;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const NameSet names = server_names(organization);
  const auto is_known = [&](const ServerReference& reference) {
    if (reference.deleted) return false;
    return reference.server || names.contains(*reference.name) ||
           is_subscribed_edge(organization, *reference.name);
  };
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled()) continue;
    const std::vector<ServerReference> senders = senders_of(connector);
    const bool any_known = std::ranges::any_of(senders, is_known);
    for (const ServerReference& reference : senders) {
      if (!is_known(reference)) report(organization, connector, reference, any_known, out);
    }
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"event 5016", "event 2937"};

}  // namespace

extern const Rule unknown_source_server;
const Rule unknown_source_server = {
    .info = {.code = "CL203",
             .name = "unknown-source-server",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A connector names a source server that the organisation does not have",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
