#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/flags.h"
#include "linter/model/wording.h"

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
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view level = connector.text(Property::tls_auth_level);
    if (!has_other_flag(level, "None")) continue;
    const std::optional<bool> lacks = lacks_tls(connector);
    if (!lacks) unknown.add(std::string(connector.name()));
    if (lacks != true) continue;
    Finding& finding = out.report(
        connector.place_of(Property::tls_auth_level), subject_of(organization, connector),
        fmt::format("{} has the TLS level {} but does not require TLS, so that mail leaves without "
                    "TLS, and without that check, where the other side offers none",
                    described(connector), level));
    if (is_code_only(organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::tls_auth_level);
    if (connector.states(Property::require_tls)) {
      finding.related.push_back({fmt::format("{} does not require TLS", described(connector)),
                                 connector.place_of(Property::require_tls)});
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("whether these connectors require TLS is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::tls_auth_level}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule tls_auth_level_without_tls;
const Rule tls_auth_level_without_tls = {
    .info = {.code = "CL213",
             .name = "tls-auth-level-without-tls",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector states how TLS is checked but does not require TLS",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
