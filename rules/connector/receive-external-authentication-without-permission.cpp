#include "linter/engine/rule.h"
#include "linter/model/flags.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  Unjudged others;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::receive);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::receive));
  for (const Connector& connector : connectors) {
    if (!connector.states(Property::auth_mechanism)) others.add(connector.name());
    const std::string_view mechanisms = connector.text(Property::auth_mechanism);
    if (!has_flag(mechanisms, "ExternalAuthoritative")) continue;
    const std::string_view groups = connector.text(Property::permission_groups);
    if (has_flag(groups, "ExchangeServers")) continue;
    if (!connector.states(Property::permission_groups)) {
      unknown.add(connector.name());
      continue;
    }
    out.report(connector, Property::permission_groups,
               "{} has the authentication ExternalAuthoritative without the permission group "
               "ExchangeServers, which it needs: Exchange refuses it",
               described(connector));
  }
  out.not_judged(others, "the authentication of these connectors is not known");
  out.not_judged(unknown,
                 "the permission groups of these externally secured connectors are not known");
}

}  // namespace

Rule receive_external_authentication_without_permission() {
  return {.code = "CL265",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector}},
          .sources = "New-ReceiveConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
