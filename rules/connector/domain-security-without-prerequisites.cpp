#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

/// The property that keeps Domain Security from working, or nothing.
std::optional<Property> obstacle_of(const Connector& connector) {
  if (connector.flag(Property::dns_routing) == false) return Property::dns_routing;
  if (connector.flag(Property::ignore_starttls) == true) return Property::ignore_starttls;
  return std::nullopt;
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    if (connector.flag(Property::domain_secure_enabled) != true) continue;
    const std::optional<Property> obstacle = obstacle_of(connector);
    if (!obstacle) {
      const bool told =
          connector.flag(Property::dns_routing) && connector.flag(Property::ignore_starttls);
      if (!told) unknown.add(connector.name());
      continue;
    }
    const std::string_view why =
        *obstacle == Property::dns_routing ? "does not route by DNS" : "ignores STARTTLS";
    out.report(connector.place_of(*obstacle), connector,
               "{} has Domain Security switched on but {}, so that mutual TLS does not work",
               described(connector), why)
        .also(connector.place_of(Property::domain_secure_enabled), "{} has Domain Security on",
              described(connector))
        .detail = name_of(Property::domain_secure_enabled);
  }
  out.not_judged(unknown, "whether these connectors route by DNS and use STARTTLS is not known");
}

}  // namespace

Rule domain_security_without_prerequisites() {
  return {.code = "CL216",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::domain_secure_enabled}},
          .sources = "New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
