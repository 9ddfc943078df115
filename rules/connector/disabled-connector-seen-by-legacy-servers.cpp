#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  if (!shows_legacy(in.organization)) {
    const bool read = in.organization.coverage.has(ObjectKind::server);
    if (read) return out.not_applicable("the inputs hold no server of Exchange 2000/2003");
    const bool matters =
        std::ranges::any_of(in.organization.connectors, [](const Connector& connector) {
          return connector.kind == ConnectorKind::send && !connector.counts_as_enabled();
        });
    if (matters) out.not_judged("whether there are servers of Exchange 2000/2003 is not known");
    return;
  }
  for (const Connector& connector : in.organization.connectors) {
    if (connector.kind != ConnectorKind::send || connector.host == Host::legacy) continue;
    if (connector.counts_as_enabled()) continue;
    Finding& finding =
        out.report(connector, Property::enabled,
                   "{} is disabled, which servers of Exchange 2000/2003 do not recognise: they "
                   "still route mail to it, and it loops or is returned",
                   described(connector));
    if (connector.scope == Scope::site) finding.severity = Severity::warning;
  }
}

}  // namespace

Rule disabled_connector_seen_by_legacy_servers() {
  return {.code = "CL258",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = "ExBPA c7fabf2c",
          .check = check};
}

}  // namespace connlint::rules
