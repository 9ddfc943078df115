#include <array>
#include <map>
#include <string>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/model/wording.h"
#include "linter/outlook/allowed_types.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

struct Place {
  const Connector* connector = nullptr;
  const AddressSpace* space = nullptr;
};

/// The first address space `*` of each type on an enabled connector of Exchange 2000/2003 or 5.5.
std::map<std::string, Place> wildcards_of(const Organization& organization) {
  std::map<std::string, Place> found;
  for (const Connector& connector : organization.connectors) {
    if (connector.host != Host::legacy || !connector.counts_as_enabled()) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (space.address == "*") found.emplace(upper(space.type), Place{&connector, &space});
    }
  }
  return found;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const std::map<std::string, Place> wildcards = wildcards_of(organization);
  const bool modern = holds_modern_server(organization);
  for (const Connector& connector : organization.connectors) {
    if (connector.host != Host::legacy || !connector.counts_as_enabled()) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!space.address.empty() || (modern && is_smtp(space))) continue;
      const auto wildcard = wildcards.find(upper(space.type));
      if (wildcard == wildcards.end() || wildcard->second.connector == &connector) continue;
      Finding& finding = out.report(
          space.where, subject_of(organization, connector),
          fmt::format("{} names no address, while {} has '{}': that one takes all mail of the "
                      "type, whatever the costs",
                      described(space, connector), described(*wildcard->second.connector),
                      named(*wildcard->second.space)));
      finding.detail = identity_of(space);
      finding.related.push_back(
          {fmt::format("'{}' takes all addresses of the type", named(*wildcard->second.space)),
           wildcard->second.space->where});
    }
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 3> kSources = {"Q152471", "Q146299", "Q193322"};

}  // namespace

extern const Rule blank_address_space_beside_wildcard;
const Rule blank_address_space_beside_wildcard = {
    .info = {.code = "CL118",
             .name = "blank-address-space-beside-wildcard",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "An address space of a type without address stands beside one for all "
                        "addresses of the type",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
