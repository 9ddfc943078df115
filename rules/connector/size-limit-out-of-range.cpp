#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// The limits that a kind of connector takes, in bytes.
struct Range {
  std::uint64_t lowest = 0;
  std::uint64_t highest = 0;
  /// Whether it takes `unlimited`.
  bool unlimited = true;
  /// As the documentation writes it.
  std::string_view text;
};

constexpr std::uint64_t kKilo = 1024;
constexpr std::uint64_t kSmallest = 64 * kKilo;
constexpr std::uint64_t kLargest = 2147483647;

/// Nothing for kinds of which no source says a range.
std::optional<Range> range_of(const Connector& connector) {
  switch (connector.kind) {
    case ConnectorKind::send:
      if (connector.host == Host::legacy) return std::nullopt;
      return Range{0, kLargest, true, "0 to 2147483647 bytes and 'unlimited'"};
    case ConnectorKind::foreign:
      return Range{0, kLargest * kKilo, true, "0 to 2147483647 KB and 'unlimited'"};
    case ConnectorKind::delivery_agent:
      return Range{kSmallest, kLargest, true, "65536 to 2147483647 bytes and 'unlimited'"};
    case ConnectorKind::routing_group:
      if (connector.host == Host::legacy) return std::nullopt;
      return Range{kSmallest, std::numeric_limits<std::int64_t>::max(), true,
                   "64 KB and more and 'unlimited'"};
    case ConnectorKind::receive:
      return Range{kSmallest, kLargest, false, "65536 to 2147483647 bytes"};
    case ConnectorKind::smtp:
    case ConnectorKind::x400:
    case ConnectorKind::gateway:
    case ConnectorKind::outbound:
    case ConnectorKind::inbound:
    case ConnectorKind::unknown: break;
  }
  return std::nullopt;
}

bool is_in_range(const Size& limit, const Range& range) {
  if (limit.unlimited) return range.unlimited;
  return limit.bytes && *limit.bytes >= range.lowest && *limit.bytes <= range.highest;
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (!connector.counts_as_enabled()) continue;
    const std::optional<Range> range = range_of(connector);
    const Size* limit = connector.get<Size>(Property::max_message_size);
    if (!range || limit == nullptr || is_in_range(*limit, *range)) continue;
    // 0 has a rule of its own (CL226), but for Receive connectors.
    if (limit->bytes == 0 && connector.kind != ConnectorKind::receive) continue;
    Finding& finding = out.report(
        connector.place_of(Property::max_message_size), subject_of(in.organization, connector),
        fmt::format("{} has the size limit '{}', where Exchange accepts {} only",
                    described(connector), to_text(*limit), range->text));
    if (is_code_only(in.organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::max_message_size);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::max_message_size}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 5> kSources = {
    "New-SendConnector", "Set-ForeignConnector", "New-DeliveryAgentConnector",
    "Set-RoutingGroupConnector", "New-ReceiveConnector"};

}  // namespace

extern const Rule size_limit_out_of_range;
const Rule size_limit_out_of_range = {
    .info = {.code = "CL228",
             .name = "size-limit-out-of-range",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "The size limit of a connector is none that its kind takes",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
