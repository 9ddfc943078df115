#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/model/ip_range.h"
#include "linter/routing/inbound/receive_rights.h"

namespace connlint::rules {
namespace {

/// The range of a connector that holds every address, or null.
const Located<std::string>* open_range_of(const Connector& connector) {
  const Names& ranges = connector.names(Property::remote_ip_ranges);
  const auto found = std::ranges::find_if(ranges, [](const Located<std::string>& text) {
    const std::optional<IpRange> range = parse_ip_range(*text);
    return range && is_everything(*range);
  });
  return found == ranges.end() ? nullptr : &*found;
}

void check(const Context& in, Sink& out) {
  Unjudged unknown;
  Unjudged closed;
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::receive);
  if (connectors.empty()) out.not_applicable(no_enabled(ConnectorKind::receive));
  for (const Connector& connector : connectors) {
    const Located<std::string>* range = open_range_of(connector);
    if (!connector.states(Property::remote_ip_ranges)) closed.add(connector.name());
    if (range == nullptr) continue;
    const Relay relay = relay_of(in.organization, connector);
    if (relay == Relay::unknown) unknown.add(connector.name());
    if (relay != Relay::external && relay != Relay::anonymous) continue;
    const std::string_view why =
        relay == Relay::external
            ? "takes every host for an Exchange server (ExternalAuthoritative)"
            : "lets anonymous users send to any recipient (ms-Exch-SMTP-Accept-Any-Recipient)";
    out.report(range->where, connector,
               "{} is open to all addresses and {}: an open relay, which others use for spam",
               described(connector), why)
        .detail = name_of(Property::remote_ip_ranges);
  }
  out.not_judged(closed, "to which addresses these connectors are open is not known");
  out.not_judged(
      unknown,
      "what anonymous users may do on these connectors, which are open to all addresses, is not "
      "known, since Get-ReceiveConnector does not show it (Get-ADPermission does)");
}

}  // namespace

Rule open_relay() {
  return {.code = "CL263",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector}},
          .sources =
              "New-ReceiveConnector; "
              R"(Exchange Server help, "Allow anonymous relay on Exchange servers")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
