#include <array>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

constexpr std::int64_t kHighest = 65535;

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    const std::optional<std::int64_t> port = connector.number(Property::port);
    if (!connector.counts_as_enabled() || !port || (*port >= 0 && *port <= kHighest)) continue;
    Finding& finding =
        out.report(connector.place_of(Property::port), subject_of(in.organization, connector),
                   fmt::format("{} has the port {}, where Exchange accepts 0 to {} only",
                               described(connector), *port, kHighest));
    if (is_code_only(in.organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::port);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = Property::port}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule port_out_of_range;
const Rule port_out_of_range = {
    .info = {.code = "CL230",
             .name = "port-out-of-range",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "The port of a connector is not from 0 to 65535",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
