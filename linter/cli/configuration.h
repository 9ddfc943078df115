// The configuration file of a run: found, read, and every problem with it said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/cli/environment.h"
#include "linter/cli/input_options.h"
#include "linter/engine/config.h"

namespace connlint {

/// A configuration and its text. Every organisation's `SourceStore` begins with that text, so that
/// the spans of the configuration are valid in each.
struct LoadedConfig {
  /// The path of the file; empty where there is none.
  std::string name;
  std::string bytes;
  Config config;
};

/// The configuration that the options ask for; an empty one where none is found. Nothing where it
/// cannot be used: then the problems were printed.
std::optional<LoadedConfig> load_config(const InputOptions& options, const RuleRegistry& registry,
                                        const Environment& environment);

/// What is read: the paths of the command line, else the inputs of the configuration, else the
/// current folder.
std::vector<std::string> paths_of(const InputOptions& options, const LoadedConfig& config);

}  // namespace connlint
