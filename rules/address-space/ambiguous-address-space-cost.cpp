#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

/// Whether the end of the space can be taken for a cost. An X.400 value may end in `;`: what
/// follows its last attribute is then known to be nothing.
bool is_ambiguous(const AddressSpace& space) {
  if (is_smtp(space) || !space.cost_text.empty()) return false;
  if (space.address.find(';') == std::string::npos) return false;
  return !(is_x400(space) && space.address.ends_with(';'));
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!is_ambiguous(space)) continue;
      out.report(connector, space,
                 "address space '{}:{}' of {} holds a semicolon and states no cost, so that "
                 "Exchange refuses it or takes its last part for the cost",
                 space.type, space.address, described(connector));
    }
  }
}

}  // namespace

Rule ambiguous_address_space_cost() {
  return {.code = "CL108",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "New-SendConnector",
          .check = check};
}

}  // namespace connlint::rules
