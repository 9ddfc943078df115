#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/gap_trace.h"

namespace connlint::rules {
namespace {

void report_carrier(const Context& in, Sink& out, const ListGap& gap, ConnectorId id) {
  const Connector& connector = in.organization.connector(id);
  const AddressSpace& space = first_space_of(connector, gap.type);
  Finding& finding =
      out.report(space.where, connector,
                 "{} probably does not put {} on the list of cached-mode Outlook on {}: the "
                 "connector serves one routing group of {} only, and no other one feeds the list, "
                 "so that Outlook returns mail to such addresses at once",
                 described(space, connector), gap.type, mailbox_servers(in.organization, gap),
                 legacy_host_text(in.organization, connector));
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
      if (gap.cause == GapCause::legacy_scope) report_carrier(in, out, gap, carrier.connector);
      if (gap.cause == GapCause::legacy_scope_unknown &&
          carrier.feeding == Feeding::legacy_scope_unknown) {
        const Connector& connector = in.organization.connector(carrier.connector);
        out.not_judged("why {} is on no list of cached-mode Outlook: the scope of {} is not known",
                       gap.type, described(connector));
      }
    }
  }
  for (const UnknownListing& listing : gaps.unknown) {
    out.not_judged("{}", reason_of(in.organization, listing));
  }
}

}  // namespace

Rule legacy_scope_hides_type() {
  return {.code = "CL204",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::coexistence | Profile::decommission_2003,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "KB 959956; KB 257638; ExBPA 1e8700fa",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
