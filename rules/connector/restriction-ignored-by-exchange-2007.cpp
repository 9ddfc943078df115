#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"

namespace connlint::rules {
namespace {

/// What restricts the connector, with the property that says so first.
struct Restrictions {
  std::vector<std::string> what;
  Property first = Property::name;

  void add(std::string text, Property property) {
    if (what.empty()) first = property;
    what.push_back(std::move(text));
  }
};

Restrictions restrictions_of(const Connector& connector) {
  constexpr std::size_t kPriorities = 3;
  Restrictions found;
  if (connector.text(Property::activation) == "selected-times") {
    found.add("a schedule", Property::activation);
  }
  const Names& priorities = connector.names(Property::allowed_priorities);
  if (!priorities.empty() && priorities.size() < kPriorities) {
    found.add("priorities", Property::allowed_priorities);
  }
  if (!connector.names(Property::accept_from).empty()) {
    found.add("accepted senders", Property::accept_from);
  }
  if (!connector.names(Property::reject_from).empty()) {
    found.add("rejected senders", Property::reject_from);
  }
  return found;
}

void check(const Context& in, Sink& out) {
  if (!holds_modern_server(in.organization)) {
    return out.not_applicable("the inputs hold no server of Exchange 2007 or later");
  }
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (connector.host != Host::legacy) continue;
    const Restrictions restrictions = restrictions_of(connector);
    if (restrictions.what.empty()) continue;
    out.report(connector, restrictions.first,
               "{} has restrictions ({}) that Exchange 2007 ignores when it chooses a connector, "
               "so that mail can reach it and be refused there",
               described(connector), join(restrictions.what, ", "));
  }
}

}  // namespace

Rule restriction_ignored_by_exchange_2007() {
  return {.code = "CL255",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}, {ObjectKind::server}},
          .sources = "Professional PowerShell for Exchange Server 2007 SP1, chapter 11; KB 316293",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2010,
          .check = check};
}

}  // namespace connlint::rules
