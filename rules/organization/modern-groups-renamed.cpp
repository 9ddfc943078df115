#include "linter/engine/rule.h"
#include "linter/facts/modern_group.h"

namespace connlint::rules {
namespace {

bool has_mark(std::string_view name) {
  return find_ignoring_case(name, kModernAdministrativeGroupMark) != std::string_view::npos;
}

void check(const Context& in, Sink& out) {
  if (const auto renamed = renamed_modern_group(in.organization)) {
    const RoutingGroup& group = in.organization.routing_group(*renamed);
    out.report(group,
               "all servers of Exchange 2007 and later are in routing group '{}', which setup "
               "names 'Exchange Routing Group ({})': renaming it is not supported",
               display_name(in.organization, *renamed), kModernRoutingGroupMark);
  }
  for (const RoutingGroup& group : in.organization.routing_groups) {
    const std::string& holder = group.administrative_group;
    if (!group.modern || holder.empty() || has_mark(holder)) continue;
    out.report(group,
               "the routing group of Exchange 2007 is in administrative group '{}', which setup "
               "names 'Exchange Administrative Group ({})': renaming or moving is not supported",
               holder, kModernAdministrativeGroupMark);
  }
}

}  // namespace

Rule modern_groups_renamed() {
  return {.code = "CL506",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::server, Property::routing_group}},
          .sources =
              "TechNet aa995972; "
              R"(TechNet dd638103, "Upgrade from Exchange 2003 Transport"; )"
              "ExBPA 56c3a9d0",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
