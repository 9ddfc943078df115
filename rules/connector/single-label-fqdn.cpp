#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/destination.h"

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
  for (const Connector& connector : enabled_connectors(in.organization, ConnectorKind::send)) {
    const std::string_view name = connector.text(Property::fqdn);
    if (name.empty() || internet_space_of(connector) == nullptr) continue;
    const std::string_view fault = fault_of(name);
    if (fault.empty() || delivery_of(in.organization, connector) != Delivery::dns) continue;
    out.report(
        connector, Property::fqdn,
        "{} sends to the Internet and greets as '{}', {}, which some receivers do not accept",
        described(connector), name, fault);
  }
}

}  // namespace

Rule single_label_fqdn() {
  return {.code = "CL225",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::fqdn}},
          .sources = "RFC 5321, 4.1.1.1; RFC 6762, 3; New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
