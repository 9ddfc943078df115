#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"

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
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    for (const Setting& setting : kSettings) {
      if (!uses(connector, setting.property)) continue;
      const std::vector<std::string> names = strangers_to(setting, in.organization, connector);
      if (names.empty()) {
        const bool known = source_generations_of(in.organization, connector).complete;
        if (!known) unknown.add(fmt::format("{} of {}", setting.cmdlet, connector.name()));
        continue;
      }
      const std::string versions = setting.to == Generation::exchange_2019
                                       ? fmt::format("came with {}", name_of(setting.from))
                                       : fmt::format("is gone after {}", name_of(setting.to));
      out.report(connector, setting.property, "{} uses {}, which {}: {} {} it",
                 described(connector), setting.cmdlet, versions, listed(names),
                 names.size() == 1 ? "ignores" : "ignore");
    }
  }
  out.not_judged(
      unknown, "no input tells the versions of the source servers, which decide whether they know");
}

}  // namespace

Rule setting_removed_from_product() {
  return {.code = "CL234",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = R"(Exchange Server help, "Send connectors in Exchange Server"; )"
                     "New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
