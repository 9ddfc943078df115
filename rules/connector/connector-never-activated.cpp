#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  bool any = false;
  bool told = false;
  for (const Connector& connector : organization.connectors) {
    if (connector.host == Host::modern || !connector.counts_as_enabled()) continue;
    any = true;
    told = told || connector.states(Property::activation);
    if (connector.text(Property::activation) != "never") continue;
    Finding& finding = out.report(
        connector.place_of(Property::activation), subject_of(organization, connector),
        fmt::format("{} is never activated, so that mail which is routed to it waits until it is "
                    "returned",
                    described(connector)));
    finding.detail = name_of(Property::activation);
  }
  if (!any) return out.not_applicable("the inputs hold no connector of Exchange 2000/2003");
  if (!told) out.not_judged("when the connectors of Exchange 2000/2003 are activated is not known");
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    "Exchange 5.5 SDK, PR_EMS_AB_ACTIVATION_STYLE", "KB 316293"};

}  // namespace

extern const Rule connector_never_activated;
const Rule connector_never_activated = {
    .info = {.code = "CL256",
             .name = "connector-never-activated",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary = "A connector of Exchange 2000/2003 is never activated",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
