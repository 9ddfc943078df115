#include "linter/engine/rule.h"
#include "linter/facts/drop_directory.h"
#include "linter/facts/source_server.h"
#include "linter/facts/transport_settings.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const TransportSettings settings(in.organization);
  Unjudged unknown;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector& connector : connectors) {
    const std::string_view directory = connector.text(Property::drop_directory);
    if (!connector.states(Property::drop_directory)) unknown.add(connector.name());
    if (!is_absolute_path(directory) || !sources_with_root_path(connector, settings).empty()) {
      continue;
    }
    const std::vector<std::string> names = sources_between(
        in.organization, connector, Generation::exchange_2007, Generation::exchange_2010);
    if (names.empty()) continue;
    out.report(
        connector, Property::drop_directory,
        "{} drops into '{}' from {}: of Exchange 2007 and 2010 one document takes an absolute path "
        "and another (event 8008) only a directory name, so that messages may stay in the queue",
        described(connector), directory, listed(names));
  }
  out.not_judged(unknown, "the Drop directories of these connectors are not known");
}

}  // namespace

Rule absolute_drop_directory() {
  return {.code = "CL239",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "event 8008; Set-ForeignConnector",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
