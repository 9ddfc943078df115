#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const auto connectors = enabled_connectors(organization, ConnectorKind::foreign);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::foreign));
  if (!organization.coverage.has(ObjectKind::server, Property::transport_started)) {
    return out.not_judged("when the transport services of the servers were started is not known");
  }
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    const std::optional<std::int64_t> changed = connector.number(Property::changed);
    if (!changed) continue;
    for (const ServerReference& source : connector.sources) {
      if (!source.server) continue;
      const Server& server = organization.server(*source.server);
      const std::optional<std::int64_t> started = server.number(Property::transport_started);
      if (!started || *started >= *changed) continue;
      Finding& finding = out.report(
          connector.place_of(Property::changed), subject_of(organization, connector),
          fmt::format("{} was changed at {}, after the transport service of '{}' was started ({}): "
                      "the server does not use it as it is now",
                      described(connector), time_text(*changed), server.name(),
                      time_text(*started)));
      finding.detail = server.name();
      finding.related.push_back(
          {"the transport service was started then", server.place_of(Property::transport_started)});
    }
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"New-ForeignConnector", "TechNet aa996310"};

}  // namespace

extern const Rule transport_older_than_foreign_connector;
const Rule transport_older_than_foreign_connector = {
    .info = {.code = "CL605",
             .name = "transport-older-than-foreign-connector",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "client",
             .summary = "A Foreign connector was changed after the transport service of its source "
                        "server was started",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
