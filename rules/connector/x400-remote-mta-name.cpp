#include <fmt/format.h>

#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

constexpr std::size_t kLongest = 32;

void report(const Connector& connector, Property property, const std::string& fault, Sink& out) {
  out.report(connector, property, "{} {}, so that the other MTA refuses the association",
             described(connector), fault);
}

void check(const Context& in, Sink& out) {
  const auto connectors = enabled_connectors(in.organization, ConnectorKind::x400);
  if (connectors.empty()) return out.not_applicable(no_enabled(ConnectorKind::x400));
  Unjudged unknown;
  for (const Connector& connector : connectors) {
    const std::string_view remote = connector.text(Property::remote_mta_name);
    const std::string_view local = connector.text(Property::local_mta_name);
    if (!connector.states(Property::remote_mta_name)) {
      unknown.add(connector.name());
    } else if (remote.empty()) {
      report(connector, Property::remote_mta_name, "names no remote MTA", out);
    } else if (remote.size() > kLongest) {
      report(connector, Property::remote_mta_name,
             fmt::format("has a name of the remote MTA of more than {} characters", kLongest), out);
    }
    if (local.size() > kLongest) {
      report(connector, Property::local_mta_name,
             fmt::format("has a name of the local MTA of more than {} characters", kLongest), out);
    }
  }
  out.not_judged(unknown, "the names of the remote MTAs of these connectors are not known");
}

}  // namespace

Rule x400_remote_mta_name() {
  return {.code = "CL260",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector}},
          .sources = "Q169159; Exchange 5.5 SDK, PR_EMS_AB_GATEWAY_LOCAL_DESIG; KB 234157",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
