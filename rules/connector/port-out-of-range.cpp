#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

constexpr std::int64_t kHighest = 65535;

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    const std::optional<std::int64_t> port = connector.number(Property::port);
    if (!connector.counts_as_enabled() || !port || (*port >= 0 && *port <= kHighest)) continue;
    out.report(connector, Property::port, "{} has the port {}, where Exchange accepts 0 to {} only",
               described(connector), *port, kHighest);
  }
}

}  // namespace

Rule port_out_of_range() {
  return {.code = "CL230",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::port}},
          .sources = "New-SendConnector",
          .severity_in_code = Severity::error,
          .check = check};
}

}  // namespace connlint::rules
