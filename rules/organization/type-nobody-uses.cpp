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
    if (used.contains(carried.type) || templates.contains(carried.type)) continue;
    if (!organization.coverage.has(ObjectKind::recipient)) {
      return out.not_judged("the inputs hold no recipients");
    }
    const Connector& connector = organization.connector(carried.connectors.front());
    const AddressSpace& space = first_space_of(connector, carried.type);
    Finding& finding = out.report(
        space.type_where, {.kind = "address-type", .name = carried.type, .home = {}},
        fmt::format("address type {} of {} is used by no recipient, policy or template of the "
                    "inputs: only one-off addresses can need it",
                    carried.type, described(connector)));
    finding.detail = carried.type;
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "decommission-2003"};
constexpr std::array<std::string_view, 2> kSources = {
    "Exchange 2003 SDK, \"Creating a Proxy Address\"", "Q250903"};

}  // namespace

extern const Rule type_nobody_uses;
const Rule type_nobody_uses = {
    .info = {.code = "CL511",
             .name = "type-nobody-uses",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "organization",
             .summary = "A connector carries a type that no recipient, policy or template uses",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
