#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

constexpr std::size_t kLongest = 32;

void report(const Organization& organization, const Connector& connector, Property property,
            const std::string& fault, Sink& out) {
  Finding& finding = out.report(connector.place_of(property), subject_of(organization, connector),
                                fmt::format("{} {}, so that the other MTA refuses the association",
                                            described(connector), fault));
  finding.detail = name_of(property);
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const auto connectors = enabled_connectors(organization, ConnectorKind::x400);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::x400));
  Unjudged unknown;
  for (const Connector* const each : connectors) {
    const Connector& connector = *each;
    const std::string_view remote = connector.text(Property::remote_mta_name);
    const std::string_view local = connector.text(Property::local_mta_name);
    if (!connector.states(Property::remote_mta_name)) {
      unknown.add(std::string(connector.name()));
    } else if (remote.empty()) {
      report(organization, connector, Property::remote_mta_name, "names no remote MTA", out);
    } else if (remote.size() > kLongest) {
      report(organization, connector, Property::remote_mta_name,
             fmt::format("has a name of the remote MTA of more than {} characters", kLongest), out);
    }
    if (local.size() > kLongest) {
      report(organization, connector, Property::local_mta_name,
             fmt::format("has a name of the local MTA of more than {} characters", kLongest), out);
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the names of the remote MTAs of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {
    "Q169159", "Exchange 5.5 SDK, PR_EMS_AB_GATEWAY_LOCAL_DESIG", "KB 234157"};

}  // namespace

extern const Rule x400_remote_mta_name;
const Rule x400_remote_mta_name = {
    .info = {.code = "CL260",
             .name = "x400-remote-mta-name",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "An X.400 connector has no name of the remote MTA, or one that is too long",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
