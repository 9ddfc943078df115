#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const std::int64_t most = in.options.number("most");
  for (std::size_t i = 0; i < organization.routing_groups.size(); ++i) {
    const RoutingGroup& group = organization.routing_groups[i];
    const auto count = static_cast<std::int64_t>(group.connectors.size());
    if (count <= most) continue;
    const std::string name = display_name(organization, static_cast<RoutingGroupId>(i));
    out.report(group.where, subject_of(group),
               fmt::format("routing group '{}' holds {} connectors, more than {}: Exchange System "
                           "Manager lists no more than the directory returns at once (1000)",
                           name, count, most));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"ExBPA 032ec3cd"};
constexpr std::array kOptions = {
    OptionInfo{.name = "most",
               .type = OptionInfo::Type::number,
               .default_value = "900",
               .summary = "the number of connectors that a routing group may hold"}};

}  // namespace

extern const Rule too_many_connectors_in_routing_group;
const Rule too_many_connectors_in_routing_group = {
    .info =
        {.code = "CL411",
         .name = "too-many-connectors-in-routing-group",
         .severity = Severity::warning,
         .confidence = Confidence::documented,
         .subject = "routing-group",
         .summary =
             "A routing group holds more connectors than the tools of Exchange 2000/2003 can list",
         .profiles = kProfiles,
         .needs = kNeeds,
         .sources = kSources,
         .options = kOptions,
         .from = Generation::exchange_2000,
         .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
