#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
  const Organization& organization = in.organization;
  if (!holds_modern_server(organization)) {
    return out.not_applicable("the inputs hold no server of Exchange 2007 or later");
  }
  for (const Connector& connector : organization.connectors) {
    if (connector.host != Host::legacy || !connector.counts_as_enabled()) continue;
    const Restrictions restrictions = restrictions_of(connector);
    if (restrictions.what.empty()) continue;
    Finding& finding = out.report(
        connector.place_of(restrictions.first), subject_of(organization, connector),
        fmt::format("{} has restrictions ({}) that Exchange 2007 ignores when it chooses a "
                    "connector, so that mail can reach it and be refused there",
                    described(connector), join(restrictions.what, ", ")));
    finding.detail = name_of(restrictions.first);
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}},
                               Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {
    "Professional PowerShell for Exchange Server 2007 SP1, chapter 11", "KB 316293"};

}  // namespace

extern const Rule restriction_ignored_by_exchange_2007;
const Rule restriction_ignored_by_exchange_2007 = {
    .info = {.code = "CL255",
             .name = "restriction-ignored-by-exchange-2007",
             .severity = Severity::warning,
             .confidence = Confidence::recommended,
             .subject = "connector",
             .summary =
                 "A connector of Exchange 2000/2003 has restrictions that Exchange 2007 ignores",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_2007,
             .to = Generation::exchange_2010},
    .check = check};

}  // namespace connlint::rules
