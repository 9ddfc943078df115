#include "linter/engine/rule.h"
#include "linter/model/duration.h"

namespace connlint::rules {
namespace {

constexpr std::int64_t kShortest = 1;
constexpr std::int64_t kLongest = 86'400;  // a day

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    const std::string_view stated = connector.text(Property::connection_inactivity_timeout);
    if (!connector.counts_as_enabled() || stated.empty()) continue;
    const std::optional<std::int64_t> seconds = parse_duration(stated);
    if (seconds && *seconds >= kShortest && *seconds <= kLongest) continue;
    out.report(
        connector, Property::connection_inactivity_timeout,
        "{} has the inactivity timeout '{}', where Exchange accepts 00:00:01 to 1.00:00:00 only",
        described(connector), stated);
  }
}

}  // namespace

Rule inactivity_timeout_out_of_range() {
  return {.code = "CL229",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::connection_inactivity_timeout}},
          .sources = "New-SendConnector; New-ReceiveConnector",
          .severity_in_code = Severity::error,
          .check = check};
}

}  // namespace connlint::rules
