#include <algorithm>
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
    if (!speaks_smtp(connector) || connector.host != Host::legacy) continue;
    const Names& hosts = connector.names(Property::smart_hosts);
    const auto address = std::ranges::find_if(
        hosts, [](const auto& host) { return smart_host_of(*host).is_address(); });
    const auto name = std::find_if(address, hosts.end(), [](const auto& host) {
      return smart_host_of(*host).form == SmartHostForm::name;
    });
    if (name == hosts.end()) continue;
    Finding& finding = out.report(
        address->where, subject_of(organization, connector),
        fmt::format("{} lists the address {} before the name '{}', so that Exchange 2000/2003 does "
                    "not share the mail among its smart hosts",
                    described(connector), **address, **name));
    finding.detail = **address;
    finding.related.push_back({fmt::format("'{}' follows here", **name), name->where});
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_hosts}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"KB 257426", "KB 821911"};

}  // namespace

extern const Rule smart_host_order;
const Rule smart_host_order = {
    .info = {.code = "CL211",
             .name = "smart-host-order",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary =
                 "An SMTP connector of Exchange 2000/2003 lists an IP address before a host name",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
