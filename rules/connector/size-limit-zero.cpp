#include "linter/engine/rule.h"
#include "linter/facts/dropped.h"
#include "linter/facts/source_server.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (!has_source_servers(connector)) continue;
    if (!takes_no_message(connector)) continue;
    const bool legacy = connector.host == Host::legacy;
    const std::string_view consequence =
        legacy ? "which Exchange 2000/2003 may take for 0 KB, so that no message passes"
               : "so that routing drops it for every message: its mail takes another connector or "
                 "is returned";
    Finding& finding = out.report(connector, Property::max_message_size,
                                  "{} has the size limit 0, {}", described(connector), consequence);
    if (legacy) finding.severity = Severity::warning;
  }
}

}  // namespace

Rule size_limit_zero() {
  return {.code = "CL226",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::max_message_size}},
          .sources =
              "Set-ForeignConnector; "
              R"(Exchange Server help, "Connector selection in external message routing"; )"
              "Exchange 5.5 SDK, PR_EMS_AB_DELIV_CONT_LENGTH",
          .check = check};
}

}  // namespace connlint::rules
