#include <array>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/drop_directory.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// A directory of a server, and the first connector that drops into it.
using Users = std::map<std::pair<std::string, std::string>, const Connector*>;

/// A connector before this one that shares its directory on one of its servers, and the server;
/// puts the connector's directories into `users`.
std::pair<const Connector*, std::string> other_user_of(const Connector& connector, Users& users) {
  std::pair<const Connector*, std::string> other = {nullptr, {}};
  const std::string path = comparable_path(connector.text(Property::drop_directory));
  for (const ServerReference& reference : connector.sources) {
    const auto [it, added] = users.try_emplace({lower(*reference.name), path}, &connector);
    if (!added && it->second != &connector && other.first == nullptr) {
      other = {it->second, *reference.name};
    }
  }
  return other;
}

void check(const Context& in, Sink& out) {
  Users users;
  Unjudged unknown;
  const std::vector<const Connector*> connectors =
      enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const std::string_view directory = connector.text(Property::drop_directory);
    if (!connector.states(Property::drop_directory)) unknown.add(std::string(connector.name()));
    if (directory.empty()) continue;
    const auto [other, server] = other_user_of(connector, users);
    if (other == nullptr) continue;
    Finding& finding = out.report(
        connector.place_of(Property::drop_directory), subject_of(in.organization, connector),
        fmt::format("{} drops into '{}' on '{}' as {} does, so that the gateway that "
                    "looks there first takes the messages of both",
                    described(connector), directory, server, described(*other)));
    finding.detail = name_of(Property::drop_directory);
    finding.related.push_back({"the other connector", other->place_of(Property::drop_directory)});
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the Drop directories of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    R"(Exchange 2010 help, "Configure the Drop Directory")", "Set-ForeignConnector"};

}  // namespace

extern const Rule shared_drop_directory;
const Rule shared_drop_directory = {
    .info = {.code = "CL240",
             .name = "shared-drop-directory",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary = "Two Foreign connectors drop into the same directory of a server",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
