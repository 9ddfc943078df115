#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    if (connector.flag(Property::require_tls) != true) continue;
    const std::optional<bool> ignored = connector.flag(Property::ignore_starttls);
    if (!ignored) unknown.add(connector.name());
    if (ignored != true) continue;
    out.report(connector, Property::ignore_starttls,
               "{} requires TLS but does not use STARTTLS, so that it can send nothing",
               described(connector))
        .also(connector.place_of(Property::require_tls), "{} requires TLS", described(connector));
  }
  out.not_judged(unknown, "whether these connectors ignore STARTTLS is not known");
}

}  // namespace

Rule tls_required_but_starttls_ignored() {
  return {.code = "CL212",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::require_tls},
                    {ObjectKind::connector, Property::ignore_starttls}},
          .sources = "New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
