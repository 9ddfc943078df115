#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
    Finding& finding = out.report(
        group.place_of(Property::master), subject_of(group),
        fmt::format("routing group '{}' {}, so that nobody keeps its link state up to date",
                    display_name(organization, id), fault));
    finding.detail = name_of(Property::master);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the masters of these routing groups are not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::routing_group, .property = Property::master},
    Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 4> kSources = {"ExBPA 9cb38520", "KB 841666", "event 958",
                                                      "event 2937"};

}  // namespace

extern const Rule routing_group_master_missing;
const Rule routing_group_master_missing = {
    .info = {.code = "CL409",
             .name = "routing-group-master-missing",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "routing-group",
             .summary = "A routing group of Exchange 2000/2003 has no routing group master",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2000,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
