#include <fmt/format.h>

#include "linter/engine/rule.h"

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
      out.report(connector, space, "{} {}, where Exchange accepts whole numbers from {} to {} only",
                 described(space, connector), cost, kLowest, kHighest);
    }
  }
}

}  // namespace

Rule cost_out_of_range() {
  return {.code = "CL107",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources =
              "New-SendConnector; "
              R"(Exchange 2000 System Manager help, "Specify Connector Cost")",
          .check = check};
}

}  // namespace connlint::rules
