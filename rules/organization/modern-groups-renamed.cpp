#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/modern_group.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

bool has_mark(std::string_view name) {
  return find_ignoring_case(name, kModernAdministrativeGroupMark) != std::string_view::npos;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (const auto renamed = renamed_modern_group(organization)) {
    const RoutingGroup& group = organization.routing_group(*renamed);
    out.report(
        group.where, subject_of(group),
        fmt::format("all servers of Exchange 2007 and later are in routing group '{}', which "
                    "setup names 'Exchange Routing Group ({})': renaming it is not supported",
                    display_name(organization, *renamed), kModernRoutingGroupMark));
  }
  for (const RoutingGroup& group : organization.routing_groups) {
    const std::string& holder = group.administrative_group;
    if (!group.modern || holder.empty() || has_mark(holder)) continue;
    out.report(group.where, subject_of(group),
               fmt::format("the routing group of Exchange 2007 is in administrative group '{}', "
                           "which setup names 'Exchange Administrative Group ({})': renaming or "
                           "moving is not supported",
                           holder, kModernAdministrativeGroupMark));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::server, .property = Property::routing_group}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {
    "TechNet aa995972", "TechNet dd638103, \"Upgrade from Exchange 2003 Transport\"",
    "ExBPA 56c3a9d0"};

}  // namespace

extern const Rule modern_groups_renamed;
const Rule modern_groups_renamed = {
    .info = {.code = "CL506",
             .name = "modern-groups-renamed",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "organization",
             .summary =
                 "The routing group or the administrative group of Exchange 2007 has another name",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
