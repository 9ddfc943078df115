#include "linter/cli/read_inputs.h"

#include "linter/cli/command_line.h"
#include "linter/cli/notes.h"
#include "linter/engine/registry.h"

namespace connlint {

ReadOrganization read_paths(const std::vector<std::string>& paths, const InputOptions& options,
                            const LoadedConfig& config, std::istream& in) {
  InputRequest request{.paths = paths,
                       .format = options.input_format,
                       .encoding = options.encoding,
                       .allow_empty = options.allow_empty,
                       .commands = {},
                       .required_types = {},
                       .first_name = config.name,
                       .first_bytes = config.bytes,
                       .passed_over = kConfigFileName};
  if (options.command_left_out) request.commands = command_names();
  for (const Located<std::string>& type : config.config.required_address_types) {
    request.required_types.push_back(
        {.type = *type, .origin = RequiredType::Origin::configuration, .where = type.where});
  }
  for (const std::string& type : options.required_types) {
    request.required_types.push_back(
        {.type = type, .origin = RequiredType::Origin::command_line, .where = std::nullopt});
  }
  return read_organization(request, in);
}

std::optional<ReadOrganization> read_inputs(const InputOptions& options,
                                            const Environment& environment) {
  const RuleRegistry registry(environment.rules);
  const std::optional<LoadedConfig> config = load_config(options, registry, environment);
  if (!config) return std::nullopt;
  ReadOrganization read = read_paths(paths_of(options, *config), options, *config, environment.in);
  print_notes(read.notes, *read.sources, NoteFilter::all, environment);
  return read;
}

}  // namespace connlint
