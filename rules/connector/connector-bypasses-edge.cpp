#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// The cheapest enabled connector with the SMTP address space `*` that sends from Edge Transport
/// servers.
struct EdgeRoute {
  const Connector* connector = nullptr;
  const AddressSpace* space = nullptr;
};

EdgeRoute edge_route_of(const Organization& organization) {
  EdgeRoute best;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled()) continue;
    const AddressSpace* space = internet_space_of(connector);
    if (space == nullptr || !space->cost) continue;
    if (best.space != nullptr && *best.space->cost <= *space->cost) continue;
    if (edge_source_of(organization, connector) == EdgeSource::yes) best = {&connector, space};
  }
  return best;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const EdgeRoute edge = edge_route_of(organization);
  if (edge.connector == nullptr) {
    out.not_applicable("no connector for all Internet mail sends from Edge Transport servers");
    return;
  }
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || connector.scope == Scope::site) continue;
    const AddressSpace* space = internet_space_of(connector);
    if (space == nullptr || !space->cost || *space->cost >= *edge.space->cost) continue;
    if (edge_source_of(organization, connector) != EdgeSource::no) continue;
    Finding& finding = out.report(
        space->where, subject_of(organization, connector),
        fmt::format("{} is cheaper than {}, so that where no site link outweighs it "
                    "Internet mail leaves past the Edge Transport servers",
                    described(*space, connector), described(*edge.space, *edge.connector)));
    finding.detail = identity_of(*space);
    finding.related.push_back({"the connector of the Edge Transport servers", edge.space->where});
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces},
    Need{.kind = ObjectKind::connector, .property = Property::source_servers}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {
    R"(Exchange Server help, "Edge Subscriptions in Exchange Server")"};

}  // namespace

extern const Rule connector_bypasses_edge;
const Rule connector_bypasses_edge = {
    .info = {.code = "CL237",
             .name = "connector-bypasses-edge",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary = "Internet mail takes a connector that does not use the Edge Transport "
                        "servers, since it is cheaper than theirs",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
