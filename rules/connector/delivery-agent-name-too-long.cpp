#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/only_code.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

constexpr std::size_t kLongest = 64;

/// The number of characters of UTF-8 text.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void check(const Context& in, Sink& out) {
  const std::vector<const Connector*> connectors =
      enabled_connectors(in.organization, ConnectorKind::delivery_agent);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::delivery_agent));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const std::size_t length = length_of(connector.name());
    if (length <= kLongest) continue;
    Finding& finding =
        out.report(connector.place_of(Property::name), subject_of(in.organization, connector),
                   fmt::format("{} has a name of {} characters, where Exchange accepts {} at most",
                               described(connector), length, kLongest));
    if (is_code_only(in.organization)) finding.severity = Severity::error;
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"New-DeliveryAgentConnector"};

}  // namespace

extern const Rule delivery_agent_name_too_long;
const Rule delivery_agent_name_too_long = {
    .info = {.code = "CL244",
             .name = "delivery-agent-name-too-long",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "The name of a Delivery Agent connector is longer than 64 characters",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
