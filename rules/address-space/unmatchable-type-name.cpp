#include <set>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/type_name.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

void check_types(const Connector& connector, Sink& out) {
  std::set<std::string> reported;
  for (const AddressSpace& space : connector.address_spaces()) {
    if (is_matchable_type(space.type) || !reported.insert(upper(space.type)).second) continue;
    const auto meant = type_meant_by(space.type);
    out.report(space.type_where, connector,
               "{} has the type '{}', which no address can have: the name of a type consists of "
               "letters and digits{}",
               described(space, connector), space.type,
               meant ? fmt::format(" ('{}' is probably meant)", *meant) : "")
        .detail = upper(space.type);
  }
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (carries_types(connector)) check_types(connector, out);
  }
}

}  // namespace

Rule unmatchable_type_name() {
  return {.code = "CL115",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "PidTagAddressType; IXPLogon::AddressTypes; New-SendConnector",
          .check = check};
}

}  // namespace connlint::rules
