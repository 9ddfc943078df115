#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/address_types/type_name.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (!carries_types(connector)) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!is_internal_type(space.type)) continue;
      Finding& finding = out.report(
          space.type_where, subject_of(organization, connector),
          fmt::format("{} has the type {}, which stands for objects of the directory itself: no "
                      "mail leaves by it",
                      described(space, connector), upper(space.type)));
      finding.detail = identity_of(space);
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"MAPI Address Types", "MS-OXCMAIL 2.1.3.1.8"};

}  // namespace

extern const Rule internal_type_on_connector;
const Rule internal_type_on_connector = {
    .info = {.code = "CL122",
             .name = "internal-type-on-connector",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "address-space",
             .summary = "An address space has a type that Exchange keeps for itself",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
