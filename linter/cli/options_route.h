// The commands about routes: what was asked for. Part of `parse_command_line`.
#pragma once

#include <span>
#include <string>

#include "linter/cli/options.h"

namespace connlint {

/// Reads the arguments after `route`.
Result<CommandLine> parse_route(std::span<const std::string> arguments);
/// Reads the arguments after `types`.
Result<CommandLine> parse_types(std::span<const std::string> arguments);

}  // namespace connlint
