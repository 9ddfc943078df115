#include "linter/engine/rule.h"
#include "linter/facts/transport_settings.h"

namespace connlint::rules {
namespace {

/// The bytes of a limit, or nothing where it is unlimited or not known.
std::optional<std::uint64_t> bytes_of(const Size* limit) {
  return limit == nullptr || limit->unlimited ? std::nullopt : limit->bytes;
}

void check(const Context& in, Sink& out) {
  const std::optional<std::uint64_t> accepted = bytes_of(organization_send_limit(in.organization));
  Unjudged unknown;
  Unjudged quotas;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector& connector : connectors) {
    const Size* quota = connector.get<Size>(Property::drop_directory_quota);
    if (!connector.states(Property::drop_directory_quota)) quotas.add(connector.name());
    if (!bytes_of(quota)) continue;
    std::optional<std::uint64_t> largest =
        bytes_of(connector.get<Size>(Property::max_message_size));
    if (!largest || (accepted && *accepted < *largest)) largest = accepted;
    if (!largest) {
      unknown.add(connector.name());
      continue;
    }
    if (*quota->bytes >= *largest) continue;
    out.report(connector, Property::drop_directory_quota,
               "{} stops writing when its Drop directory holds {}, which is less than one message "
               "of {} that it takes",
               described(connector), to_text(*quota),
               to_text(Size{.unlimited = false, .bytes = largest, .text = {}}));
  }
  out.not_judged(quotas, "the quotas of the Drop directories of these connectors are not known");
  out.not_judged(unknown,
                 "the largest message that these connectors with a quota take is not known");
}

}  // namespace

Rule drop_directory_quota_too_small() {
  return {.code = "CL241",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "event 8005; Set-ForeignConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
