#include <array>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

bool is_basic(std::string_view mechanism) {
  return equals_ignoring_case(mechanism, "BasicAuth") ||
         equals_ignoring_case(mechanism, "BasicAuthRequireTLS");
}

using NameSet = std::set<std::string_view, LessIgnoringCase>;

/// The connectors of which the inputs hold a credential, whose value is never kept.
NameSet with_secret(const Organization& organization) {
  NameSet names;
  for (const Secret& secret : organization.secrets) {
    if (secret.object_kind == ObjectKind::connector) names.insert(secret.object);
  }
  return names;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const NameSet secrets = with_secret(organization);
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!is_basic(mechanism) || delivery_of(organization, connector) == Delivery::dns) continue;
    if (!connector.states(Property::authentication_credential)) {
      if (!secrets.contains(connector.name())) unknown.add(std::string(connector.name()));
      continue;
    }
    if (!connector.states_nothing(Property::authentication_credential)) continue;
    Finding& finding = out.report(
        connector.place_of(Property::authentication_credential),
        subject_of(organization, connector),
        fmt::format(
            "{} has the authentication {} and no credential, so that the smart host refuses "
            "the connection or the mail",
            described(connector), mechanism));
    finding.detail = name_of(Property::authentication_credential);
    finding.related.push_back({fmt::format("{} logs on by {}", described(connector), mechanism),
                               connector.place_of(Property::smart_host_auth_mechanism)});
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("whether these connectors have a credential is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_host_auth_mechanism}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule basic_authentication_without_credential;
const Rule basic_authentication_without_credential = {
    .info = {.code = "CL220",
             .name = "basic-authentication-without-credential",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector logs on with Basic authentication and has no credential",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
