#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const SpaceLoss& loss : in.routing.lost_spaces()) {
    if (!loss.by_name) continue;
    const Connector& connector = in.organization.connector(loss.connector);
    const Connector& winner = in.organization.connector(loss.winner);
    const AddressSpace& space = connector.address_spaces()[loss.space];
    const AddressSpace& other = winner.address_spaces()[loss.winner_space];
    out.report(connector, space,
               "{} takes no mail: {} has the same address space at the same cost on the same "
               "servers, and its name comes first; Exchange 2007 and later do not share the load "
               "between connectors",
               described(space, connector), described(winner))
        .also(other.where, "{} takes such mail", described(other, winner));
  }
}

}  // namespace

Rule address_space_tie_decided_by_name() {
  return {.code = "CL111",
          .severity = Severity::info,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}, {ObjectKind::server}},
          .sources = "Connector selection in external message routing",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
