#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/address_types/type_name.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check_types(const Organization& organization, const Connector& connector, Sink& out) {
  std::set<std::string> reported;
  for (const AddressSpace& space : connector.address_spaces()) {
    if (is_matchable_type(space.type) || !reported.insert(upper(space.type)).second) continue;
    const auto meant = type_meant_by(space.type);
    Finding& finding = out.report(
        space.type_where, subject_of(organization, connector),
        fmt::format("{} has the type '{}', which no address can have: the name of a type consists "
                    "of letters and digits{}",
                    described(space, connector), space.type,
                    meant ? fmt::format(" ('{}' is probably meant)", *meant) : ""));
    finding.detail = upper(space.type);
  }
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (carries_types(connector)) check_types(in.organization, connector, out);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {"PidTagAddressType", "IXPLogon::AddressTypes",
                                                      "New-SendConnector"};

}  // namespace

extern const Rule unmatchable_type_name;
const Rule unmatchable_type_name = {
    .info = {.code = "CL115",
             .name = "unmatchable-type-name",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "The type of an address space is none that an address can have",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
