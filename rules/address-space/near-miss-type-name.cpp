#include <algorithm>
#include <set>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/type_name.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

bool is_required(const Organization& organization, std::string_view type) {
  return std::ranges::any_of(organization.required_types, [&](const RequiredType& required) {
    return equals_ignoring_case(required.type, type);
  });
}

void check_types(const Organization& organization, const Connector& connector, Sink& out) {
  std::set<std::string> seen;
  for (const AddressSpace& space : connector.address_spaces()) {
    if (!is_matchable_type(space.type) || !seen.insert(upper(space.type)).second) continue;
    const auto meant = type_meant_by(space.type);
    if (!meant || is_required(organization, space.type)) continue;
    out.report(space.type_where, connector,
               "{} has the type {}, which looks like {}: addresses of type {} do not match it",
               described(space, connector), upper(space.type), *meant, *meant)
        .detail = upper(space.type);
  }
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (carries_types(connector)) check_types(in.organization, connector, out);
  }
}

}  // namespace

Rule near_miss_type_name() {
  return {.code = "CL117",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "IXPLogon::AddressTypes; PidTagAddressType",
          .check = check};
}

}  // namespace connlint::rules
