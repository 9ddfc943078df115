#include <array>
#include <map>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check_spaces(const Organization& organization, const Connector& connector, Sink& out) {
  std::map<std::string, const AddressSpace*> seen;
  for (const AddressSpace& space : connector.address_spaces()) {
    const auto [first, added] =
        seen.emplace(lower(fmt::format("{}:{}", space.type, space.address)), &space);
    if (added) continue;
    const bool same_cost = first->second->cost == space.cost;
    Finding& finding = out.report(
        space.where, subject_of(organization, connector),
        fmt::format("{} stands in its list twice{}", described(space, connector),
                    same_cost ? "" : ", with two costs, of which only the lower one counts"));
    finding.detail = identity_of(space);
    finding.related.push_back(
        {fmt::format("'{}' stands here", named(*first->second)), first->second->where});
  }
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (carries_types(connector)) check_spaces(in.organization, connector, out);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"New-SendConnector",
                                                      "Connector selection (Exchange 2016)"};

}  // namespace

extern const Rule duplicate_address_space;
const Rule duplicate_address_space = {
    .info = {.code = "CL114",
             .name = "duplicate-address-space",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "address-space",
             .summary = "A connector has the same address space twice",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
