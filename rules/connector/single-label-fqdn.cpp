#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/destination.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// Why nobody outside can look the name up, or empty.
std::string_view fault_of(std::string_view name) {
  if (name.find('.') == std::string_view::npos) return "a single label";
  for (std::string_view inside : {".local", ".internal", ".lan", ".localdomain"}) {
    if (ends_with_ignoring_case(name, inside)) return "a name of a private network";
  }
  return {};
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::send || !connector.counts_as_enabled()) continue;
    const std::string_view name = connector.text(Property::fqdn);
    if (name.empty() || internet_space_of(connector) == nullptr) continue;
    const std::string_view fault = fault_of(name);
    if (fault.empty() || delivery_of(organization, connector) != Delivery::dns) continue;
    Finding& finding =
        out.report(connector.place_of(Property::fqdn), subject_of(organization, connector),
                   fmt::format("{} sends to the Internet and greets as '{}', {}, which some "
                               "receivers do not accept",
                               described(connector), name, fault));
    finding.detail = name_of(Property::fqdn);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = Property::fqdn}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {"RFC 5321, 4.1.1.1", "RFC 6762, 3",
                                                      "New-SendConnector"};

}  // namespace

extern const Rule single_label_fqdn;
const Rule single_label_fqdn = {
    .info = {.code = "CL225",
             .name = "single-label-fqdn",
             .severity = Severity::info,
             .confidence = Confidence::inferred,
             .subject = "connector",
             .summary =
                 "A connector to the Internet greets with a name that nobody outside can look up",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
