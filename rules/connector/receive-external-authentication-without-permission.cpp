#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/only_code.h"
#include "linter/model/flags.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  Unjudged others;
  const std::vector<const Connector*> connectors =
      enabled_connectors(in.organization, ConnectorKind::receive);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::receive));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    if (!connector.states(Property::auth_mechanism)) others.add(std::string(connector.name()));
    const std::string_view mechanisms = connector.text(Property::auth_mechanism);
    if (!has_flag(mechanisms, "ExternalAuthoritative")) continue;
    const std::string_view groups = connector.text(Property::permission_groups);
    if (has_flag(groups, "ExchangeServers")) continue;
    if (!connector.states(Property::permission_groups)) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(
        connector.place_of(Property::permission_groups), subject_of(in.organization, connector),
        fmt::format("{} has the authentication ExternalAuthoritative without the permission group "
                    "ExchangeServers, which it needs: Exchange refuses it",
                    described(connector)));
    if (is_code_only(in.organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::permission_groups);
  }
  if (!others.empty()) {
    out.not_judged(others.text("the authentication of these connectors is not known"));
  }
  if (!unknown.empty()) {
    out.not_judged(
        unknown.text("the permission groups of these externally secured connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"New-ReceiveConnector"};

}  // namespace

extern const Rule receive_external_authentication_without_permission;
const Rule receive_external_authentication_without_permission = {
    .info = {.code = "CL265",
             .name = "receive-external-authentication-without-permission",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Receive connector is externally secured, but not for Exchange servers",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
