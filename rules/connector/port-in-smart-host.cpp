#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/smart_host.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (!speaks_smtp(connector) || !connector.counts_as_enabled()) continue;
    if (connector.flag(Property::dns_routing) == true) continue;
    for (const Located<std::string>& text : connector.names(Property::smart_hosts)) {
      const SmartHost host = smart_host_of(*text);
      if (host.form != SmartHostForm::with_port) continue;
      Finding& finding = out.report(
          text.where, subject_of(organization, connector),
          fmt::format("{} has the smart host '{}' with a port, which is taken for a part "
                      "of the name; the port has a setting of its own",
                      described(connector), *text));
      finding.detail = *text;
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_hosts}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule port_in_smart_host;
const Rule port_in_smart_host = {.info = {.code = "CL208",
                                          .name = "port-in-smart-host",
                                          .severity = Severity::warning,
                                          .confidence = Confidence::inferred,
                                          .subject = "connector",
                                          .summary = "A smart host has a port behind its name",
                                          .profiles = kProfiles,
                                          .needs = kNeeds,
                                          .sources = kSources},
                                 .check = check};

}  // namespace connlint::rules
