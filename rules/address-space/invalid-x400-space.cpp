#include "linter/engine/rule.h"
#include "linter/facts/connector_host.h"
#include "linter/facts/server_kind.h"
#include "linter/routing/address/space_syntax.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  if (holds_modern_server(in.organization)) {
    return out.not_applicable("the organisation has servers of Exchange 2007 or later (CL106)");
  }
  for (const Connector& connector : in.organization.connectors) {
    if (connector.host == Host::modern) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      const std::string fault =
          is_x400(space) ? space_fault(space, SpaceProduct::legacy) : std::string();
      if (fault.empty()) continue;
      const bool oldest = is_hosted_on(in.organization, connector, Generation::exchange_55);
      const std::string_view consequence =
          oldest ? "and the routing calculation of Exchange 5.5 leaves out all connectors after it"
                 : "so that no mail is sent by it";
      Finding& finding =
          out.report(space.address_where, connector, "{} is no valid X.400 address space, {}: {}",
                     described(space, connector), consequence, fault);
      if (oldest) finding.severity = Severity::error;
      finding.detail = identity_of(space);
    }
  }
}

}  // namespace

Rule invalid_x400_space() {
  return {.code = "CL127",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "System Manager help, X.400 Address Spaces; Q182798; X.411",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
