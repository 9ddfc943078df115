#include <array>
#include <optional>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/ip_range.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// Whether the text states one particular address; `0.0.0.0` leaves the choice to the server.
bool states_address(std::string_view text) {
  if (text.empty()) return false;
  const std::optional<IpAddress> address = parse_ip_address(text);
  return !address || !is_any_address(*address);
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    const std::string_view address = connector.text(Property::source_ip_address);
    if (!connector.counts_as_enabled() || !states_address(address)) continue;
    const EdgeSource edge = edge_source_of(organization, connector);
    if (edge == EdgeSource::yes) continue;
    if (edge == EdgeSource::unknown) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(
        connector.place_of(Property::source_ip_address), subject_of(organization, connector),
        fmt::format("{} is to send from the address {}, which is valid on Edge Transport "
                    "servers only: the address that others see may be another one",
                    described(connector), address));
    finding.detail = name_of(Property::source_ip_address);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text(
        "whether these connectors with a source address are on Edge Transport servers is not "
        "known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::source_ip_address}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule source_address_on_non_edge;
const Rule source_address_on_non_edge = {
    .info = {.code = "CL231",
             .name = "source-address-on-non-edge",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary =
                 "A Send connector of other than Edge Transport servers states a source address",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
