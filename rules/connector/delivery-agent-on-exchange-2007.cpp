#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  const std::vector<const Connector*> connectors =
      enabled_connectors(organization, ConnectorKind::delivery_agent);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::delivery_agent));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const std::vector<std::string> names = sources_between(
        organization, connector, Generation::exchange_55, Generation::exchange_2007);
    if (names.empty()) {
      const bool known = source_generations_of(organization, connector).complete;
      if (!known) unknown.add(std::string(connector.name()));
      continue;
    }
    const bool all = names.size() == connector.sources.size();
    Finding& finding = out.report(
        connector.place_of(Property::source_servers), subject_of(organization, connector),
        fmt::format("{} has {} as source, where delivery agents came with Exchange 2010: {}",
                    described(connector), listed(names),
                    all ? "no server delivers its messages"
                        : "messages that are routed there are not delivered"));
    if (!all) finding.severity = Severity::warning;
    finding.detail = name_of(Property::source_servers);
  }
  if (!unknown.empty()) {
    out.not_judged(
        unknown.text("the versions of source servers of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    R"(Exchange 2013 help, "Delivery agents and Delivery Agent connectors")",
    "New-DeliveryAgentConnector"};

}  // namespace

extern const Rule delivery_agent_on_exchange_2007;
const Rule delivery_agent_on_exchange_2007 = {
    .info = {.code = "CL245",
             .name = "delivery-agent-on-exchange-2007",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary =
                 "A Delivery Agent connector has a source server that is older than Exchange 2010",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
