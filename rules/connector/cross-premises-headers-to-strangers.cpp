#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/destination.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// A smart host that is not Exchange Online's, or null.
const Located<std::string>* strange_host_of(const Connector& connector) {
  const Names& hosts = connector.names(Property::smart_hosts);
  const auto found = std::ranges::find_if_not(
      hosts, [](const Located<std::string>& host) { return is_exchange_online_host(*host); });
  return found == hosts.end() ? nullptr : &*found;
}

/// To whom else the connector sends, as a clause, or empty. A connector that checks the certificate
/// of Exchange Online hands nothing to others.
std::string strangers_of(const Connector& connector) {
  if (const Located<std::string>* host = strange_host_of(connector)) {
    return fmt::format("its smart host '{}' is not one of Exchange Online", **host);
  }
  const bool checked = is_exchange_online_tls_domain(connector.text(Property::tls_domain));
  const bool by_dns = connector.flag(Property::dns_routing) == true;
  if (by_dns && !checked && internet_space_of(connector) != nullptr) {
    return "it sends to everybody by DNS";
  }
  return {};
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (!connector.counts_as_enabled() || connector.kind != ConnectorKind::send) continue;
    if (connector.flag(Property::cloud_services_mail_enabled) != true) continue;
    const std::string strangers = strangers_of(connector);
    if (strangers.empty()) continue;
    Finding& finding = out.report(
        connector.place_of(Property::cloud_services_mail_enabled),
        subject_of(in.organization, connector),
        fmt::format("{} keeps the cross-premises headers, and {}: internal headers reach "
                    "hosts that they are not for",
                    described(connector), strangers));
    finding.detail = name_of(Property::cloud_services_mail_enabled);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::cloud_services_mail_enabled}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "security"};
constexpr std::array<std::string_view, 2> kSources = {
    "New-SendConnector",
    R"(Exchange Online help, "Set up connectors to route mail between Microsoft 365 or Office 365 and your own email servers")"};

}  // namespace

extern const Rule cross_premises_headers_to_strangers;
const Rule cross_premises_headers_to_strangers = {
    .info = {.code = "CL236",
             .name = "cross-premises-headers-to-strangers",
             .severity = Severity::warning,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary = "A connector that does not lead to Exchange Online keeps the headers that "
                        "are meant for it",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2013},
    .check = check};

}  // namespace connlint::rules
