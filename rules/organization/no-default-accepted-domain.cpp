#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

/// The first address space of a type that is encapsulated, on a connector that is enabled.
const AddressSpace* encapsulated_space(const Organization& organization) {
  for (const Connector& connector : enabled_connectors(organization)) {
    if (!carries_types(connector)) continue;
    const auto& spaces = connector.address_spaces();
    const auto other = std::ranges::find_if_not(spaces, is_smtp);
    if (other != spaces.end()) return &*other;
  }
  return nullptr;
}

void check(const Context& in, Sink& out) {
  const AddressSpace* space = encapsulated_space(in.organization);
  if (space == nullptr) {
    return out.not_applicable("no enabled connector has a type other than SMTP");
  }
  if (!in.organization.coverage.has(ObjectKind::accepted_domain)) {
    return out.not_judged("the accepted domains are not known");
  }
  const auto& domains = in.organization.accepted_domains;
  const auto is_default = [](const AcceptedDomain& domain) {
    return domain.flag(Property::default_).value_or(false);
  };
  if (domains.empty() || std::ranges::any_of(domains, is_default)) return;
  const bool told = std::ranges::all_of(
      domains, [](const AcceptedDomain& domain) { return domain.states(Property::default_); });
  if (!told) return out.not_judged("which accepted domain is the default is not known");
  out.report(domains.front().where, in.organization,
             "no accepted domain is the default, which Exchange needs to write addresses of type "
             "{} as SMTP addresses and to read them again",
             space->type)
      .also(space->where, "'{}' is on a connector", named(*space));
}

}  // namespace

Rule no_default_accepted_domain() {
  return {.code = "CL503",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "Set-AcceptedDomain; MS-OXCMAIL 2.1.3.1.8",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
