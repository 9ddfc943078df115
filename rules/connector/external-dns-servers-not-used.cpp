#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/transport_settings.h"

namespace connlint::rules {
namespace {

/// What is wrong with a server's list of external DNS servers.
enum class Fault { none, ignored, empty, unknown };

Fault fault_of(const Object* settings) {
  if (settings == nullptr) return Fault::unknown;
  const std::optional<bool> adapter = settings->flag(Property::external_dns_adapter_enabled);
  if (!adapter || !settings->states(Property::external_dns_servers)) return Fault::unknown;
  const bool empty = settings->states_nothing(Property::external_dns_servers);
  if (*adapter) return empty ? Fault::none : Fault::ignored;
  return empty ? Fault::empty : Fault::none;
}

/// The source servers of one connector by their fault.
struct Faults {
  std::vector<std::string> ignored, empty, unknown;
};

Faults faults_of(const Connector& connector, const TransportSettings& settings) {
  Faults faults;
  for (const ServerReference& reference : connector.sources) {
    switch (fault_of(settings.of(*reference.name))) {
      case Fault::none: break;
      case Fault::ignored: faults.ignored.push_back(*reference.name); break;
      case Fault::empty: faults.empty.push_back(*reference.name); break;
      case Fault::unknown: faults.unknown.push_back(*reference.name); break;
    }
  }
  return faults;
}

std::string sentence_of(const Connector& connector, const Faults& faults) {
  if (faults.ignored.empty()) {
    return fmt::format("{} is to use the external DNS servers of {}, where none is named",
                       described(connector), listed(faults.empty));
  }
  return fmt::format(
      "{} is to use the external DNS servers of {}, where their list is ignored as long as the DNS "
      "settings of a network adapter are used",
      described(connector), listed(faults.ignored));
}

void check(const Context& in, Sink& out) {
  const TransportSettings settings(in.organization);
  Unjudged unknown;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (connector.flag(Property::use_external_dns_servers_enabled) != true) continue;
    const Faults faults = faults_of(connector, settings);
    if (!faults.unknown.empty()) unknown.add(connector.name());
    if (faults.ignored.empty() && faults.empty.empty()) continue;
    out.report(connector, Property::use_external_dns_servers_enabled, "{}",
               sentence_of(connector, faults));
  }
  out.not_judged(unknown,
                 "the external DNS settings of source servers of these connectors are not known");
}

}  // namespace

Rule external_dns_servers_not_used() {
  return {.code = "CL232",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::use_external_dns_servers_enabled}},
          .sources = "Set-TransportService; New-SendConnector",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
