// From the options of a command to the organisation that it is about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/cli/configuration.h"
#include "linter/cli/environment.h"
#include "linter/cli/input_options.h"
#include "linter/inputs/inputs.h"

namespace connlint {

/// Reads `paths` as one organisation, as the options and the configuration ask.
ReadOrganization read_paths(const std::vector<std::string>& paths, const InputOptions& options,
                            const LoadedConfig& config, std::istream& in);

/// What the commands besides `check` do first: loads the configuration, reads the inputs as one
/// organisation and prints the notes. Nothing where the configuration cannot be used.
std::optional<ReadOrganization> read_inputs(const InputOptions& options,
                                            const Environment& environment);

}  // namespace connlint
