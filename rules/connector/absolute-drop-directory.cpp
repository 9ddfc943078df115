#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/drop_directory.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/source_server.h"
#include "linter/facts/transport_settings.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const TransportSettings settings(in.organization);
  Unjudged unknown;
  const std::vector<const Connector*> connectors =
      enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const std::string_view directory = connector.text(Property::drop_directory);
    if (!connector.states(Property::drop_directory)) unknown.add(std::string(connector.name()));
    if (!is_absolute_path(directory) || !sources_with_root_path(connector, settings).empty()) {
      continue;
    }
    const std::vector<std::string> names = sources_between(
        in.organization, connector, Generation::exchange_2007, Generation::exchange_2010);
    if (names.empty()) continue;
    Finding& finding = out.report(
        connector.place_of(Property::drop_directory), subject_of(in.organization, connector),
        fmt::format("{} drops into '{}' from {}: of Exchange 2007 and 2010 one document "
                    "takes an absolute path and another (event 8008) only a directory "
                    "name, so that messages may stay in the queue",
                    described(connector), directory, listed(names)));
    finding.detail = name_of(Property::drop_directory);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the Drop directories of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"event 8008", "Set-ForeignConnector"};

}  // namespace

extern const Rule absolute_drop_directory;
const Rule absolute_drop_directory = {
    .info = {.code = "CL239",
             .name = "absolute-drop-directory",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary =
                 "A Foreign connector on Exchange 2007 or 2010 has an absolute Drop directory",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
