#include <map>
#include <utility>

#include "linter/engine/rule.h"
#include "linter/facts/drop_directory.h"

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
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector& connector : connectors) {
    const std::string_view directory = connector.text(Property::drop_directory);
    if (!connector.states(Property::drop_directory)) unknown.add(connector.name());
    if (directory.empty()) continue;
    const auto [other, server] = other_user_of(connector, users);
    if (other == nullptr) continue;
    out.report(connector, Property::drop_directory,
               "{} drops into '{}' on '{}' as {} does, so that the gateway that looks there first "
               "takes the messages of both",
               described(connector), directory, server, described(*other))
        .also(other->place_of(Property::drop_directory), "the other connector");
  }
  out.not_judged(unknown, "the Drop directories of these connectors are not known");
}

}  // namespace

Rule shared_drop_directory() {
  return {.code = "CL240",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = R"(Exchange 2010 help, "Configure the Drop Directory"; Set-ForeignConnector)",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
