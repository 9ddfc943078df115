#include <map>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

struct Place {
  const Connector* connector = nullptr;
  const AddressSpace* space = nullptr;
};

/// The first address space `*` of each type on an enabled connector of Exchange 2000/2003 or 5.5.
std::map<std::string, Place> wildcards_of(const Organization& organization) {
  std::map<std::string, Place> found;
  for (const Connector& connector : enabled_connectors(organization)) {
    if (connector.host != Host::legacy) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (space.address == "*") found.emplace(upper(space.type), Place{&connector, &space});
    }
  }
  return found;
}

void check(const Context& in, Sink& out) {
  const std::map<std::string, Place> wildcards = wildcards_of(in.organization);
  const bool modern = holds_modern_server(in.organization);
  for (const Connector& connector : enabled_connectors(in.organization)) {
    if (connector.host != Host::legacy) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!space.address.empty() || (modern && is_smtp(space))) continue;
      const auto wildcard = wildcards.find(upper(space.type));
      if (wildcard == wildcards.end() || wildcard->second.connector == &connector) continue;
      out.report(connector, space,
                 "{} names no address, while {} has '{}': that one takes all mail of the type, "
                 "whatever the costs",
                 described(space, connector), described(*wildcard->second.connector),
                 named(*wildcard->second.space))
          .also(wildcard->second.space->where, "'{}' takes all addresses of the type",
                named(*wildcard->second.space));
    }
  }
}

}  // namespace

Rule blank_address_space_beside_wildcard() {
  return {.code = "CL118",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "Q152471; Q146299; Q193322",
          .to = Generation::exchange_2003,
          .check = check};
}

}  // namespace connlint::rules
