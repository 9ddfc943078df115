#include <array>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/only_code.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
    Finding& finding = out.report(
        connector.place_of(Property::linked_receive_connector),
        subject_of(in.organization, connector),
        fmt::format("{} is linked to the Receive connector '{}', which Exchange refuses: {}",
                    described(connector), linked, join(faults, ", ")));
    if (is_code_only(in.organization)) finding.severity = Severity::error;
    finding.detail = name_of(Property::linked_receive_connector);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::linked_receive_connector}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"Set-SendConnector"};

}  // namespace

extern const Rule linked_connector_with_forbidden_settings;
const Rule linked_connector_with_forbidden_settings = {
    .info = {.code = "CL233",
             .name = "linked-connector-with-forbidden-settings",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "A Send connector that is linked to a Receive connector has settings that "
                        "a linked connector must not have",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
