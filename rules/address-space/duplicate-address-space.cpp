#include <map>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

void check_spaces(const Connector& connector, Sink& out) {
  std::map<std::string, const AddressSpace*> seen;
  for (const AddressSpace& space : connector.address_spaces()) {
    const auto [first, added] =
        seen.emplace(lower(fmt::format("{}:{}", space.type, space.address)), &space);
    if (added) continue;
    const bool same_cost = first->second->cost == space.cost;
    out.report(connector, space, "{} stands in its list twice{}", described(space, connector),
               same_cost ? "" : ", with two costs, of which only the lower one counts")
        .also(first->second->where, "'{}' stands here", named(*first->second));
  }
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (carries_types(connector)) check_spaces(connector, out);
  }
}

}  // namespace

Rule duplicate_address_space() {
  return {.code = "CL114",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "New-SendConnector; Connector selection (Exchange 2016)",
          .check = check};
}

}  // namespace connlint::rules
