#include <unordered_map>

#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

constexpr std::string_view kDeletedMark = " (deleted)";
using ServerIndex = std::unordered_map<std::string, ServerId>;

ServerIndex index_of(const Organization& organization) {
  ServerIndex index;
  for (std::size_t i = 0; i < organization.servers.size(); ++i) {
    const Server& server = organization.servers[i];
    index.emplace(lower(server.name()), static_cast<ServerId>(i));
    const std::string_view fqdn = server.text(Property::fqdn);
    if (!fqdn.empty()) index.emplace(lower(fqdn), static_cast<ServerId>(i));
  }
  return index;
}

/// What is wrong with the master of a group, as a clause, or empty.
std::string fault_of(const Organization& organization, RoutingGroupId id,
                     const ServerIndex& index) {
  const RoutingGroup& group = organization.routing_group(id);
  const std::string_view master = group.text(Property::master);
  if (master.empty()) return "has no routing group master";
  if (master.ends_with(kDeletedMark)) {
    return fmt::format("has the master '{}', which was deleted",
                       master.substr(0, master.size() - kDeletedMark.size()));
  }
  const auto found = index.find(lower(master));
  if (found == index.end()) {
    return fmt::format(
        "has the master '{}', which the inputs do not hold: removed, or not exported", master);
  }
  const std::optional<RoutingGroupId> home = organization.server(found->second).routing_group;
  if (!home || *home == id) return {};
  return fmt::format("has the master '{}', which is in routing group '{}'", master,
                     display_name(organization, *home));
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const ServerIndex index = index_of(organization);
  Unjudged unknown;
  for (std::size_t i = 0; i < organization.routing_groups.size(); ++i) {
    const auto id = static_cast<RoutingGroupId>(i);
    const RoutingGroup& group = organization.routing_groups[i];
    // Exchange 2007 has no master; a group without servers needs none.
    if (group.modern || group.implied || group.servers.empty()) continue;
    if (!group.states(Property::master)) {
      unknown.add(display_name(organization, id));
      continue;
    }
    const std::string fault = fault_of(organization, id, index);
    if (fault.empty()) continue;
    out.report(group, Property::master,
               "routing group '{}' {}, so that nobody keeps its link state up to date",
               display_name(organization, id), fault);
  }
  out.not_judged(unknown, "the masters of these routing groups are not known");
}

}  // namespace

Rule routing_group_master_missing() {
  return {.code = "CL409",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::routing_group, Property::master}, {ObjectKind::server}},
          .sources = "ExBPA 9cb38520; KB 841666; event 958; event 2937",
          .from = Generation::exchange_2000,
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
