#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::smtp);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::smtp));
  Unjudged unknown;
  for (const Connector& connector : connectors) {
    if (connector.text(Property::activation) != "remote-initiated") continue;
    if (!connector.names(Property::etrn_domains).empty() ||
        !connector.names(Property::turn_accounts).empty()) {
      continue;
    }
    const bool told = connector.states_nothing(Property::etrn_domains) &&
                      connector.states_nothing(Property::turn_accounts);
    if (!told) {
      unknown.add(connector.name());
      continue;
    }
    out.report(connector, Property::activation,
               "{} sends only when the other side asks for the mail, and neither an account for "
               "TURN nor a domain for ETRN is stated, so that the mail waits until it is returned",
               described(connector));
  }
  out.not_judged(unknown, "who may fetch the mail of these connectors is not known");
}

}  // namespace

Rule remote_initiated_without_turn() {
  return {.code = "CL257",
          .severity = Severity::warning,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = "Exchange 5.5 SDK, PR_EMS_AB_ACTIVATION_STYLE; RFC 1985; RFC 2645",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
