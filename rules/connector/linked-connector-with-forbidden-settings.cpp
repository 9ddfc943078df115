#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

bool has_limit(const Connector& connector) {
  const Size* limit = connector.get<Size>(Property::max_message_size);
  return limit != nullptr && !limit->unlimited;
}

/// What a linked connector must not have, or must have and lacks, as clauses.
std::vector<std::string> faults_of(const Connector& connector) {
  std::vector<std::string> faults;
  if (!connector.address_spaces().empty()) faults.emplace_back("it has address spaces");
  if (connector.flag(Property::dns_routing) == true) faults.emplace_back("it routes by DNS");
  if (has_limit(connector)) faults.emplace_back("it has a size limit");
  if (connector.states_nothing(Property::smart_hosts)) faults.emplace_back("it has no smart host");
  const bool anonymous =
      connector.states_nothing(Property::smart_host_auth_mechanism) ||
      equals_ignoring_case(connector.text(Property::smart_host_auth_mechanism), "None");
  if (anonymous) faults.emplace_back("it does not authenticate to its smart host");
  return faults;
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    const std::string_view linked = connector.text(Property::linked_receive_connector);
    if (!connector.counts_as_enabled() || linked.empty()) continue;
    const std::vector<std::string> faults = faults_of(connector);
    if (faults.empty()) continue;
    out.report(connector, Property::linked_receive_connector,
               "{} is linked to the Receive connector '{}', which Exchange refuses: {}",
               described(connector), linked, join(faults, ", "));
  }
}

}  // namespace

Rule linked_connector_with_forbidden_settings() {
  return {.code = "CL233",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::linked_receive_connector}},
          .sources = "Set-SendConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
