#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/facts/only_code.h"
#include "linter/model/flags.h"
#include "linter/model/wording.h"

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
        "offers basic authentication before TLS, so that passwords cross the network in clear "
        "text",
        false};
  }
  return {};
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  Unjudged mechanisms;
  const std::vector<const Connector*> connectors =
      enabled_connectors(in.organization, ConnectorKind::receive);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::receive));
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    if (!connector.states(Property::auth_mechanism)) mechanisms.add(std::string(connector.name()));
    const Fault fault = fault_of(connector);
    if (fault.text.empty()) continue;
    if (!fault.refused && !connector.states(Property::require_tls)) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(connector.place_of(Property::auth_mechanism),
                                  subject_of(in.organization, connector),
                                  fmt::format("{} {}", described(connector), fault.text));
    if (fault.refused && is_code_only(in.organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::auth_mechanism);
  }
  if (!mechanisms.empty()) {
    out.not_judged(mechanisms.text("the authentication of these connectors is not known"));
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text(
        "whether these connectors with basic authentication require TLS is not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {
    "New-ReceiveConnector", R"(Exchange Server help, "Receive connectors")"};

}  // namespace

extern const Rule receive_authentication_without_tls;
const Rule receive_authentication_without_tls = {
    .info = {.code = "CL264",
             .name = "receive-authentication-without-tls",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Receive connector offers authentication that needs TLS without TLS",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
