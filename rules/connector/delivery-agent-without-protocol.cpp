#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/only_code.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  const std::vector<const Connector*> connectors =
      enabled_connectors(in.organization, ConnectorKind::delivery_agent);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::delivery_agent));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    if (!connector.states(Property::delivery_protocol)) unknown.add(std::string(connector.name()));
    if (!connector.states_nothing(Property::delivery_protocol)) continue;
    Finding& finding = out.report(
        connector.place_of(Property::delivery_protocol), subject_of(in.organization, connector),
        fmt::format("{} names no delivery protocol, which selects the agent: no agent takes its "
                    "messages",
                    described(connector)));
    if (is_code_only(in.organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::delivery_protocol);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the delivery protocols of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"New-DeliveryAgentConnector"};

}  // namespace

extern const Rule delivery_agent_without_protocol;
const Rule delivery_agent_without_protocol = {
    .info = {.code = "CL243",
             .name = "delivery-agent-without-protocol",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Delivery Agent connector names no delivery protocol",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
