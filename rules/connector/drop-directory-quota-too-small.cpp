#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/transport_settings.h"
#include "linter/model/wording.h"

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
  const std::vector<const Connector*> connectors =
      enabled_connectors(in.organization, ConnectorKind::foreign);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::foreign));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const Size* quota = connector.get<Size>(Property::drop_directory_quota);
    if (!connector.states(Property::drop_directory_quota))
      quotas.add(std::string(connector.name()));
    if (!bytes_of(quota)) continue;
    std::optional<std::uint64_t> largest =
        bytes_of(connector.get<Size>(Property::max_message_size));
    if (!largest || (accepted && *accepted < *largest)) largest = accepted;
    if (!largest) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    if (*quota->bytes >= *largest) continue;
    Finding& finding = out.report(
        connector.place_of(Property::drop_directory_quota), subject_of(in.organization, connector),
        fmt::format("{} stops writing when its Drop directory holds {}, which is less than one "
                    "message of {} that it takes",
                    described(connector), to_text(*quota),
                    to_text(Size{.unlimited = false, .bytes = largest, .text = {}})));
    finding.detail = name_of(Property::drop_directory_quota);
  }
  if (!quotas.empty()) {
    out.not_judged(
        quotas.text("the quotas of the Drop directories of these connectors are not known"));
  }
  if (!unknown.empty()) {
    out.not_judged(
        unknown.text("the largest message that these connectors with a quota take is not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"event 8005", "Set-ForeignConnector"};

}  // namespace

extern const Rule drop_directory_quota_too_small;
const Rule drop_directory_quota_too_small = {
    .info = {.code = "CL241",
             .name = "drop-directory-quota-too-small",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary =
                 "The quota of a Drop directory is smaller than a message that the connector takes",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
