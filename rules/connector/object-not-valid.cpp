#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (!connector.counts_as_enabled() || connector.flag(Property::is_valid) != false) continue;
    Finding& finding = out.report(
        connector.place_of(Property::is_valid), subject_of(in.organization, connector),
        fmt::format("{} is exported with IsValid false: Exchange found a setting that it would not "
                    "accept, and may not use the connector",
                    described(connector)));
    finding.detail = name_of(Property::is_valid);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = Property::is_valid}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"Get-SendConnector"};

}  // namespace

extern const Rule object_not_valid;
const Rule object_not_valid = {.info = {.code = "CL271",
                                        .name = "object-not-valid",
                                        .severity = Severity::warning,
                                        .confidence = Confidence::inferred,
                                        .subject = "connector",
                                        .summary = "The product itself calls a connector invalid",
                                        .profiles = kProfiles,
                                        .needs = kNeeds,
                                        .sources = kSources},
                               .check = check};

}  // namespace connlint::rules
