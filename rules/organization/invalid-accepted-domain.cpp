#include <fmt/format.h>

#include "linter/engine/rule.h"
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
  for (const AcceptedDomain& domain : in.organization.accepted_domains) {
    if (domain.name().empty()) continue;
    const std::string fault = fault_of(domain.name());
    if (fault.empty()) continue;
    out.report(domain, Property::name, "'{}' is no accepted domain that Exchange takes: {}",
               domain.name(), fault);
  }
}

}  // namespace

Rule invalid_accepted_domain() {
  return {.code = "CL504",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::accepted_domain}},
          .sources = "New-AcceptedDomain; RFC 1035",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
