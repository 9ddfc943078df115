#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (!speaks_smtp(connector) || !connector.counts_as_enabled()) continue;
    if (connector.flag(Property::dns_routing) != false) continue;
    if (!connector.states(Property::smart_hosts)) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    // Each address space of another type is reported by CL105.
    const bool only_smtp = std::ranges::all_of(connector.address_spaces(), is_smtp);
    if (!connector.states_nothing(Property::smart_hosts) || !only_smtp) continue;
    Finding& finding = out.report(
        connector.place_of(Property::smart_hosts), subject_of(organization, connector),
        fmt::format("{} routes to a smart host and has none, so that routing ignores it and its "
                    "mail goes elsewhere or stays in the queue",
                    described(connector)));
    finding.detail = name_of(Property::smart_hosts);
    finding.related.push_back({fmt::format("{} does not route by DNS", described(connector)),
                               connector.place_of(Property::dns_routing)});
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the smart hosts of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_hosts},
    Need{.kind = ObjectKind::connector, .property = Property::dns_routing}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"event 5019", "New-SendConnector"};

}  // namespace

extern const Rule smart_host_missing;
const Rule smart_host_missing = {
    .info = {.code = "CL205",
             .name = "smart-host-missing",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A connector that does not route by DNS has no smart host",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
