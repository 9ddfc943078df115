#include <set>

#include "linter/engine/rule.h"
#include "linter/facts/transport_settings.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const TransportSettings settings(in.organization);
  Unjudged unknown;
  std::set<std::string, LessIgnoringCase> done;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
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
      out.report(service->place_of(Property::send_protocol_log_path),
                 subject_named(ObjectKind::server, *source.name),
                 "server '{}' has no path for the protocol log of Send connectors, while {} "
                 "writes one there: the log is lost, and the server logs errors",
                 *source.name, described(connector))
          .also(connector.place_of(Property::protocol_logging_level),
                "{} has the protocol logging level Verbose", described(connector))
          .detail = name_of(Property::send_protocol_log_path);
    }
  }
  out.not_judged(unknown, "the paths of the protocol logs of these servers are not known");
}

}  // namespace

Rule protocol_log_path_missing() {
  return {.code = "CL307",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::protocol_logging_level}},
          .sources = "Set-TransportService; Set-TransportServer",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
