#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const auto connectors = enabled_connectors(organization, ConnectorKind::smtp);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::smtp));
  Unjudged unknown;
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    if (connector.text(Property::activation) != "remote-initiated") continue;
    if (!connector.names(Property::etrn_domains).empty() ||
        !connector.names(Property::turn_accounts).empty()) {
      continue;
    }
    const bool told = connector.states_nothing(Property::etrn_domains) &&
                      connector.states_nothing(Property::turn_accounts);
    if (!told) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(
        connector.place_of(Property::activation), subject_of(organization, connector),
        fmt::format("{} sends only when the other side asks for the mail, and neither an account "
                    "for TURN nor a domain for ETRN is stated, so that the mail waits until it is "
                    "returned",
                    described(connector)));
    finding.detail = name_of(Property::activation);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("who may fetch the mail of these connectors is not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {
    "Exchange 5.5 SDK, PR_EMS_AB_ACTIVATION_STYLE", "RFC 1985", "RFC 2645"};

}  // namespace

extern const Rule remote_initiated_without_turn;
const Rule remote_initiated_without_turn = {
    .info = {.code = "CL257",
             .name = "remote-initiated-without-turn",
             .severity = Severity::warning,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary =
                 "An SMTP connector waits for the other side to fetch its mail, but nobody may",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
