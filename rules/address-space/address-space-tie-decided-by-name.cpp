#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const SpaceLoss& loss : in.routing.lost_spaces()) {
    if (!loss.by_name) continue;
    const Connector& connector = organization.connector(loss.connector);
    const Connector& winner = organization.connector(loss.winner);
    const AddressSpace& space = connector.address_spaces()[loss.space];
    const AddressSpace& other = winner.address_spaces()[loss.winner_space];
    Finding& finding = out.report(
        space.where, subject_of(organization, connector),
        fmt::format("{} takes no mail: {} has the same address space at the same cost on the same "
                    "servers, and its name comes first; Exchange 2007 and later do not share the "
                    "load between connectors",
                    described(space, connector), described(winner)));
    finding.detail = identity_of(space);
    finding.related.push_back(
        {fmt::format("{} takes such mail", described(other, winner)), other.where});
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces},
    Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {
    "Connector selection in external message "
    "routing"};

}  // namespace

extern const Rule address_space_tie_decided_by_name;
const Rule address_space_tie_decided_by_name = {
    .info = {.code = "CL111",
             .name = "address-space-tie-decided-by-name",
             .severity = Severity::info,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "Two connectors are equal in everything but their names, so that one takes "
                        "all the mail",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
