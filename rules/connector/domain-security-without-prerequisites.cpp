#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// The property that keeps Domain Security from working, or nothing.
std::optional<Property> obstacle_of(const Connector& connector) {
  if (connector.flag(Property::dns_routing) == false) return Property::dns_routing;
  if (connector.flag(Property::ignore_starttls) == true) return Property::ignore_starttls;
  return std::nullopt;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    if (connector.flag(Property::domain_secure_enabled) != true) continue;
    const std::optional<Property> obstacle = obstacle_of(connector);
    if (!obstacle) {
      const bool told =
          connector.flag(Property::dns_routing) && connector.flag(Property::ignore_starttls);
      if (!told) unknown.add(std::string(connector.name()));
      continue;
    }
    const std::string_view why =
        *obstacle == Property::dns_routing ? "does not route by DNS" : "ignores STARTTLS";
    Finding& finding = out.report(
        connector.place_of(*obstacle), subject_of(organization, connector),
        fmt::format("{} has Domain Security switched on but {}, so that mutual TLS does not work",
                    described(connector), why));
    finding.detail = name_of(Property::domain_secure_enabled);
    finding.related.push_back({fmt::format("{} has Domain Security on", described(connector)),
                               connector.place_of(Property::domain_secure_enabled)});
  }
  if (!unknown.empty()) {
    out.not_judged(
        unknown.text("whether these connectors route by DNS and use STARTTLS is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::domain_secure_enabled}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule domain_security_without_prerequisites;
const Rule domain_security_without_prerequisites = {
    .info = {.code = "CL216",
             .name = "domain-security-without-prerequisites",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector has Domain Security switched on but routes to a smart "
                        "host or ignores STARTTLS",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
