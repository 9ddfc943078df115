#include <array>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/model/flags.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// What the Receive connectors of a server say together.
struct Inbound {
  bool accepts = false;
  bool unknown = false;
};
using InboundByServer = std::map<std::string, Inbound, LessIgnoringCase>;

std::string_view host_label(std::string_view name) { return name.substr(0, name.find('.')); }

InboundByServer inbound_of(const Organization& organization) {
  InboundByServer found;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind != ConnectorKind::receive || !connector.counts_as_enabled()) continue;
    Inbound& inbound = found[std::string(host_label(connector.text(Property::server)))];
    const std::string_view groups = connector.text(Property::permission_groups);
    inbound.accepts = inbound.accepts || has_flag(groups, "ExchangeLegacyServers");
    inbound.unknown = inbound.unknown || !connector.states(Property::permission_groups);
  }
  return found;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const auto connectors = enabled_connectors(organization, ConnectorKind::routing_group);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::routing_group));
  const InboundByServer inbound = inbound_of(organization);
  Unjudged unknown;
  std::set<ServerId> done;
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    if (connector.host == Host::modern) continue;
    for (const ServerReference& target : connector.targets) {
      if (!target.server || !done.insert(*target.server).second) continue;
      const Server& server = organization.server(*target.server);
      if (!is_modern(server.generation)) continue;
      const auto known = inbound.find(server.name());
      if (known == inbound.end() || (known->second.unknown && !known->second.accepts)) {
        unknown.add(std::string(server.name()));
        continue;
      }
      if (known->second.accepts) continue;
      Finding& finding = out.report(
          target.name.where, subject_of(server),
          fmt::format("{} sends to server '{}', none of whose Receive connectors has the "
                      "permission group ExchangeLegacyServers, so that it refuses mail from "
                      "Exchange 2000/2003",
                      described(connector), server.name()));
      finding.detail = name_of(Property::permission_groups);
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the Receive connectors of these servers are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"TechNet bb629484",
                                                      "New-RoutingGroupConnector"};

}  // namespace

extern const Rule legacy_mail_refused_by_receive_connectors;
const Rule legacy_mail_refused_by_receive_connectors = {
    .info = {.code = "CL306",
             .name = "legacy-mail-refused-by-receive-connectors",
             .severity = Severity::warning,
             .confidence = Confidence::recommended,
             .subject = "server",
             .summary = "No Receive connector of a routing group connector's target takes mail "
                        "from Exchange 2000/2003",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
