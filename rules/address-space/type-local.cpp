#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  for (const Connector& connector : organization.connectors) {
    if (!carries_types(connector)) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!equals_ignoring_case(space.type, "LOCAL")) continue;
      Finding& finding = out.report(
          space.where, subject_of(organization, connector),
          fmt::format("{} has the type Local: as a scope the word needs a type behind it "
                      "('Local:SMTP:{};1'), and as a type it takes no mail",
                      described(space, connector), space.address));
      finding.detail = identity_of(space);
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {"New-SendConnector (RTM)", "Q161947",
                                                      "ExBPA 1e8700fa"};

}  // namespace

extern const Rule type_local;
const Rule type_local = {.info = {.code = "CL120",
                                  .name = "type-local",
                                  .severity = Severity::warning,
                                  .confidence = Confidence::documented,
                                  .subject = "address-space",
                                  .summary = "An address space has the type Local",
                                  .profiles = kProfiles,
                                  .needs = kNeeds,
                                  .sources = kSources},
                         .check = check};

}  // namespace connlint::rules
