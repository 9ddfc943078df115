#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// A setting and the versions that have it.
struct Setting {
  Property property{};
  /// As the cmdlet names it.
  std::string_view cmdlet;
  Generation from = Generation::exchange_2007;
  Generation to = Generation::exchange_2019;
};
constexpr std::array kSettings = {
    Setting{Property::linked_receive_connector, "LinkedReceiveConnector", Generation::exchange_2007,
            Generation::exchange_2010},
    Setting{Property::is_coexistence_connector, "IsCoexistenceConnector", Generation::exchange_2007,
            Generation::exchange_2010},
    Setting{Property::tls_certificate_name, "TlsCertificateName", Generation::exchange_2013},
    Setting{Property::cloud_services_mail_enabled, "CloudServicesMailEnabled",
            Generation::exchange_2013},
    Setting{Property::frontend_proxy_enabled, "FrontendProxyEnabled", Generation::exchange_2013},
};

/// Whether the connector uses a setting: a text, or true.
bool uses(const Connector& connector, Property property) {
  return connector.flag(property) == true || !connector.text(property).empty();
}

/// The source servers of Exchange 2007 and later that do not know the setting.
std::vector<std::string> strangers_to(const Setting& setting, const Organization& organization,
                                      const Connector& connector) {
  std::vector<std::string> names;
  for (const ServerReference& reference : connector.sources) {
    if (!reference.server) continue;
    const Generation generation = organization.server(*reference.server).generation;
    if (!is_modern(generation)) continue;
    if (generation < setting.from || generation > setting.to) names.push_back(*reference.name);
  }
  return names;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (!connector.counts_as_enabled() || connector.kind != ConnectorKind::send) continue;
    for (const Setting& setting : kSettings) {
      if (!uses(connector, setting.property)) continue;
      const std::vector<std::string> names = strangers_to(setting, organization, connector);
      if (names.empty()) {
        const bool known = source_generations_of(organization, connector).complete;
        if (!known) unknown.add(fmt::format("{} of {}", setting.cmdlet, connector.name()));
        continue;
      }
      const std::string versions = setting.to == Generation::exchange_2019
                                       ? fmt::format("came with {}", name_of(setting.from))
                                       : fmt::format("is gone after {}", name_of(setting.to));
      Finding& finding = out.report(
          connector.place_of(setting.property), subject_of(organization, connector),
          fmt::format("{} uses {}, which {}: {} {} it", described(connector), setting.cmdlet,
                      versions, listed(names), names.size() == 1 ? "ignores" : "ignore"));
      finding.detail = name_of(setting.property);
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text(
        "no input tells the versions of the source servers, which decide whether they know"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    R"(Exchange Server help, "Send connectors in Exchange Server")", "New-SendConnector"};

}  // namespace

extern const Rule setting_removed_from_product;
const Rule setting_removed_from_product = {
    .info =
        {.code = "CL234",
         .name = "setting-removed-from-product",
         .severity = Severity::warning,
         .confidence = Confidence::documented,
         .subject = "connector",
         .summary =
             "A Send connector has a setting that the version of its source servers does not know",
         .profiles = kProfiles,
         .needs = kNeeds,
         .sources = kSources,
         .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
