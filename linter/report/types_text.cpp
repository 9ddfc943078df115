// Address types for people, at a terminal and in logs.
#include <algorithm>

#include <fmt/format.h>

#include "linter/model/wording.h"
#include "linter/report/routes.h"
#include "linter/report/text_lines.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

std::string given_by(const Organization& organization, const std::vector<ConnectorId>& ids) {
  std::vector<std::string> names;
  for (ConnectorId id : ids) names.push_back(described(organization.connector(id)));
  return join(names, ", ");
}

std::string restart_text(const ClientListState& client) {
  return client.store_restart ? "restart the Information Store, then Outlook"
                              : "restart Outlook (the Information Store was started since)";
}

void write_client(const ClientListState& client, TextLines& out) {
  out.add(fmt::format("  the client's own list, as far as its bytes can be read: {}",
                      join(client.types, ", ")));
  if (client.lacking.empty()) return;
  out.add(fmt::format("  the client's own list is stale: it lacks {}: {}",
                      join(client.lacking, ", "), restart_text(client)));
}

std::string missing_text(const ServerTypes& server, const MissingType& type) {
  if (!type.certain) {
    return type.reason == server.unknown_reason ? "not known" : "not known: " + type.reason;
  }
  return (type.required ? "missing: " : "missing, though a connector has it: ") + type.reason;
}

void write_types(const Organization& organization, const AnsweredTypes& answered, TextLines& out) {
  const Server& server = organization.server(answered.types.server);
  std::string heading(server.name());
  if (server.site) heading += fmt::format(" in site '{}'", organization.site(*server.site).name());
  if (!answered.types.known) heading += ": not known: " + answered.types.unknown_reason;
  out.add(heading);
  TextTable table;
  for (const GivenType& given : answered.types.types) {
    table.add({given.type,
               given_by(organization, given.connectors) +
                   (given.after_restart ? ", once the Information Store is restarted, then Outlook"
                                        : "")});
  }
  for (const MissingType& type : answered.types.missing) {
    const bool shown = std::ranges::any_of(answered.types.types, [&](const GivenType& given) {
      return given.after_restart && given.type == type.type;
    });
    if (shown && !type.required) continue;
    table.add({type.type, missing_text(answered.types, type)});
  }
  table.write("  ", out);
  if (answered.types.known && answered.types.types.empty() && answered.types.missing.empty()) {
    out.add("  no connector gives a type of its own");
  }
  if (answered.client) write_client(*answered.client, out);
}

}  // namespace

std::string types_text(const Organization& organization, std::span<const AnsweredTypes> servers) {
  TextLines out;
  for (const AnsweredTypes& answered : servers) {
    write_types(organization, answered, out);
    out.add({});
  }
  out.add(servers.empty()
              ? "No mailbox server is known."
              : "Besides these, SMTP, X400, EX and MAPIPDL are in every client's list.");
  return out.take();
}

}  // namespace connlint
