#include <set>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"

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
  // All servers of 8.0 are alike in what feeds their lists.
  std::optional<std::vector<std::string>> types;
  for (ServerId id : list_servers(in.organization)) {
    const Server& server = in.organization.server(id);
    if (!is_affected(server)) continue;
    if (!types) types = fed_types(in.organization, server);
    if (types->empty()) return;
    const bool known = server.number(Property::update_rollup).has_value();
    out.report(server, Property::version,
               "server '{}', {}{}, may lose address types ({}) when it loads its list, so that "
               "cached-mode Outlook returns mail to them at once",
               server.name(), version_text(server),
               known ? "" : " of unknown update rollup (4 has the fix)", listed(*types));
  }
}

}  // namespace

Rule address_type_list_defect() {
  return {.code = "CL304",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces},
                    {ObjectKind::server, Property::version}},
          .sources = "KB 937861; KB 940006",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
