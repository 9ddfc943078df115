#include <limits>

#include "linter/engine/rule.h"

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
  for (const Connector& connector : enabled_connectors(in.organization)) {
    const std::optional<Range> range = range_of(connector);
    const Size* limit = connector.get<Size>(Property::max_message_size);
    if (!range || limit == nullptr || is_in_range(*limit, *range)) continue;
    // 0 has a rule of its own (CL226), but for Receive connectors.
    if (limit->bytes == 0 && connector.kind != ConnectorKind::receive) continue;
    out.report(connector, Property::max_message_size,
               "{} has the size limit '{}', where Exchange accepts {} only", described(connector),
               to_text(*limit), range->text);
  }
}

}  // namespace

Rule size_limit_out_of_range() {
  return {.code = "CL228",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::max_message_size}},
          .sources =
              "New-SendConnector; Set-ForeignConnector; New-DeliveryAgentConnector; "
              "Set-RoutingGroupConnector; New-ReceiveConnector",
          .severity_in_code = Severity::error,
          .check = check};
}

}  // namespace connlint::rules
