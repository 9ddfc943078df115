#include <algorithm>
#include <set>

#include "linter/engine/rule.h"
#include "linter/facts/connector_host.h"
#include "linter/outlook/allowed_types.h"
#include "linter/routing/address/or_address.h"

namespace connlint::rules {
namespace {

/// Whether an address space takes every X.400 address.
bool takes_all(const AddressSpace& space) {
  if (!is_x400(space)) return false;
  if (space.address == "*") return true;
  const auto address = parse_or_address(space.address);
  return address && std::ranges::all_of(address.value().attributes,
                                        [](const OrAttribute& part) { return part.value == "*"; });
}

/// The required types that no enabled connector carries, by name.
std::vector<std::string> stray_types(const Context& in) {
  std::set<std::string> types;
  for (const RequiredType& required : in.organization.required_types) {
    if (!always_listed(required.type) && !never_required_by_import(required.type)) {
      types.insert(required.type);
    }
  }
  for (const CarriedType& carried : in.facts.carried_types()) {
    if (!carried.connectors.empty()) types.erase(carried.type);
  }
  return {types.begin(), types.end()};
}

void check(const Context& in, Sink& out) {
  if (!holds_server_up_to(in.organization, Generation::exchange_55)) {
    return out.not_applicable("the inputs hold no server of Exchange 5.5");
  }
  const std::vector<std::string> types = stray_types(in);
  if (types.empty()) return;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (connector.host == Host::modern) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!takes_all(space)) continue;
      out.report(connector, space,
                 "{} takes all of X.400, and Exchange 5.5 sends mail of {} there, since no "
                 "connector has the type: it is returned or loops",
                 described(space, connector), listed(types));
    }
  }
}

}  // namespace

Rule x400_catch_all_takes_other_types() {
  return {.code = "CL119",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}, {ObjectKind::server}},
          .sources = "Q262112; Q262116",
          .from = Generation::exchange_55,
          .to = Generation::exchange_55,
          .check = check};
}

}  // namespace connlint::rules
