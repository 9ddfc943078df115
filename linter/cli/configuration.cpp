#include "linter/cli/configuration.h"

#include <filesystem>

#include "linter/cli/notes.h"
#include "linter/inputs/file_bytes.h"

namespace connlint {

std::optional<LoadedConfig> load_config(const InputOptions& options, const RuleRegistry& registry,
                                        const Environment& environment) {
  LoadedConfig loaded;
  if (options.no_config) return loaded;
  loaded.name = options.config.empty() ? find_config(".").value_or("") : options.config;
  if (loaded.name.empty()) return loaded;
  Result<std::string> bytes = read_bytes(loaded.name);
  if (!bytes.ok()) {
    print_message(environment, loaded.name + ": error: " + bytes.error().message);
    return std::nullopt;
  }
  loaded.bytes = std::move(bytes).value();
  SourceStore sources;
  ConfigReading reading = read_config(sources.add(loaded.name, loaded.bytes), registry);
  print_notes(reading.problems, sources, NoteFilter::all, environment);
  if (!reading.problems.empty()) return std::nullopt;
  loaded.config = std::move(reading.config);
  return loaded;
}

std::vector<std::string> paths_of(const InputOptions& options, const LoadedConfig& config) {
  if (!options.paths.empty()) return options.paths;
  std::vector<std::string> paths;
  const std::filesystem::path folder = std::filesystem::path(config.name).parent_path();
  for (const Located<std::string>& input : config.config.inputs) {
    paths.push_back((folder / *input).lexically_normal().generic_string());
  }
  if (paths.empty()) paths.emplace_back(".");
  return paths;
}

}  // namespace connlint
