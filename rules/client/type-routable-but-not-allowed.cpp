#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/explained_types.h"
#include "linter/outlook/gap_trace.h"
#include "linter/routing/topology/topology.h"

namespace connlint::rules {
namespace {

/// Whether transport takes mail from the server: a carrier is scoped to its site.
bool routes_from(const Context& in, const ListGap& gap, ServerId server) {
  const Topology& topology = in.routing.topology();
  const std::optional<Spot> spot = topology.spot_of(server);
  if (!spot || spot->legacy) return false;
  return std::ranges::any_of(gap.carriers, [&](const TypeCarrier& carrier) {
    const std::vector<std::uint32_t>& sites = topology.placement_of(carrier.connector).sites;
    return std::ranges::find(sites, spot->index) != sites.end();
  });
}

void report(const Context& in, Sink& out, ListGap gap) {
  const Connector& connector = in.organization.connector(gap.carriers.front().connector);
  const AddressSpace& space = first_space_of(connector, gap.type);
  Finding& finding = out.report(
      space.where, Subject{.kind = "address-type", .name = gap.type},
      "transport routes {} by {}, but cached-mode Outlook on {} probably returns mail to it at "
      "once: only scoped connectors have the type, which Exchange 2007 leaves off the list before "
      "Update Rollup 7 for SP1 (KB 955778 speaks of Send connectors)",
      gap.type, described(connector), mailbox_servers(in.organization, gap));
  finding.detail = gap.type;
  for (const TraceStep& step : trace_of(in.organization, gap, gap.carriers.front().connector))
    finding.also(step.where, "{}", step.message);
}

void check(const Context& in, Sink& out) {
  const ListGaps& gaps = in.facts.list_gaps();
  if (gaps.no_servers) {
    out.not_applicable("the inputs hold no mailbox server of Exchange 2007 or later");
    return;
  }
  const std::set<std::string> explained =
      explained_types(in.organization, gaps, GapCause::scoped_other);
  for (ListGap gap : gaps.gaps) {
    if (gap.cause != GapCause::scoped_other || explained.contains(gap.type)) continue;
    if (gap.depends_on_rollup) {
      out.not_judged(
          "whether {} is on the list of {}: the update rollup, which no export shows, decides",
          gap.type, mailbox_servers(in.organization, gap));
      continue;
    }
    std::erase_if(gap.servers, [&](ServerId server) { return !routes_from(in, gap, server); });
    if (!gap.servers.empty()) report(in, out, std::move(gap));
  }
  for (const UnknownListing& listing : gaps.unknown) {
    out.not_judged("{}", reason_of(in.organization, listing));
  }
}

}  // namespace

Rule type_routable_but_not_allowed() {
  return {.code = "CL603",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "KB 955778; KB 959956",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
