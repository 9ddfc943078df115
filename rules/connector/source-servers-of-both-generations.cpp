#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || !has_source_servers(connector)) continue;
    if (connector.sources.size() < 2) continue;
    const std::vector<std::string> older = sources_between(
        organization, connector, Generation::exchange_55, Generation::exchange_2003);
    const std::vector<std::string> newer = sources_between(
        organization, connector, Generation::exchange_2007, Generation::exchange_2019);
    if (older.empty() || newer.empty()) continue;
    Finding& finding = out.report(
        connector.place_of(Property::source_servers), subject_of(organization, connector),
        fmt::format(
            "{} has sources of two routing groups, {} of Exchange 2000/2003 and {} of later "
            "versions: the connector belongs to one of them, and servers of the other may "
            "not send for it",
            described(connector), listed(older), listed(newer)));
    finding.detail = name_of(Property::source_servers);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::source_servers},
    Need{.kind = ObjectKind::server, .property = Property::version}};
constexpr std::array<std::string_view, 3> kProfiles = {"recommended", "coexistence",
                                                       "decommission-2003"};
constexpr std::array<std::string_view, 2> kSources = {
    R"(TechNet bb232045, "Routing to external recipients")", "ExBPA 56c3a9d0"};

}  // namespace

extern const Rule source_servers_of_both_generations;
const Rule source_servers_of_both_generations = {
    .info =
        {.code = "CL253",
         .name = "source-servers-of-both-generations",
         .severity = Severity::warning,
         .confidence = Confidence::inferred,
         .subject = "connector",
         .summary =
             "A connector has source servers of Exchange 2000/2003 and of Exchange 2007 or later",
         .profiles = kProfiles,
         .needs = kNeeds,
         .sources = kSources,
         .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
