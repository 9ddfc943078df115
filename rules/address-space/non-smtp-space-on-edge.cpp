#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

bool knows_edge(const Organization& organization) {
  return std::ranges::any_of(organization.servers,
                             [](const Server& s) { return s.has_role(Role::edge_transport); }) ||
         organization.coverage.has(ObjectKind::edge_subscription);
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const bool edge = knows_edge(organization);
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    // Without a smart host the address space is ignored on any server.
    const Delivery delivery = delivery_of(organization, connector);
    if (delivery == Delivery::dns || delivery == Delivery::no_smart_host) continue;
    const auto other = std::ranges::find_if_not(connector.address_spaces(), is_smtp);
    if (other == connector.address_spaces().end()) continue;
    const EdgeSource source = edge_source_of(organization, connector);
    if (source == EdgeSource::unknown && edge) unknown.add(std::string(connector.name()));
    if (source != EdgeSource::yes) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (is_smtp(space)) continue;
      Finding& finding =
          out.report(space.type_where, subject_of(organization, connector),
                     fmt::format("{} has a type other than SMTP, which an Edge Transport server "
                                 "does not route",
                                 described(space, connector)));
      finding.detail = identity_of(space);
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("whether Edge Transport servers send for these is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 2> kSources = {"New-SendConnector",
                                                      "Send connectors (Exchange 2007)"};

}  // namespace

extern const Rule non_smtp_space_on_edge;
const Rule non_smtp_space_on_edge = {
    .info = {.code = "CL123",
             .name = "non-smtp-space-on-edge",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "A connector of an Edge Transport server has an address space of a type "
                        "other than SMTP",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
