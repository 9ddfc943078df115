#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/gap_trace.h"

namespace connlint::rules {
namespace {

/// How sure the article makes us of a gap, by the servers that lack the type.
enum class Reading {
  certain,          ///< A server of 8.1 or later of Exchange 2007.
  other_reading,    ///< Servers of 2007 before 8.1 or of unknown build: KB 937861 may be the cause.
  later_than_2007,  ///< Only servers of 2010 and later, of which the article does not speak.
};

Reading reading_of(const Organization& organization, const ListGap& gap) {
  Reading reading = Reading::later_than_2007;
  for (ServerId id : gap.servers) {
    const Server& server = organization.server(id);
    if (server.generation > Generation::exchange_2007) continue;
    if (server.exchange && server.exchange->minor >= 1) return Reading::certain;
    reading = Reading::other_reading;
  }
  return reading;
}

/// Whether recipients of the connector's system stand in the address list, whose entries the client
/// does not check, so that only one-off addresses suffer.
bool has_directory_entries(const Connector& connector) {
  switch (connector.gateway_class) {
    case GatewayClass::notes:
    case GatewayClass::groupwise:
    case GatewayClass::ccmail:
    case GatewayClass::msmail: return true;
    case GatewayClass::none:
    case GatewayClass::snads:
    case GatewayClass::calendar:
    case GatewayClass::other: break;
  }
  return false;
}

std::string_view reservation(Reading reading) {
  switch (reading) {
    case Reading::certain: break;
    case Reading::other_reading:
      return " (KB 959956; before 8.1 KB 937861 is the other reading: the type is fed, but the "
             "list may be corrupted)";
    case Reading::later_than_2007:
      return " (KB 959956 speaks of Exchange 2007; these servers are later)";
  }
  return {};
}

void report_carrier(const Context& in, Sink& out, const ListGap& gap, Reading reading,
                    ConnectorId id) {
  const Connector& connector = in.organization.connector(id);
  const AddressSpace& space = first_space_of(connector, gap.type);
  const bool one_offs_only = has_directory_entries(connector);
  const std::string_view who = one_offs_only ? "a one-off address of this type" : "such addresses";
  std::string message = fmt::format(
      "{} does not put {} on the list of cached-mode Outlook on {}: the connector serves the whole "
      "organisation from {}, and no other one feeds the list, so that Outlook returns mail to {} "
      "at once{}",
      described(space, connector), gap.type, mailbox_servers(in.organization, gap),
      legacy_host_text(in.organization, connector), who, reservation(reading));
  if (gap.depends_on_rollup) {
    message +=
        "; with Update Rollup 7 for Exchange 2007 SP1, which no export shows, a scoped connector "
        "would feed it";
  }
  Finding& finding = out.report(space.where, connector, "{}", message);
  if (one_offs_only || reading != Reading::certain || gap.depends_on_rollup) {
    finding.severity = Severity::warning;
  }
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
    const Reading reading = reading_of(in.organization, gap);
    for (const TypeCarrier& carrier : gap.carriers) {
      const Connector& connector = in.organization.connector(carrier.connector);
      if (gap.cause == GapCause::legacy_host && carrier.feeding == Feeding::legacy_host) {
        report_carrier(in, out, gap, reading, carrier.connector);
      }
      if (gap.cause == GapCause::legacy_scope_unknown &&
          carrier.feeding == Feeding::legacy_scope_unknown) {
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

Rule non_smtp_type_only_on_legacy_host() {
  return {.code = "CL102",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence | Profile::decommission_2003,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "KB 959956, cause 2; KB 937861",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
