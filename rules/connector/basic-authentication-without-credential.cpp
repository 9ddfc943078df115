#include <set>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"

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
  const NameSet secrets = with_secret(in.organization);
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view mechanism = connector.text(Property::smart_host_auth_mechanism);
    if (!is_basic(mechanism) || delivery_of(in.organization, connector) == Delivery::dns) continue;
    if (!connector.states(Property::authentication_credential)) {
      if (!secrets.contains(connector.name())) unknown.add(connector.name());
      continue;
    }
    if (!connector.states_nothing(Property::authentication_credential)) continue;
    out.report(connector, Property::authentication_credential,
               "{} has the authentication {} and no credential, so that the smart host refuses the "
               "connection or the mail",
               described(connector), mechanism)
        .also(connector.place_of(Property::smart_host_auth_mechanism), "{} logs on by {}",
              described(connector), mechanism);
  }
  out.not_judged(unknown, "whether these connectors have a credential is not known");
}

}  // namespace

Rule basic_authentication_without_credential() {
  return {.code = "CL220",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector, Property::smart_host_auth_mechanism}},
          .sources = "New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
