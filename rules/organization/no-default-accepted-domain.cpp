#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// The first address space of a type that is encapsulated, on a connector that is enabled.
const AddressSpace* encapsulated_space(const Organization& organization) {
  for (const Connector& connector : organization.connectors) {
    if (!carries_types(connector) || !connector.counts_as_enabled()) continue;
    const auto& spaces = connector.address_spaces();
    const auto other = std::ranges::find_if_not(spaces, is_smtp);
    if (other != spaces.end()) return &*other;
  }
  return nullptr;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const AddressSpace* space = encapsulated_space(organization);
  if (space == nullptr) {
    return out.not_applicable("no enabled connector has a type other than SMTP");
  }
  if (!organization.coverage.has(ObjectKind::accepted_domain)) {
    return out.not_judged("the accepted domains are not known");
  }
  const auto& domains = organization.accepted_domains;
  const auto is_default = [](const AcceptedDomain& domain) {
    return domain.flag(Property::default_).value_or(false);
  };
  if (domains.empty() || std::ranges::any_of(domains, is_default)) return;
  const bool told = std::ranges::all_of(
      domains, [](const AcceptedDomain& domain) { return domain.states(Property::default_); });
  if (!told) return out.not_judged("which accepted domain is the default is not known");
  Finding& finding = out.report(
      domains.front().where, {.kind = "organization", .name = *organization.name, .home = {}},
      fmt::format("no accepted domain is the default, which Exchange needs to write addresses of "
                  "type {} as SMTP addresses and to read them again",
                  space->type));
  finding.related.push_back({fmt::format("'{}' is on a connector", named(*space)), space->where});
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"Set-AcceptedDomain", "MS-OXCMAIL 2.1.3.1.8"};

}  // namespace

extern const Rule no_default_accepted_domain;
const Rule no_default_accepted_domain = {
    .info = {.code = "CL503",
             .name = "no-default-accepted-domain",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "organization",
             .summary =
                 "Connectors have types other than SMTP and no accepted domain is the default",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
