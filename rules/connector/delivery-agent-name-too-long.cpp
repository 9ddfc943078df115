#include <algorithm>
#include <cstddef>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

constexpr std::size_t kLongest = 64;

/// The number of characters of UTF-8 text.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void check(const Context& in, Sink& out) {
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::delivery_agent);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::delivery_agent));
  for (const Connector& connector : connectors) {
    const std::size_t length = length_of(connector.name());
    if (length <= kLongest) continue;
    out.report(connector.place_of(Property::name), connector,
               "{} has a name of {} characters, where Exchange accepts {} at most",
               described(connector), length, kLongest);
  }
}

}  // namespace

Rule delivery_agent_name_too_long() {
  return {.code = "CL244",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "New-DeliveryAgentConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
