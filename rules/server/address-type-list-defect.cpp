#include <array>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/model/wording.h"
#include "linter/outlook/allowed_types.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// The rollup of 8.0 with the fix (KB 940006); 8.1 and later have it.
constexpr std::int64_t kFixedIn = 4;

bool is_affected(const Server& server) {
  if (server.generation != Generation::exchange_2007 || server.exchange->minor > 0) return false;
  return server.number(Property::update_rollup).value_or(0) < kFixedIn;
}

/// The types that connectors put on the server's list, apart from those that every list has.
std::vector<std::string> fed_types(const Organization& organization, const Server& server) {
  std::set<std::string> types;
  for (const Connector& connector : organization.connectors) {
    if (feeding(organization, connector, server) != Feeding::feeds) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!always_listed(space.type)) types.insert(upper(space.type));
    }
  }
  return {types.begin(), types.end()};
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  // All servers of 8.0 are alike in what feeds their lists.
  std::optional<std::vector<std::string>> types;
  for (ServerId id : list_servers(organization)) {
    const Server& server = organization.server(id);
    if (!is_affected(server)) continue;
    if (!types) types = fed_types(organization, server);
    if (types->empty()) return;
    const bool known = server.number(Property::update_rollup).has_value();
    Finding& finding = out.report(
        server.place_of(Property::version), subject_of(server),
        fmt::format("server '{}', {}{}, may lose address types ({}) when it loads its list, so "
                    "that cached-mode Outlook returns mail to them at once",
                    server.name(), version_text(server),
                    known ? "" : " of unknown update rollup (4 has the fix)", listed(*types)));
    finding.detail = name_of(Property::version);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces},
    Need{.kind = ObjectKind::server, .property = Property::version}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"KB 937861", "KB 940006"};

}  // namespace

extern const Rule address_type_list_defect;
const Rule address_type_list_defect = {
    .info =
        {.code = "CL304",
         .name = "address-type-list-defect",
         .severity = Severity::warning,
         .confidence = Confidence::documented,
         .subject = "server",
         .summary =
             "A mailbox server lacks the fix of a defect that loses address types of its clients",
         .profiles = kProfiles,
         .needs = kNeeds,
         .sources = kSources,
         .from = Generation::exchange_2007,
         .to = Generation::exchange_2007},
    .check = check};

}  // namespace connlint::rules
