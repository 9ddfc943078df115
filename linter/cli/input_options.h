// The options of every command that reads inputs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/cli/option.h"
#include "linter/formats/format.h"
#include "linter/support/utf.h"

namespace connlint {

/// What all commands that read inputs know.
struct InputOptions {
  /// Empty: the `inputs` of the configuration, else the current folder.
  std::vector<std::string> paths;
  /// `--config`; empty: the one that is found.
  std::string config;
  bool no_config = false;
  std::vector<std::string> required_types;
  /// Null: recognised by content.
  const Format* input_format = nullptr;
  std::optional<Encoding> encoding;
  bool allow_empty = false;
  /// Whether the first path stands where a command could stand: a misspelt one, perhaps.
  bool command_left_out = false;
};

/// Adds the options that all reading commands know, but for the paths.
void add_reading_options(std::vector<Option>& rows, InputOptions& options);
/// Adds the paths as arguments, and the same.
void add_input_options(std::vector<Option>& rows, InputOptions& options);

/// What these options mean together; an error message, or an empty text.
std::string agree(const InputOptions& options);

}  // namespace connlint
