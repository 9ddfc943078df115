#include "linter/cli/commands/types.h"

#include <algorithm>
#include <ostream>

#include "linter/cli/client_list.h"
#include "linter/cli/command.h"
#include "linter/cli/read_inputs.h"
#include "linter/report/routes.h"

namespace connlint {
namespace {

std::vector<Option> rows(TypesOptions& options) {
  std::vector<Option> rows = {
      client_registry_option(options.client_registry),
      format_option<bool>("text (default) or json", {{"text", false}, {"json", true}},
                          options.json),
  };
  add_input_options(rows, options.inputs);
  return rows;
}

std::string agree(TypesOptions& options) { return agree(options.inputs); }

ExitStatus run_types(const TypesOptions& options, const Environment& environment) {
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
  const bool missing = std::ranges::any_of(
      servers, [](const AnsweredTypes& server) { return server.types.lacks_required(); });
  return missing ? ExitStatus::findings : ExitStatus::ok;
}

}  // namespace

Command types_command() {
  return CommandOf<TypesOptions>{
      .name = "types",
      .usages = {{"types [PATH...]",
                  "the address types that cached-mode Outlook may use, by mailbox server"}},
      .description =
          "Tells for each mailbox server which address types a cached-mode Outlook may "
          "use, and which connector provides each",
      .exit_status =
          "Exit status: 0 no required type is missing; 1 a required type is missing on "
          "a server; 2 usage, configuration or input error; 3 internal error.",
      .rows = rows,
      .agree = agree,
      .run = run_types}
      .erased();
}

}  // namespace connlint
