#include <algorithm>
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

bool is_required(const Organization& organization, std::string_view type) {
  return std::ranges::any_of(organization.required_types, [&](const RequiredType& required) {
    return equals_ignoring_case(required.type, type);
  });
}

void check_types(const Organization& organization, const Connector& connector, Sink& out) {
  std::set<std::string> seen;
  for (const AddressSpace& space : connector.address_spaces()) {
    if (!is_matchable_type(space.type) || !seen.insert(upper(space.type)).second) continue;
    const auto meant = type_meant_by(space.type);
    if (!meant || is_required(organization, space.type)) continue;
    Finding& finding = out.report(
        space.type_where, subject_of(organization, connector),
        fmt::format("{} has the type {}, which looks like {}: addresses of type {} do not match it",
                    described(space, connector), upper(space.type), *meant, *meant));
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
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"IXPLogon::AddressTypes",
                                                      "PidTagAddressType"};

}  // namespace

extern const Rule near_miss_type_name;
const Rule near_miss_type_name = {
    .info = {.code = "CL117",
             .name = "near-miss-type-name",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "address-space",
             .summary = "The type of an address space looks like a misspelt well-known type",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
