#include <array>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/duration.h"
#include "linter/model/wording.h"

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
    Finding& finding = out.report(
        connector.place_of(Property::connection_inactivity_timeout),
        subject_of(in.organization, connector),
        fmt::format("{} has the inactivity timeout '{}', where Exchange accepts 00:00:01 "
                    "to 1.00:00:00 only",
                    described(connector), stated));
    if (is_code_only(in.organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::connection_inactivity_timeout);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::connection_inactivity_timeout}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"New-SendConnector", "New-ReceiveConnector"};

}  // namespace

extern const Rule inactivity_timeout_out_of_range;
const Rule inactivity_timeout_out_of_range = {
    .info = {.code = "CL229",
             .name = "inactivity-timeout-out-of-range",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "The inactivity timeout of a connector is not from one second to one day",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
