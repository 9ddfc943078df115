#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const std::int64_t most = in.options.number("most");
  for (std::size_t i = 0; i < in.organization.routing_groups.size(); ++i) {
    const RoutingGroup& group = in.organization.routing_groups[i];
    const auto count = static_cast<std::int64_t>(group.connectors.size());
    if (count <= most) continue;
    const std::string name = display_name(in.organization, static_cast<RoutingGroupId>(i));
    out.report(group,
               "routing group '{}' holds {} connectors, more than {}: Exchange System Manager "
               "lists no more than the directory returns at once (1000)",
               name, count, most);
  }
}

}  // namespace

Rule too_many_connectors_in_routing_group() {
  return {.code = "CL411",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "ExBPA 032ec3cd",
          .options = {{.name = "most",
                       .type = OptionInfo::Type::number,
                       .default_value = "900",
                       .summary = "the number of connectors that a routing group may hold"}},
          .from = Generation::exchange_2000,
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
