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
      enabled_connectors(organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const SourceGenerations generations = source_generations_of(organization, connector);
    if (!generations.complete) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    if (*generations.oldest < Generation::exchange_2010) continue;
    out.report(
        connector.where, subject_of(organization, connector),
        fmt::format("{} writes files for a gateway, where since Exchange 2010 a Delivery Agent "
                    "connector with an agent of the gateway's maker is preferred: it has "
                    "queues that show what was delivered, and needs no files on disk",
                    described(connector)));
  }
  if (!unknown.empty()) {
    out.not_judged(
        unknown.text("the versions of source servers of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    R"(Exchange 2013 help, "Foreign connectors")",
    R"(Exchange 2013 help, "Delivery agents and Delivery Agent connectors")"};

}  // namespace

extern const Rule foreign_connector_where_agent_is_preferred;
const Rule foreign_connector_where_agent_is_preferred = {
    .info = {.code = "CL242",
             .name = "foreign-connector-where-agent-is-preferred",
             .severity = Severity::info,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary =
                 "A Foreign connector is on servers that could use a Delivery Agent connector",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
