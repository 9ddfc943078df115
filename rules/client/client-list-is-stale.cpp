#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
#include "linter/outlook/server_types.h"

namespace connlint::rules {
namespace {

/// The types that the running store of a server does not know yet.
std::vector<const GivenType*> unloaded(const ServerTypes& types) {
  std::vector<const GivenType*> found;
  for (const GivenType& type : types.types) {
    if (type.after_restart) found.push_back(&type);
  }
  return found;
}

void report(const Context& in, Sink& out, const Server& server,
            const std::vector<const GivenType*>& types) {
  std::vector<std::string> names;
  for (const GivenType* type : types) names.push_back(type->type);
  Finding& finding = out.report(server.place_of(Property::store_started), server,
                                "the Information Store of {} was started before the connectors "
                                "with {} {} were changed: the list that it gives to cached-mode "
                                "Outlook may lack {} until the store is restarted, then Outlook",
                                described(ObjectKind::server, server.name()),
                                names.size() == 1 ? "the type" : "the types", listed(names),
                                names.size() == 1 ? "it" : "them");
  for (const GivenType* type : types) {
    for (ConnectorId id : type->connectors) {
      const Connector& connector = in.organization.connector(id);
      finding.also(connector.place_of(Property::changed), "{}, which gives {}, was changed at {}",
                   described(connector), type->type,
                   time_text(*connector.number(Property::changed)));
    }
  }
}

/// The mailbox servers of which no input tells when the store was started.
void add_unknown(const Context& in, Sink& out) {
  Unjudged unknown;
  for (ServerId id : list_servers(in.organization)) {
    const Server& server = in.organization.server(id);
    if (!server.number(Property::store_started)) unknown.add(server.name());
  }
  out.not_judged(
      unknown,
      "no input tells when the Information Store was started (declare `store_started`) on");
}

void check(const Context& in, Sink& out) {
  const std::vector<CarriedType>& carried = in.facts.carried_types();
  const bool any_type = std::ranges::any_of(carried, [](const CarriedType& type) {
    return !always_listed(type.type) && !type.connectors.empty();
  });
  if (!any_type) {
    out.not_applicable("no connector gives a type beside SMTP and X400");
    return;
  }
  add_unknown(in, out);
  if (!in.organization.coverage.has(ObjectKind::server, Property::store_started)) return;
  for (const ServerTypes& types : types_of_servers(in.organization)) {
    const std::vector<const GivenType*> missing = unloaded(types);
    if (!missing.empty()) report(in, out, in.organization.server(types.server), missing);
  }
}

}  // namespace

Rule client_list_is_stale() {
  return {.code = "CL601",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::changed}, {ObjectKind::server}},
          .sources = "KB 959956; KB 937861",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
