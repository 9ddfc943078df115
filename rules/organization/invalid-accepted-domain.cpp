#include <array>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/wording.h"
#include "linter/routing/address/space_syntax.h"

namespace connlint::rules {
namespace {

/// What is wrong with the domain, as a clause, or empty.
std::string fault_of(std::string_view domain) {
  constexpr std::size_t kLongest = 256;
  if (domain.size() > kLongest) return fmt::format("it is longer than {} characters", kLongest);
  // An export without the domain holds the display name instead.
  if (domain.find(' ') != std::string_view::npos) return {};
  AddressSpace space;
  space.type = "SMTP";
  space.address = std::string(domain);
  if (has_foreign_letters(space)) return {};
  return space_fault(space, SpaceProduct::modern);
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const AcceptedDomain& domain : organization.accepted_domains) {
    if (domain.name().empty()) continue;
    const std::string fault = fault_of(domain.name());
    if (fault.empty()) continue;
    Finding& finding = out.report(
        domain.place_of(Property::name), subject_of(domain),
        fmt::format("'{}' is no accepted domain that Exchange takes: {}", domain.name(), fault));
    if (is_code_only(organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::name);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::accepted_domain, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"New-AcceptedDomain", "RFC 1035"};

}  // namespace

extern const Rule invalid_accepted_domain;
const Rule invalid_accepted_domain = {
    .info = {.code = "CL504",
             .name = "invalid-accepted-domain",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "organization",
             .summary = "An accepted domain is none that Exchange accepts",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
