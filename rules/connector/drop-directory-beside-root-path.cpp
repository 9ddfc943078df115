#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/facts/drop_directory.h"
#include "linter/facts/transport_settings.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const TransportSettings settings(in.organization);
  Unjudged unknown;
  Unjudged roots;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector& connector : connectors) {
    const std::string_view directory = connector.text(Property::drop_directory);
    if (!connector.states(Property::drop_directory)) unknown.add(connector.name());
    if (!is_absolute_path(directory)) continue;
    const std::vector<std::string> names = sources_with_root_path(connector, settings);
    if (names.empty()) {
      const bool all_known =
          std::ranges::all_of(connector.sources, [&](const ServerReference& reference) {
            return settings.of(*reference.name) != nullptr;
          });
      if (!all_known) roots.add(connector.name());
      continue;
    }
    out.report(
        connector, Property::drop_directory,
        "{} drops into '{}', an absolute path, while {} {} a root path for Drop directories, which "
        "must then be blank: the directory may not be found and messages stay in the queue",
        described(connector), directory, listed(names), names.size() == 1 ? "has" : "have");
  }
  out.not_judged(roots,
                 "the root paths of source servers of these connectors with an absolute Drop "
                 "directory are not known");
  out.not_judged(unknown, "the Drop directories of these connectors are not known");
}

}  // namespace

Rule drop_directory_beside_root_path() {
  return {.code = "CL238",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "Set-ForeignConnector; Set-TransportService; event 8008",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
