#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_host.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/routing/address/space_syntax.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (holds_modern_server(organization)) {
    return out.not_applicable("the organisation has servers of Exchange 2007 or later (CL106)");
  }
  for (const Connector& connector : organization.connectors) {
    if (connector.host == Host::modern) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      const std::string fault =
          is_x400(space) ? space_fault(space, SpaceProduct::legacy) : std::string();
      if (fault.empty()) continue;
      const bool oldest = is_hosted_on(organization, connector, Generation::exchange_55);
      const std::string_view consequence =
          oldest ? "and the routing calculation of Exchange 5.5 leaves out all connectors after it"
                 : "so that no mail is sent by it";
      Finding& finding = out.report(space.address_where, subject_of(organization, connector),
                                    fmt::format("{} is no valid X.400 address space, {}: {}",
                                                described(space, connector), consequence, fault));
      if (oldest) finding.severity = Severity::error;
      finding.detail = identity_of(space);
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {"System Manager help, X.400 Address Spaces",
                                                      "Q182798", "X.411"};

}  // namespace

extern const Rule invalid_x400_space;
const Rule invalid_x400_space = {
    .info = {.code = "CL127",
             .name = "invalid-x400-space",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary =
                 "An X.400 address space of Exchange 2000/2003 or 5.5 is not complete or too long",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
