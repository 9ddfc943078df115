#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/gap_trace.h"

namespace connlint::rules {
namespace {

void report_carrier(const Context& in, Sink& out, const ListGap& gap, ConnectorId id) {
  const Organization& organization = in.organization;
  const Connector& connector = organization.connector(id);
  const AddressSpace& space = first_space_of(connector, gap.type);
  Finding& finding = out.report(
      space.where, subject_of(organization, connector),
      fmt::format(
          "{} probably does not put {} on the list of cached-mode Outlook on {}: the "
          "connector serves one routing group of {} only, and no other one feeds the list, so "
          "that Outlook returns mail to such addresses at once",
          described(space, connector), gap.type, mailbox_servers(organization, gap),
          legacy_host_text(organization, connector)));
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
      if (gap.cause == GapCause::legacy_scope) report_carrier(in, out, gap, carrier.connector);
      if (gap.cause == GapCause::legacy_scope_unknown &&
          carrier.feeding == Feeding::legacy_scope_unknown) {
        const Connector& connector = organization.connector(carrier.connector);
        out.not_judged(
            fmt::format("why {} is on no list of cached-mode Outlook: the scope of {} is "
                        "not known",
                        gap.type, described(connector)));
      }
    }
  }
  for (const UnknownListing& listing : gaps.unknown) {
    out.not_judged(reason_of(organization, listing));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 3> kProfiles = {"recommended", "coexistence",
                                                       "decommission-2003"};
constexpr std::array<std::string_view, 3> kSources = {"KB 959956", "KB 257638", "ExBPA 1e8700fa"};

}  // namespace

extern const Rule legacy_scope_hides_type;
const Rule legacy_scope_hides_type = {
    .info = {.code = "CL204",
             .name = "legacy-scope-hides-type",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary =
                 "A non-SMTP address type is only on connectors of Exchange 2000/2003 that "
                 "are scoped to their routing group, so that cached-mode clients of Exchange "
                 "2007 and later do not know it",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
