#include <algorithm>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!carries_types(connector)) continue;
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
    out.report(local->where, connector,
               "{} has the scope word '{}:', {}: a connector has one scope, and who may use this "
               "one depends on which of the two is read",
               described(*local, connector), local->scope_word, against)
        .detail = identity_of(*local);
  }
}

}  // namespace

Rule scope_prefix_conflict() {
  return {.code = "CL248",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "New-SendConnector of Exchange 2007 RTM; KB 257638; ExBPA 1e8700fa",
          .check = check};
}

}  // namespace connlint::rules
