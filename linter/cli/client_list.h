// `--client-registry`: the list of address types that a client keeps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/cli/environment.h"

namespace connlint {

/// The types in the list, by name; nothing after an error, which is printed.
std::optional<std::vector<std::string>> read_client_list(const std::string& path,
                                                         const Environment& environment);

}  // namespace connlint
