#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"
#include "linter/facts/transport_settings.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// Whether `limit` lets less through than `all`; 0 is no limit that anybody meant (CL226).
bool is_below(const Size& limit, const Size& all) {
  if (!limit.bytes || *limit.bytes == 0) return false;
  return all.unlimited || (all.bytes && *limit.bytes < *all.bytes);
}

void check(const Context& in, Sink& out) {
  const Size* all = organization_send_limit(in.organization);
  if (all == nullptr) return;
  for (const Connector& connector : in.organization.connectors) {
    if (!connector.counts_as_enabled() || !has_source_servers(connector)) continue;
    const Size* limit = connector.get<Size>(Property::max_message_size);
    if (limit == nullptr || !is_below(*limit, *all)) continue;
    const std::string accepted =
        all->unlimited ? std::string("messages of any size") : "messages of up to " + to_text(*all);
    Finding& finding = out.report(
        connector.place_of(Property::max_message_size), subject_of(in.organization, connector),
        fmt::format("{} takes messages of up to {}, the organisation accepts {}: larger "
                    "ones come back only after they were accepted",
                    described(connector), to_text(*limit), accepted));
    finding.detail = name_of(Property::max_message_size);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::max_message_size},
    Need{.kind = ObjectKind::transport_config, .property = Property::max_send_size}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {
    R"(Exchange Server help, "Message size and recipient limits in Exchange Server")"};

}  // namespace

extern const Rule size_limit_below_organization_limit;
const Rule size_limit_below_organization_limit = {
    .info = {.code = "CL227",
             .name = "size-limit-below-organization-limit",
             .severity = Severity::info,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary = "A connector takes smaller messages only than the organisation accepts",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
