// The command line: what was asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "linter/cli/color.h"
#include "linter/engine/config.h"
#include "linter/formats/format.h"
#include "linter/outlook/gate.h"
#include "linter/report/reporter.h"
#include "linter/support/result.h"
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

/// `--format NAME[=FILE]`.
struct FormatRequest {
  const Reporter* reporter = nullptr;
  /// Empty: standard output.
  std::string file;
};

struct CheckOptions {
  InputOptions inputs;
  std::vector<FormatRequest> formats;
  std::optional<FailOn> fail_on;
  /// Codes or names.
  std::vector<std::string> select, ignore;
  std::optional<std::string> profile;
  bool each = false;
  /// How many organisations are linted at once.
  std::size_t jobs = 1;
  bool exit_zero = false;
  ColorMode color = ColorMode::automatic;
  bool quiet = false;
};

struct ShowOptions {
  InputOptions inputs;
  enum class Format { yaml, json } format = Format::yaml;
};

struct RouteOptions {
  InputOptions inputs;
  std::vector<std::string> addresses;
  /// Servers, sites or routing groups; empty: every site and routing group that has servers.
  std::vector<std::string> from;
  /// Connectors, servers or site links.
  std::vector<std::string> down;
  std::optional<std::uint64_t> size;
  Client client = Client::none;
  /// A file of addresses, `-` for standard input, or empty.
  std::string batch;
  /// A registry file, or empty.
  std::string client_registry;
  bool json = false;
};

struct TypesOptions {
  InputOptions inputs;
  /// A registry file, or empty.
  std::string client_registry;
  bool json = false;
};

struct ExplainOptions {
  /// A code, a name or a topic.
  std::string word;
};

struct RulesOptions {
  enum class Format { text, json, markdown } format = Format::text;
};

struct InitOptions {};

/// A text to print: help or version.
struct PrintOptions {
  std::string text;
};

/// One of the commands.
using CommandLine = std::variant<CheckOptions, RouteOptions, TypesOptions, ShowOptions,
                                 ExplainOptions, RulesOptions, InitOptions, PrintOptions>;

/// The commands by name, `check` first.
std::span<const std::string_view> command_names();

/// Reads the command line (without the program's name). Errors name the nearest known word.
Result<CommandLine> parse_command_line(std::span<const std::string> arguments);

}  // namespace connlint
