#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"
#include "linter/facts/transport_settings.h"

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
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!has_source_servers(connector)) continue;
    const Size* limit = connector.get<Size>(Property::max_message_size);
    if (limit == nullptr || !is_below(*limit, *all)) continue;
    const std::string accepted =
        all->unlimited ? std::string("messages of any size") : "messages of up to " + to_text(*all);
    out.report(connector, Property::max_message_size,
               "{} takes messages of up to {}, the organisation accepts {}: larger ones come back "
               "only after they were accepted",
               described(connector), to_text(*limit), accepted);
  }
}

}  // namespace

Rule size_limit_below_organization_limit() {
  return {
      .code = "CL227",
      .severity = Severity::info,
      .confidence = Confidence::recommended,
      .profiles = Profile::recommended,
      .needs = {{ObjectKind::connector, Property::max_message_size},
                {ObjectKind::transport_config, Property::max_send_size}},
      .sources = R"(Exchange Server help, "Message size and recipient limits in Exchange Server")",
      .check = check};
}

}  // namespace connlint::rules
