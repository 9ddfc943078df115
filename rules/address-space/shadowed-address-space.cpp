#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const SpaceLoss& loss : in.routing.lost_spaces()) {
    if (loss.by_name) continue;
    const Connector& connector = organization.connector(loss.connector);
    const Connector& winner = organization.connector(loss.winner);
    const AddressSpace& space = connector.address_spaces()[loss.space];
    const AddressSpace& other = winner.address_spaces()[loss.winner_space];
    Finding& finding = out.report(
        space.where, subject_of(organization, connector),
        fmt::format("{} never takes mail: even from its own source servers {} is cheaper ({} "
                    "against {}), and Exchange 2007 and later do not fall back to it where that "
                    "one fails",
                    described(space, connector), described(winner), loss.winner_cost, loss.cost));
    finding.detail = identity_of(space);
    finding.related.push_back(
        {fmt::format("{} takes such mail", described(other, winner)), other.where});
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces},
    Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    "Connector selection in external message "
    "routing",
    "Mail routing"};

}  // namespace

extern const Rule shadowed_address_space;
const Rule shadowed_address_space = {
    .info = {.code = "CL110",
             .name = "shadowed-address-space",
             .severity = Severity::info,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "An address space is never chosen, since a cheaper connector has the same "
                        "one",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
