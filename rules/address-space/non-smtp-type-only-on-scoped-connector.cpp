#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/gap_trace.h"

namespace connlint::rules {
namespace {

bool is_scoped(const TypeCarrier& carrier) {
  return carrier.feeding == Feeding::scoped_unfixed ||
         carrier.feeding == Feeding::scoped_rollup_unknown;
}

void report_carrier(const Context& in, Sink& out, const ListGap& gap, ConnectorId id) {
  const Organization& organization = in.organization;
  const Connector& connector = organization.connector(id);
  const AddressSpace& space = first_space_of(connector, gap.type);
  const std::string_view reservation = gap.depends_on_rollup
                                           ? " unless Update Rollup 7 for Exchange 2007 SP1 or a "
                                             "later one is installed there, which "
                                             "no export shows"
                                           : "";
  Finding& finding = out.report(
      space.where, subject_of(organization, connector),
      fmt::format(
          "{} does not put {} on the list of cached-mode Outlook on {}{}: the connector is "
          "scoped to its site, and no other one feeds the list, so that Outlook returns mail "
          "to such addresses at once",
          described(space, connector), gap.type, mailbox_servers(organization, gap), reservation));
  if (gap.depends_on_rollup) finding.severity = Severity::warning;
  finding.detail = gap.type;
  for (TraceStep& step : trace_of(organization, gap, id)) {
    finding.related.push_back({std::move(step.message), step.where});
  }
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const ListGaps& gaps = in.facts.list_gaps();
  if (gaps.no_servers) {
    out.not_applicable("the inputs hold no mailbox server of Exchange 2007 or later");
  }
  for (const ListGap& gap : gaps.gaps) {
    for (const TypeCarrier& carrier : gap.carriers) {
      const Connector& connector = organization.connector(carrier.connector);
      if (!is_scoped(carrier)) continue;
      if (gap.cause == GapCause::scoped_send && connector.kind == ConnectorKind::send) {
        report_carrier(in, out, gap, carrier.connector);
      } else if (gap.cause == GapCause::scoped_other) {
        out.not_judged(fmt::format(
            "whether {} gives {} to cached-mode Outlook: KB 955778 speaks of Send connectors only",
            described(connector), gap.type));
      }
    }
  }
  for (const UnknownListing& listing : gaps.unknown) {
    out.not_judged(reason_of(organization, listing));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 1> kSources = {"KB 955778"};

}  // namespace

extern const Rule non_smtp_type_only_on_scoped_connector;
const Rule non_smtp_type_only_on_scoped_connector = {
    .info = {.code = "CL103",
             .name = "non-smtp-type-only-on-scoped-connector",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary =
                 "A non-SMTP address type reaches no list of a cached-mode client, since only "
                 "a scoped Send connector of Exchange 2007 carries it",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007,
             .to = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
