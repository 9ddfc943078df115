#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// Whether the end of the space can be taken for a cost. An X.400 value may end in `;`: what
/// follows its last attribute is then known to be nothing.
bool is_ambiguous(const AddressSpace& space) {
  if (is_smtp(space) || !space.cost_text.empty()) return false;
  if (space.address.find(';') == std::string::npos) return false;
  return !(is_x400(space) && space.address.ends_with(';'));
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!is_ambiguous(space)) continue;
      Finding& finding = out.report(
          space.where, subject_of(in.organization, connector),
          fmt::format("address space '{}:{}' of {} holds a semicolon and states no cost, so that "
                      "Exchange refuses it or takes its last part for the cost",
                      space.type, space.address, described(connector)));
      finding.detail = identity_of(space);
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule ambiguous_address_space_cost;
const Rule ambiguous_address_space_cost = {
    .info = {.code = "CL108",
             .name = "ambiguous-address-space-cost",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary =
                 "An address space of a type other than SMTP holds a semicolon and states no "
                 "cost",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
