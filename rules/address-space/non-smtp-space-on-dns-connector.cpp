#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

/// Whether routing of Exchange 2007 and later decides about the connector (event 5025): a source
/// server of these versions or their routing group as home; where both are unknown, by kind.
bool is_modern(const Organization& organization, const Connector& connector) {
  if (connector.home && organization.routing_group(*connector.home).modern) return true;
  if (connector.host == Host::unknown) return connector.kind == ConnectorKind::send;
  return connector.host == Host::modern;
}

void report(const Organization& organization, const Connector& connector, const AddressSpace& space,
            Sink& out) {
  const bool modern = is_modern(organization, connector);
  const std::string_view consequence =
      modern
          ? "which routing ignores, so that mail to such addresses goes elsewhere or is returned"
          : "so that Exchange 2000/2003 looks the encapsulated addresses up in DNS and such mail "
            "is probably returned";
  Finding& finding =
      out.report(space.where, subject_of(organization, connector),
                 fmt::format("{} has a type other than SMTP on a connector that routes by DNS, {}",
                             described(space, connector), consequence));
  if (!modern) finding.severity = Severity::warning;
  finding.detail = identity_of(space);
  if (connector.states(Property::dns_routing)) {
    finding.related.push_back({fmt::format("{} routes by DNS", described(connector)),
                               connector.place_of(Property::dns_routing)});
  } else {
    finding.related.push_back({fmt::format("{} has no smart host", described(connector)),
                               connector.place_of(Property::smart_hosts)});
  }
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (!speaks_smtp(connector) || !connector.counts_as_enabled()) continue;
    const Delivery delivery = delivery_of(organization, connector);
    bool has_other_type = false;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (is_smtp(space)) continue;
      has_other_type = true;
      if (delivery == Delivery::dns) report(organization, connector, space, out);
    }
    const bool told = connector.states(Property::dns_routing) || delivery != Delivery::unknown;
    if (has_other_type && !told) unknown.add(std::string(connector.name()));
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("whether these connectors route by DNS is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"event 5025", "New-SendConnector"};

}  // namespace

extern const Rule non_smtp_space_on_dns_connector;
const Rule non_smtp_space_on_dns_connector = {
    .info = {.code = "CL104",
             .name = "non-smtp-space-on-dns-connector",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary =
                 "A Send or SMTP connector that routes by DNS has an address space of a type "
                 "other than SMTP",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
