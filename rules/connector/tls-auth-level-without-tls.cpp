#include "linter/engine/rule.h"
#include "linter/model/flags.h"

namespace connlint::rules {
namespace {

/// Whether TLS is known not to be required or not to be used; nothing where the inputs do not tell.
std::optional<bool> lacks_tls(const Connector& connector) {
  const std::optional<bool> required = connector.flag(Property::require_tls);
  if (required) return !*required;
  if (connector.flag(Property::ignore_starttls) == true) return true;
  return std::nullopt;
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view level = connector.text(Property::tls_auth_level);
    if (!has_other_flag(level, "None")) continue;
    const std::optional<bool> lacks = lacks_tls(connector);
    if (!lacks) unknown.add(connector.name());
    if (lacks != true) continue;
    Finding& finding =
        out.report(connector, Property::tls_auth_level,
                   "{} has the TLS level {} but does not require TLS, so that mail leaves without "
                   "TLS, and without that check, where the other side offers none",
                   described(connector), level);
    if (connector.states(Property::require_tls)) {
      finding.also(connector.place_of(Property::require_tls), "{} does not require TLS",
                   described(connector));
    }
  }
  out.not_judged(unknown, "whether these connectors require TLS is not known");
}

}  // namespace

Rule tls_auth_level_without_tls() {
  return {.code = "CL213",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::tls_auth_level}},
          .sources = "New-SendConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
