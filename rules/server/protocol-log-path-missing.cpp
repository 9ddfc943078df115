#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/transport_settings.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const TransportSettings settings(organization);
  Unjudged unknown;
  std::set<std::string, LessIgnoringCase> done;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view level = connector.text(Property::protocol_logging_level);
    if (!equals_ignoring_case(level, "Verbose")) continue;
    for (const ServerReference& source : connector.sources) {
      const Object* service = settings.of(*source.name);
      if (!done.insert(*source.name).second) continue;
      if (service == nullptr || !service->states(Property::send_protocol_log_path)) {
        unknown.add(*source.name);
        continue;
      }
      if (!service->states_nothing(Property::send_protocol_log_path)) continue;
      Finding& finding = out.report(
          service->place_of(Property::send_protocol_log_path),
          subject_named(ObjectKind::server, *source.name),
          fmt::format("server '{}' has no path for the protocol log of Send connectors, while {} "
                      "writes one there: the log is lost, and the server logs errors",
                      *source.name, described(connector)));
      finding.detail = name_of(Property::send_protocol_log_path);
      finding.related.push_back(
          {fmt::format("{} has the protocol logging level Verbose", described(connector)),
           connector.place_of(Property::protocol_logging_level)});
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the paths of the protocol logs of these servers are not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::protocol_logging_level}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"Set-TransportService",
                                                      "Set-TransportServer"};

}  // namespace

extern const Rule protocol_log_path_missing;
const Rule protocol_log_path_missing = {
    .info = {.code = "CL307",
             .name = "protocol-log-path-missing",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "server",
             .summary = "A connector writes a protocol log on a server that has no path for it",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
