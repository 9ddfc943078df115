#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  Unjudged names;
  const std::vector<const Connector*> connectors = exchange_online_connectors(organization);
  if (connectors.empty()) out.not_applicable("no connector leads to Exchange Online");
  for (const Connector* each : connectors) {
    const Connector& connector = *each;
    const bool named = !connector.text(Property::tls_certificate_name).empty() ||
                       !connector.text(Property::fqdn).empty();
    if (named) continue;
    if (!connector.states(Property::tls_certificate_name) || !connector.states(Property::fqdn)) {
      names.add(std::string(connector.name()));
      continue;
    }
    const EdgeSource edge = edge_source_of(organization, connector);
    if (edge == EdgeSource::yes) continue;
    if (edge == EdgeSource::unknown) {
      unknown.add(std::string(connector.name()));
      continue;
    }
    Finding& finding = out.report(
        connector.place_of(Property::tls_certificate_name), subject_of(organization, connector),
        fmt::format("{} leads to Exchange Online and names neither a certificate nor a host name: "
                    "each source server shows whatever certificate fits its own name, and Exchange "
                    "Online may not know the organisation by it",
                    described(connector)));
    finding.detail = name_of(Property::tls_certificate_name);
  }
  if (!names.empty()) {
    out.not_judged(names.text("the certificate or the host name of these connectors is not known"));
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text(
        "whether these connectors without certificate are on Edge Transport servers is not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {R"(HealthChecker, "Cloud Connector Check")",
                                                      "New-SendConnector"};

}  // namespace

extern const Rule exchange_online_connector_without_certificate;
const Rule exchange_online_connector_without_certificate = {
    .info = {.code = "CL268",
             .name = "exchange-online-connector-without-certificate",
             .severity = Severity::warning,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary = "A Send connector to Exchange Online names neither a certificate nor a "
                        "host name by which one is chosen",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2013},
    .check = check};

}  // namespace connlint::rules
