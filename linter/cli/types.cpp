// `connlint types`.
#include <algorithm>
#include <ostream>

#include "linter/cli/client_list.h"
#include "linter/cli/commands.h"
#include "linter/cli/configuration.h"
#include "linter/cli/inputs.h"
#include "linter/cli/notes.h"
#include "linter/report/routes.h"

namespace connlint {

ExitStatus types(const TypesOptions& options, const Environment& environment) {
  const RuleRegistry registry(environment.rules);
  const std::optional<LoadedConfig> config = load_config(options.inputs, registry, environment);
  if (!config) return ExitStatus::unusable;
  std::optional<std::vector<std::string>> client_list;
  if (!options.client_registry.empty()) {
    client_list = read_client_list(options.client_registry, environment);
  }
  const ReadOrganization read =
      read_organization(paths_of(options.inputs, *config), options.inputs, *config, environment.in);
  print_notes(read.notes, *read.sources, NoteFilter::all, environment);

  std::vector<AnsweredTypes> servers;
  for (ServerTypes& server : types_of_servers(read.organization)) {
    AnsweredTypes answered{.types = std::move(server), .client = std::nullopt};
    if (client_list) answered.client = state_of(answered.types, *client_list);
    servers.push_back(std::move(answered));
  }
  environment.out << (options.json ? types_json(read.organization, servers)
                                   : types_text(read.organization, servers))
                  << std::flush;
  const bool no_list = !options.client_registry.empty() && !client_list;
  if (read.has_error() || no_list || !environment.out) return ExitStatus::unusable;
  const bool missing = std::ranges::any_of(servers, [](const AnsweredTypes& server) {
    return server.types.known && !server.types.missing.empty();
  });
  return missing ? ExitStatus::findings : ExitStatus::ok;
}

}  // namespace connlint
