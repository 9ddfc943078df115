#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_host.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (!holds_server_up_to(organization, Generation::exchange_55)) {
    return out.not_applicable("the inputs hold no server of Exchange 5.5");
  }
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    for (const AddressSpace& space : connector.address_spaces()) {
      const bool semicolons = space.address.find(';') != std::string::npos;
      if (!space.local || !is_x400(space) || !semicolons) continue;
      if (hosting_servers(connector).empty()) {
        if (connector.host != Host::modern) unknown.add(std::string(connector.name()));
        continue;
      }
      if (!is_hosted_on(organization, connector, Generation::exchange_55)) continue;
      Finding& finding = out.report(
          space.where, subject_of(organization, connector),
          fmt::format("{} is local and separates its parts by semicolons, where Exchange 5.5 "
                      "expects commas: it is invalid, and routing loses the connectors that "
                      "follow it",
                      described(space, connector)));
      finding.detail = identity_of(space);
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("the servers of these connectors are not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces},
    Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {"Q182798", "Q161947", "Q178376"};

}  // namespace

extern const Rule local_x400_with_semicolons;
const Rule local_x400_with_semicolons = {
    .info = {.code = "CL124",
             .name = "local-x400-with-semicolons",
             .severity = Severity::error,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary =
                 "A local X.400 address space of Exchange 5.5 separates its parts by semicolons",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_55,
             .to = Generation::exchange_55},
    .check = check};

}  // namespace connlint::rules
