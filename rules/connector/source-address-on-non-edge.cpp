#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/ip_range.h"

namespace connlint::rules {
namespace {

/// Whether the text states one particular address; `0.0.0.0` leaves the choice to the server.
bool states_address(std::string_view text) {
  if (text.empty()) return false;
  const std::optional<IpAddress> address = parse_ip_address(text);
  return !address || !is_any_address(*address);
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : in.organization.connectors) {
    const std::string_view address = connector.text(Property::source_ip_address);
    if (!connector.counts_as_enabled() || !states_address(address)) continue;
    const EdgeSource edge = edge_source_of(in.organization, connector);
    if (edge == EdgeSource::yes) continue;
    if (edge == EdgeSource::unknown) {
      unknown.add(connector.name());
      continue;
    }
    out.report(connector, Property::source_ip_address,
               "{} is to send from the address {}, which is valid on Edge Transport servers only: "
               "the address that others see may be another one",
               described(connector), address);
  }
  out.not_judged(
      unknown,
      "whether these connectors with a source address are on Edge Transport servers is not known");
}

}  // namespace

Rule source_address_on_non_edge() {
  return {.code = "CL231",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::source_ip_address}},
          .sources = "New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
