#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/address_types/type_use.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const std::set<std::string> used = used_types(organization);
  const std::set<std::string> templates = template_types(organization);
  for (const CarriedType& carried : in.facts.carried_types()) {
    if (carried.connectors.empty() || always_listed(carried.type)) continue;
    // A type that nobody uses is reported as such.
    if (!used.contains(carried.type) || templates.contains(carried.type)) continue;
    if (!organization.coverage.has(ObjectKind::address_template)) {
      return out.not_judged("the inputs hold no address templates");
    }
    const Connector& connector = organization.connector(carried.connectors.front());
    const AddressSpace& space = first_space_of(connector, carried.type);
    Finding& finding = out.report(
        space.type_where, {.kind = "address-type", .name = carried.type, .home = {}},
        fmt::format("address type {} of {} has no address template, so that users cannot pick it "
                    "as a new entry and must write '[{}:...]'",
                    carried.type, described(connector), carried.type));
    finding.detail = carried.type;
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {"Q177308", "Q159216", "KB 959956"};

}  // namespace

extern const Rule no_address_template_for_type;
const Rule no_address_template_for_type = {
    .info = {.code = "CL509",
             .name = "no-address-template-for-type",
             .severity = Severity::info,
             .confidence = Confidence::documented,
             .subject = "organization",
             .summary = "A type that a connector carries has no address template",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
