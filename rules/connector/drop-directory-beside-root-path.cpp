#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/drop_directory.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/transport_settings.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const TransportSettings settings(in.organization);
  Unjudged unknown;
  Unjudged roots;
  const std::vector<const Connector*> connectors =
      enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const std::string_view directory = connector.text(Property::drop_directory);
    if (!connector.states(Property::drop_directory)) unknown.add(std::string(connector.name()));
    if (!is_absolute_path(directory)) continue;
    const std::vector<std::string> names = sources_with_root_path(connector, settings);
    if (names.empty()) {
      const bool all_known =
          std::ranges::all_of(connector.sources, [&](const ServerReference& reference) {
            return settings.of(*reference.name) != nullptr;
          });
      if (!all_known) roots.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(
        connector.place_of(Property::drop_directory), subject_of(in.organization, connector),
        fmt::format("{} drops into '{}', an absolute path, while {} {} a root path for Drop "
                    "directories, which must then be blank: the directory may not be "
                    "found and messages stay in the queue",
                    described(connector), directory, listed(names),
                    names.size() == 1 ? "has" : "have"));
    finding.detail = name_of(Property::drop_directory);
  }
  if (!roots.empty()) {
    out.not_judged(roots.text(
        "the root paths of source servers of these connectors with an absolute Drop directory are "
        "not known"));
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the Drop directories of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {"Set-ForeignConnector",
                                                      "Set-TransportService", "event 8008"};

}  // namespace

extern const Rule drop_directory_beside_root_path;
const Rule drop_directory_beside_root_path = {
    .info = {.code = "CL238",
             .name = "drop-directory-beside-root-path",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Foreign connector has an absolute Drop directory while a source server "
                        "has a root path for such directories",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
