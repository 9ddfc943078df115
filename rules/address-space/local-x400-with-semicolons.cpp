#include "linter/engine/rule.h"
#include "linter/facts/connector_host.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  if (!holds_server_up_to(in.organization, Generation::exchange_55)) {
    return out.not_applicable("the inputs hold no server of Exchange 5.5");
  }
  Unjudged unknown;
  for (const Connector& connector : in.organization.connectors) {
    for (const AddressSpace& space : connector.address_spaces()) {
      const bool semicolons = space.address.find(';') != std::string::npos;
      if (!space.local || !is_x400(space) || !semicolons) continue;
      if (hosting_servers(connector).empty()) {
        if (connector.host != Host::modern) unknown.add(connector.name());
        continue;
      }
      if (!is_hosted_on(in.organization, connector, Generation::exchange_55)) continue;
      out.report(connector, space,
                 "{} is local and separates its parts by semicolons, where Exchange 5.5 expects "
                 "commas: it is invalid, and routing loses the connectors that follow it",
                 described(space, connector));
    }
  }
  out.not_judged(unknown, "the servers of these connectors are not known");
}

}  // namespace

Rule local_x400_with_semicolons() {
  return {.code = "CL124",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}, {ObjectKind::server}},
          .sources = "Q182798; Q161947; Q178376",
          .from = Generation::exchange_55,
          .to = Generation::exchange_55,
          .check = check};
}

}  // namespace connlint::rules
