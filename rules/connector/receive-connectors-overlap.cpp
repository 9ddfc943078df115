#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/listener.h"

namespace connlint::rules {
namespace {

/// By begin, the wider one first.
bool comes_before(const ServedRange& a, const ServedRange& b) {
  if (a.range.first != b.range.first) return a.range.first < b.range.first;
  return b.range.last < a.range.last;
}

/// Reports ranges that neither lie apart nor one wholly within the other.
class Overlaps {
 public:
  Overlaps(const Context& in, Sink& out) : in_(in), out_(out) {}

  void check(std::vector<ServedRange> ranges) {
    std::ranges::stable_sort(ranges, comes_before);
    std::vector<ServedRange> open;
    for (const ServedRange& range : ranges) add(range, open);
  }

 private:
  /// `open` holds the ranges around the present place, each within the one before it.
  void add(const ServedRange& served, std::vector<ServedRange>& open) {
    while (!open.empty() && open.back().range.last < served.range.first) open.pop_back();
    // What ends within this one cannot hold anything that comes later and reaches further.
    while (!open.empty() && open.back().range.last < served.range.last) {
      report(open.back(), served);
      open.pop_back();
    }
    if (!open.empty() && open.back().range == served.range) report(open.back(), served);
    open.push_back(served);
  }

  void report(const ServedRange& a, const ServedRange& b) {
    const bool later = a.connector > b.connector;
    const ServedRange& second = later ? a : b;
    const ServedRange& first = later ? b : a;
    if (first.connector == second.connector) return;
    if (!reported_.insert({first.connector, second.connector}).second) return;
    const Organization& organization = in_.organization;
    const Connector& connector = organization.connector(second.connector);
    const Connector& other = organization.connector(first.connector);
    out_.report(second.where, connector,
                "{} listens where {} of '{}' does, for remote addresses that are {}: Exchange "
                "refuses this, and which of the two serves them is not defined",
                described(connector), described(other), connector.text(Property::server),
                a.range == b.range ? "the same" : "the same in part")
        .also(first.where, "the other range")
        .detail = fmt::format("{} {}", name_of(Property::remote_ip_ranges), other.name());
  }

  const Context& in_;
  Sink& out_;
  std::set<std::pair<ConnectorId, ConnectorId>> reported_;
};

/// The ranges of all listeners of one socket and role, each connector once; those whose ranges the
/// inputs do not tell are put into `unknown`.
std::vector<ServedRange> ranges_of(const Organization& organization,
                                   std::span<const Listener> listeners, Unjudged& unknown) {
  std::vector<ServedRange> all;
  const Listener* last = nullptr;
  for (const Listener& listener : listeners) {
    if (last != nullptr && last->connector == listener.connector) continue;
    last = &listener;
    const Connector& connector = organization.connector(listener.connector);
    if (!connector.states(Property::remote_ip_ranges)) unknown.add(connector.name());
    std::ranges::copy(served_ranges_of(organization, listener.connector), std::back_inserter(all));
  }
  return all;
}

void check(const Context& in, Sink& out) {
  const std::vector<Listener>& all = in.facts.listeners();
  if (all.empty() && enabled_connectors(in.organization, ConnectorKind::receive).empty()) {
    out.not_applicable(no_enabled(ConnectorKind::receive));
  }
  Unjudged unplaced;
  for (const std::string& name : unplaced_receive_connectors(in.organization)) unplaced.add(name);
  out.not_judged(unplaced, "the server or the bindings of these connectors are not known");
  Unjudged unknown;
  Overlaps overlaps(in, out);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && same_socket(all[begin], all[end]) &&
           all[begin].transport_role == all[end].transport_role) {
      ++end;
    }
    if (end - begin > 1) {
      overlaps.check(
          ranges_of(in.organization, std::span(all).subspan(begin, end - begin), unknown));
    }
    begin = end;
  }
  out.not_judged(unknown,
                 "the remote addresses of these connectors that share a binding are not known");
}

}  // namespace

Rule receive_connectors_overlap() {
  return {.code = "CL262",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "New-ReceiveConnector",
          .severity_in_code = Severity::error,
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
