#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/connector_host.h"
#include "linter/model/wording.h"
#include "linter/routing/address/or_address.h"
#include "linter/support/text.h"

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
  const Organization& organization = in.organization;
  if (!holds_server_up_to(organization, Generation::exchange_55)) {
    return out.not_applicable("the inputs hold no server of Exchange 5.5");
  }
  const std::vector<std::string> types = stray_types(in);
  if (types.empty()) return;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || connector.host == Host::modern) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!takes_all(space)) continue;
      Finding& finding = out.report(
          space.where, subject_of(organization, connector),
          fmt::format("{} takes all of X.400, and Exchange 5.5 sends mail of {} there, since no "
                      "connector has the type: it is returned or loops",
                      described(space, connector), listed(types)));
      finding.detail = identity_of(space);
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces},
    Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"Q262112", "Q262116"};

}  // namespace

extern const Rule x400_catch_all_takes_other_types;
const Rule x400_catch_all_takes_other_types = {
    .info = {.code = "CL119",
             .name = "x400-catch-all-takes-other-types",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary =
                 "An address space for all of X.400 takes the mail of a type that no connector has",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_55,
             .to = Generation::exchange_55},
    .check = check};

}  // namespace connlint::rules
