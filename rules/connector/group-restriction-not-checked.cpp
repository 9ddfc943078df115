#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (holds_modern_server(organization)) {
    return out.not_applicable("beside Exchange 2007 restrictions are to be removed (CL255)");
  }
  for (const Connector& connector : organization.connectors) {
    if (connector.host != Host::legacy || !connector.counts_as_enabled()) continue;
    const bool accepts = !connector.names(Property::accept_from).empty();
    if (!accepts && connector.names(Property::reject_from).empty()) continue;
    const Property property = accepts ? Property::accept_from : Property::reject_from;
    Finding& finding = out.report(
        connector.place_of(property), subject_of(organization, connector),
        fmt::format("{} restricts its senders, which its source servers check only with the "
                    "registry value CheckConnectorRestrictions",
                    described(connector)));
    finding.detail = name_of(property);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 4> kSources = {"KB 277872", "KB 279813", "ExBPA 8a2a7ed1",
                                                      "ExBPA 8ec33d06"};

}  // namespace

extern const Rule group_restriction_not_checked;
const Rule group_restriction_not_checked = {
    .info = {.code = "CL272",
             .name = "group-restriction-not-checked",
             .severity = Severity::info,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "Whether a connector of Exchange 2000/2003 enforces its senders depends on "
                        "a value in the registry",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2000,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
