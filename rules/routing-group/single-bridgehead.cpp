#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// How many servers of a routing group the inputs hold.
std::size_t server_count(const Organization& organization, std::optional<RoutingGroupId> id) {
  if (!id) return 0;
  const RoutingGroup& group = organization.routing_group(*id);
  if (!group.modern) return group.servers.size();
  return static_cast<std::size_t>(
      std::ranges::count_if(organization.servers, [&](const Server& server) {
        return counts_as_modern(organization, server) && !server.has_role(Role::edge_transport);
      }));
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const auto connectors = enabled_connectors(organization, ConnectorKind::routing_group);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::routing_group));
  const std::vector<std::string> allowed = in.options.texts("allowed");
  // The one modern group is counted once.
  std::vector<std::size_t> counts;
  for (std::size_t i = 0; i < organization.routing_groups.size(); ++i) {
    counts.push_back(server_count(organization, static_cast<RoutingGroupId>(i)));
  }
  const auto has_more = [&](std::optional<RoutingGroupId> id) {
    return id && counts[static_cast<std::size_t>(*id)] > 1;
  };
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    const bool is_allowed = std::ranges::any_of(allowed, [&](std::string_view name) {
      return equals_ignoring_case(name, connector.name());
    });
    if (is_allowed) continue;
    const bool source = connector.sources.size() == 1 && has_more(connector.home);
    const bool target = connector.targets.size() == 1 && has_more(connector.target);
    if (!source && !target) continue;
    std::vector<std::string> what;
    if (source) what.push_back(fmt::format("source server '{}'", *connector.sources.front().name));
    if (target) what.push_back(fmt::format("target server '{}'", *connector.targets.front().name));
    const Property property = source ? Property::source_servers : Property::target_servers;
    Finding& finding = out.report(
        connector.place_of(property), subject_of(organization, connector),
        fmt::format("{} has only the {}: while {} is down, mail between the routing groups waits",
                    described(connector), join(what, " and the "),
                    source && target ? "one of them" : "that server"));
    finding.detail = name_of(property);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    "TechNet aa996150", "TechNet dd638103, \"Upgrade from Exchange 2003 Transport\""};
constexpr std::array kOptions = {
    OptionInfo{.name = "allowed",
               .type = OptionInfo::Type::texts,
               .default_value = "",
               .summary = "names of connectors that may have one source or target server"}};

}  // namespace

extern const Rule single_bridgehead;
const Rule single_bridgehead = {.info = {.code = "CL408",
                                         .name = "single-bridgehead",
                                         .severity = Severity::info,
                                         .confidence = Confidence::recommended,
                                         .subject = "routing-group",
                                         .summary = "A routing group connector has one source or "
                                                    "one target server although there are more",
                                         .profiles = kProfiles,
                                         .needs = kNeeds,
                                         .sources = kSources,
                                         .options = kOptions,
                                         .to = Generation::exchange_2010},
                                .check = check};

}  // namespace connlint::rules
