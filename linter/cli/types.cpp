// `connlint types`.
#include <algorithm>
#include <ostream>

#include "linter/cli/client_list.h"
#include "linter/cli/commands.h"
#include "linter/cli/read_inputs.h"
#include "linter/report/routes.h"

namespace connlint {

ExitStatus types(const TypesOptions& options, const Environment& environment) {
  const std::optional<ReadOrganization> read = read_inputs(options.inputs, environment);
  if (!read) return ExitStatus::unusable;
  const ClientList client = read_client_list(options.client_registry, environment);

  std::vector<AnsweredTypes> servers;
  for (ServerTypes& server : types_of_servers(read->organization)) {
    AnsweredTypes answered{.types = std::move(server), .client = std::nullopt};
    if (client.types) answered.client = state_of(answered.types, *client.types);
    servers.push_back(std::move(answered));
  }
  environment.out << (options.json ? types_json(read->organization, servers)
                                   : types_text(read->organization, servers))
                  << std::flush;
  if (read->has_error() || client.unreadable || !environment.out) return ExitStatus::unusable;
  const bool missing = std::ranges::any_of(servers, [](const AnsweredTypes& server) {
    return server.types.known && !server.types.missing.empty();
  });
  return missing ? ExitStatus::findings : ExitStatus::ok;
}

}  // namespace connlint
