#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

constexpr int kLowest = 1;
constexpr int kHighest = 100;

bool is_in_range(const AddressSpace& space) {
  return space.cost && *space.cost >= kLowest && *space.cost <= kHighest;
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    for (const AddressSpace& space : connector.address_spaces()) {
      if (is_in_range(space)) continue;
      const std::string cost = space.cost_text.empty()
                                   ? std::string("has no cost after its semicolon")
                                   : fmt::format("has the cost '{}'", space.cost_text);
      Finding& finding =
          out.report(space.where, subject_of(in.organization, connector),
                     fmt::format("{} {}, where Exchange accepts whole numbers from {} to {} only",
                                 described(space, connector), cost, kLowest, kHighest));
      finding.detail = identity_of(space);
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {
    "New-SendConnector", "Exchange 2000 System Manager help, \"Specify Connector Cost\""};

}  // namespace

extern const Rule cost_out_of_range;
const Rule cost_out_of_range = {
    .info = {.code = "CL107",
             .name = "cost-out-of-range",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "The cost of an address space is no whole number from 1 to 100",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
