#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const SpaceLoss& loss : in.routing.lost_spaces()) {
    if (loss.by_name) continue;
    const Connector& connector = in.organization.connector(loss.connector);
    const Connector& winner = in.organization.connector(loss.winner);
    const AddressSpace& space = connector.address_spaces()[loss.space];
    const AddressSpace& other = winner.address_spaces()[loss.winner_space];
    out.report(connector, space,
               "{} never takes mail: even from its own source servers {} is cheaper ({} against "
               "{}), and Exchange 2007 and later do not fall back to it where that one fails",
               described(space, connector), described(winner), loss.winner_cost, loss.cost)
        .also(other.where, "{} takes such mail", described(other, winner));
  }
}

}  // namespace

Rule shadowed_address_space() {
  return {.code = "CL110",
          .severity = Severity::info,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}, {ObjectKind::server}},
          .sources = "Connector selection in external message routing; Mail routing",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
