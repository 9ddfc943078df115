#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const Names& hosts = connector.names(Property::smart_hosts);
    if (hosts.empty() || connector.flag(Property::dns_routing) != true) continue;
    Finding& finding = out.report(
        hosts.front().where, subject_of(organization, connector),
        fmt::format("{} has the smart host '{}' and routes by DNS: Exchange takes only one of the "
                    "two, and the smart host is not used",
                    described(connector), *hosts.front()));
    if (is_code_only(organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::smart_hosts);
    finding.related.push_back({fmt::format("{} routes by DNS", described(connector)),
                               connector.place_of(Property::dns_routing)});
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_hosts},
    Need{.kind = ObjectKind::connector, .property = Property::dns_routing}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"New-SendConnector"};

}  // namespace

extern const Rule smart_host_beside_dns_routing;
const Rule smart_host_beside_dns_routing = {
    .info = {.code = "CL206",
             .name = "smart-host-beside-dns-routing",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector has a smart host and routes by DNS as well",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
