#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// The domain that the certificate is compared with, as a clause; empty where it is one of Exchange
/// Online, or where another rule speaks of it.
std::string wrong_domain_of(const Connector& connector) {
  const std::string_view domain = connector.text(Property::tls_domain);
  if (!domain.empty()) {
    return is_exchange_online_tls_domain(domain) ? std::string() : "with " + quoted(domain);
  }
  // Without DNS routing an empty domain is refused, which the rule tls-domain-missing reports.
  const bool by_dns = connector.flag(Property::dns_routing) == true;
  return by_dns && connector.states_nothing(Property::tls_domain)
             ? std::string("with the recipient's domain (no TLS domain is stated)")
             : std::string();
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  const std::vector<const Connector*> connectors = exchange_online_connectors(in.organization);
  if (connectors.empty()) out.not_applicable("no connector leads to Exchange Online");
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const std::string_view level = connector.text(Property::tls_auth_level);
    if (!connector.states(Property::tls_auth_level)) unknown.add(std::string(connector.name()));
    if (!equals_ignoring_case(level, "DomainValidation")) continue;
    const std::string domain = wrong_domain_of(connector);
    if (domain.empty()) continue;
    Finding& finding = out.report(
        connector.place_of(Property::tls_domain), subject_of(in.organization, connector),
        fmt::format(
            "{} compares the certificate of Exchange Online {}, which it does not name: TLS "
            "fails and the mail queues",
            described(connector), domain));
    finding.detail = name_of(Property::tls_domain);
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("how these connectors check certificates is not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {
    R"(HealthChecker, "Exchange Online Connector Check")", "New-SendConnector"};

}  // namespace

extern const Rule exchange_online_tls_domain;
const Rule exchange_online_tls_domain = {
    .info = {.code = "CL267",
             .name = "exchange-online-tls-domain",
             .severity = Severity::warning,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary =
                 "A Send connector to Exchange Online asks for a certificate of another domain",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
