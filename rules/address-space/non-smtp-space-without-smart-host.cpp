#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

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
      if (delivery != Delivery::no_smart_host) continue;
      Finding& finding = out.report(
          space.where, subject_of(organization, connector),
          fmt::format("{} has a type other than SMTP on a connector without a smart host, so that "
                      "routing ignores it and mail to such addresses goes elsewhere or is returned",
                      described(space, connector)));
      finding.detail = identity_of(space);
      finding.related.push_back({fmt::format("{} has no smart host", described(connector)),
                                 connector.place_of(Property::smart_hosts)});
    }
    if (has_other_type && delivery == Delivery::unknown) {
      unknown.add(std::string(connector.name()));
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the smart hosts of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"KB 959956, resolution", "New-SendConnector"};

}  // namespace

extern const Rule non_smtp_space_without_smart_host;
const Rule non_smtp_space_without_smart_host = {
    .info = {.code = "CL105",
             .name = "non-smtp-space-without-smart-host",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "A Send or SMTP connector without a smart host has an address space of a "
                        "type other than SMTP",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
