// `--client-registry`: the list of address types that a client keeps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/cli/environment.h"
#include "linter/cli/option.h"

namespace connlint {

/// `--client-registry` itself.
Option client_registry_option(std::string& path);

/// What `--client-registry` gave.
struct ClientList {
  /// The types in the list, by name; nothing where there is none.
  std::optional<std::vector<std::string>> types;
  /// Whether a file was named that holds no readable list.
  bool unreadable = false;
};

/// Reads the file; an empty path is none. Errors are printed.
ClientList read_client_list(const std::string& path, const Environment& environment);

}  // namespace connlint
