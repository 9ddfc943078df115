// The configuration file `.connlint.yaml`: what it holds, where it is found, how it is read.
// Its JSON Schema is config.schema.json beside this file.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/registry.h"
#include "linter/source/located.h"
#include "linter/source/note.h"
#include "linter/source/source_store.h"

namespace connlint {

/// The name under which the file is looked for.
inline constexpr std::string_view kConfigFileName = ".connlint.yaml";

/// From which severity on a finding makes the run fail.
struct FailOn {
  /// Nothing: never.
  std::optional<Severity> least = Severity::warning;
};
/// What `error`, `warning`, `info` or `never` means, or nothing.
std::optional<FailOn> fail_on_named(std::string_view word);
/// Those four words.
std::span<const std::string_view> fail_on_words();

/// What the configuration says of a rule.
struct RuleSetting {
  /// Not run unless it is selected by name.
  bool off = false;
  /// Of its findings, instead of the rule's own; also turns on a rule that the profile lacks.
  std::optional<Severity> severity;
  /// By the name of the option.
  std::map<std::string, std::vector<std::string>> options;
};

/// What the file says; what it leaves out is nothing or empty.
struct Config {
  /// Paths, relative to the folder of the file.
  std::vector<Located<std::string>> inputs;
  std::vector<Located<std::string>> required_address_types;
  std::optional<FailOn> fail_on;
  std::optional<std::string> profile;
  /// By the code of the rule.
  std::map<std::string, RuleSetting, std::less<>> rules;
};

/// A configuration and what is wrong with the file. With a problem nothing may be run.
struct ConfigReading {
  Config config;
  std::vector<Note> problems;
};

/// Reads the text of a configuration file. An unknown key, rule, option or value is a problem that
/// names the nearest known one.
ConfigReading read_config(const SourceFile& file, const RuleRegistry& registry);

/// The keys of the file.
std::span<const std::string_view> config_keys();

/// The file that applies in `folder`: the nearest one upwards, up to the root of the repository
/// (the folder that holds `.git`); outside of a repository only the one in `folder` itself.
/// Relative to `folder` and with forward slashes (`../.connlint.yaml`); nothing where there is
/// none.
std::optional<std::string> find_config(const std::filesystem::path& folder);

}  // namespace connlint
