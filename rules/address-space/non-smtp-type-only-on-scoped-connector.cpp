#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/gap_trace.h"

namespace connlint::rules {
namespace {

bool is_scoped(const TypeCarrier& carrier) {
  return carrier.feeding == Feeding::scoped_unfixed ||
         carrier.feeding == Feeding::scoped_rollup_unknown;
}

void report_carrier(const Context& in, Sink& out, const ListGap& gap, ConnectorId id) {
  const Connector& connector = in.organization.connector(id);
  const AddressSpace& space = first_space_of(connector, gap.type);
  const std::string_view reservation = gap.depends_on_rollup
                                           ? " unless Update Rollup 7 for Exchange 2007 SP1 or a "
                                             "later one is installed there, which no export shows"
                                           : "";
  Finding& finding = out.report(space.where, connector,
                                "{} does not put {} on the list of cached-mode Outlook on {}{}: "
                                "the connector is scoped to its site, and no other one feeds the "
                                "list, so that Outlook returns mail to such addresses at once",
                                described(space, connector), gap.type,
                                mailbox_servers(in.organization, gap), reservation);
  if (gap.depends_on_rollup) finding.severity = Severity::warning;
  finding.detail = gap.type;
  for (const TraceStep& step : trace_of(in.organization, gap, id))
    finding.also(step.where, "{}", step.message);
}

void check(const Context& in, Sink& out) {
  const ListGaps& gaps = in.facts.list_gaps();
  if (gaps.no_servers) {
    out.not_applicable("the inputs hold no mailbox server of Exchange 2007 or later");
  }
  for (const ListGap& gap : gaps.gaps) {
    for (const TypeCarrier& carrier : gap.carriers) {
      const Connector& connector = in.organization.connector(carrier.connector);
      if (!is_scoped(carrier)) continue;
      if (gap.cause == GapCause::scoped_send && connector.kind == ConnectorKind::send) {
        report_carrier(in, out, gap, carrier.connector);
      } else if (gap.cause == GapCause::scoped_other) {
        out.not_judged(
            "whether {} gives {} to cached-mode Outlook: KB 955778 speaks of Send connectors only",
            described(connector), gap.type);
      }
    }
  }
  for (const UnknownListing& listing : gaps.unknown) {
    out.not_judged("{}", reason_of(in.organization, listing));
  }
}

}  // namespace

Rule non_smtp_type_only_on_scoped_connector() {
  return {.code = "CL103",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "KB 955778",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
