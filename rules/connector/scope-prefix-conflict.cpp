#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (!connector.counts_as_enabled() || !carries_types(connector)) continue;
    const Spaces& spaces = connector.address_spaces();
    const auto local = std::ranges::find_if(spaces, &AddressSpace::local);
    if (local == spaces.end()) continue;
    const auto open = std::ranges::find_if_not(spaces, &AddressSpace::local);
    const bool stated_open =
        connector.states(Property::scope) && connector.scope == Scope::organization;
    if (!stated_open && open == spaces.end()) continue;
    const std::string against =
        stated_open ? std::string("while the connector is stated to be for the whole organisation")
                    : fmt::format("while {} has none", named(*open));
    Finding& finding = out.report(
        local->where, subject_of(in.organization, connector),
        fmt::format("{} has the scope word '{}:', {}: a connector has one scope, and who "
                    "may use this one depends on which of the two is read",
                    described(*local, connector), local->scope_word, against));
    finding.detail = identity_of(*local);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {"New-SendConnector of Exchange 2007 RTM",
                                                      "KB 257638", "ExBPA 1e8700fa"};

}  // namespace

extern const Rule scope_prefix_conflict;
const Rule scope_prefix_conflict = {
    .info = {.code = "CL248",
             .name = "scope-prefix-conflict",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary = "The scope words of the address spaces of a connector disagree with each "
                        "other or with its scope",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
