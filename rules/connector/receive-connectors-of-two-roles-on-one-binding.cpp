#include <cstddef>
#include <set>
#include <utility>

#include "linter/engine/rule.h"
#include "linter/facts/listener.h"

namespace connlint::rules {
namespace {

/// Listeners of known roles, by role.
using Listeners = std::span<const Listener>;

/// Those whose role is known; they come last (`listeners_of`).
Listeners with_role(Listeners listeners) {
  while (!listeners.empty() && listeners.front().transport_role.empty()) {
    listeners = listeners.subspan(1);
  }
  return listeners;
}

/// One of another role than `listener`, or null.
const Listener* of_other_role(const Listener& listener, Listeners others) {
  if (others.empty()) return nullptr;
  if (others.front().transport_role != listener.transport_role) return &others.front();
  return others.back().transport_role != listener.transport_role ? &others.back() : nullptr;
}

void report(const Context& in, Sink& out, const Listener& listener, const Listener& rival) {
  const Connector& connector = in.organization.connector(listener.connector);
  const Connector& other = in.organization.connector(rival.connector);
  const bool same = same_socket(listener, rival);
  Finding& finding = out.report(
      listener.where, connector,
      "{} of the role {} listens on {}port {} of '{}', where {} of the role {} does: only one of "
      "the two services gets the port, and hosts that are meant for the other do not reach it",
      described(connector), connector.text(Property::transport_role),
      same ? "the same address and " : "one address of ", listener.binding.port,
      connector.text(Property::server), described(other), other.text(Property::transport_role));
  if (!same) finding.severity = Severity::warning;
  finding.detail = name_of(Property::bindings);
  finding.also(rival.where, "the other binding");
}

bool same_port(const Listener& a, const Listener& b) {
  return a.server == b.server && a.binding.port == b.binding.port &&
         a.binding.address.v6 == b.binding.address.v6;
}

/// How many listeners at the begin fit to the first one.
std::size_t length_of(Listeners listeners, bool (*fits)(const Listener&, const Listener&)) {
  std::size_t length = 1;
  while (length < listeners.size() && fits(listeners.front(), listeners[length])) ++length;
  return length;
}

/// Reports the listeners on one server and port of one family; those on all addresses come first.
void check_port(const Context& in, Sink& out, Listeners port, std::set<ConnectorId>& reported) {
  Listeners any;
  while (!port.empty()) {
    const Listeners all = port.first(length_of(port, same_socket));
    port = port.subspan(all.size());
    const Listeners known = with_role(all);
    for (const Listener& listener : known) {
      const bool later = known.front().transport_role != listener.transport_role;
      const Listener* rival = later ? &known.front() : of_other_role(listener, any);
      if (rival == nullptr || !reported.insert(listener.connector).second) continue;
      report(in, out, listener, *rival);
    }
    if (is_any_address(all.front().binding.address)) any = known;
  }
}

void check(const Context& in, Sink& out) {
  const std::vector<Listener>& all = in.facts.listeners();
  if (all.empty() && enabled_connectors(in.organization, ConnectorKind::receive).empty()) {
    out.not_applicable(no_enabled(ConnectorKind::receive));
  }
  Unjudged unplaced;
  for (const std::string& name : unplaced_receive_connectors(in.organization)) unplaced.add(name);
  out.not_judged(unplaced, "the server or the bindings of these connectors are not known");
  std::set<ConnectorId> reported;
  for (Listeners rest = all; !rest.empty();) {
    const Listeners port = rest.first(length_of(rest, same_port));
    rest = rest.subspan(port.size());
    check_port(in, out, port, reported);
  }
}

}  // namespace

Rule receive_connectors_of_two_roles_on_one_binding() {
  return {.code = "CL261",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources =
              "Exchange Server setup, ReceiveConnectorRoleConflictException; New-ReceiveConnector",
          .from = Generation::exchange_2013,
          .check = check};
}

}  // namespace connlint::rules
