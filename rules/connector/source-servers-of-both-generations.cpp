#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!has_source_servers(connector) || connector.sources.size() < 2) continue;
    const std::vector<std::string> older = sources_between(
        in.organization, connector, Generation::exchange_55, Generation::exchange_2003);
    const std::vector<std::string> newer = sources_between(
        in.organization, connector, Generation::exchange_2007, Generation::exchange_2019);
    if (older.empty() || newer.empty()) continue;
    out.report(
        connector, Property::source_servers,
        "{} has sources of two routing groups, {} of Exchange 2000/2003 and {} of later versions: "
        "the connector belongs to one of them, and servers of the other may not send for it",
        described(connector), listed(older), listed(newer));
  }
}

}  // namespace

Rule source_servers_of_both_generations() {
  return {.code = "CL253",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::coexistence | Profile::decommission_2003,
          .needs = {{ObjectKind::connector, Property::source_servers},
                    {ObjectKind::server, Property::version}},
          .sources = R"(TechNet bb232045, "Routing to external recipients"; ExBPA 56c3a9d0)",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
