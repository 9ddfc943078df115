#include "linter/engine/rule.h"
#include "linter/model/flags.h"

namespace connlint::rules {
namespace {

/// What is wrong, as a clause; empty where nothing is.
struct Fault {
  std::string text;
  /// Whether the product refuses it; else it is a danger.
  bool refused = true;
};

Fault fault_of(const Connector& connector) {
  const std::string_view mechanisms = connector.text(Property::auth_mechanism);
  const bool tls = has_flag(mechanisms, "Tls");
  const bool basic = has_flag(mechanisms, "BasicAuth");
  const bool basic_after_tls = has_flag(mechanisms, "BasicAuthRequireTLS");
  const bool required = connector.flag(Property::require_tls) == true;
  if (basic_after_tls && (!tls || !basic)) {
    return {"offers BasicAuthRequireTLS without Tls and BasicAuth, which Exchange refuses"};
  }
  if (required && !tls) return {"requires TLS and does not offer it, which Exchange refuses"};
  if (basic && !basic_after_tls && !required) {
    return {
        "offers basic authentication before TLS, so that passwords cross the network in clear text",
        false};
  }
  return {};
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  Unjudged mechanisms;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::receive);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::receive));
  for (const Connector& connector : connectors) {
    if (!connector.states(Property::auth_mechanism)) mechanisms.add(connector.name());
    const Fault fault = fault_of(connector);
    if (fault.text.empty()) continue;
    if (!fault.refused && !connector.states(Property::require_tls)) {
      unknown.add(connector.name());
      continue;
    }
    Finding& finding =
        out.report(connector, Property::auth_mechanism, "{} {}", described(connector), fault.text);
    if (!fault.refused) finding.severity = Severity::warning;
  }
  out.not_judged(mechanisms, "the authentication of these connectors is not known");
  out.not_judged(unknown,
                 "whether these connectors with basic authentication require TLS is not known");
}

}  // namespace

Rule receive_authentication_without_tls() {
  return {.code = "CL264",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector}},
          .sources = R"(New-ReceiveConnector; Exchange Server help, "Receive connectors")",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
