// One row of the table of commands: everything that is said of a command.
#pragma once

#include <any>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/environment.h"
#include "linter/cli/exit_status.h"
#include "linter/cli/option.h"

namespace connlint {

/// A line of the overview: `types [PATH...]`, `the address types that ...`.
struct Usage {
  std::string_view words;
  std::string_view summary;
};

/// A command, whatever its options are.
struct Command {
  std::string_view name;
  std::vector<Usage> usages;
  /// The first sentence of its help, without a full stop.
  std::string_view description;
  /// What its exit status means.
  std::string_view exit_status;
  /// The options where the user says none.
  std::function<std::any()> defaults;
  /// The rows of its options, which store into `options`.
  std::function<std::vector<Option>(std::any& options)> rows;
  /// What the options mean together, once all were read; an error message, or an empty text.
  std::function<std::string(std::any& options)> agree;
  std::function<ExitStatus(const std::any& options, const Environment&)> run;
};

/// A command whose options are a `T`, as its file writes it.
template <class T>
struct CommandOf {
  std::string_view name;
  std::vector<Usage> usages;
  std::string_view description;
  std::string_view exit_status = kExitStatusHelp;
  std::vector<Option> (*rows)(T& options) = nullptr;
  /// Null where each option means the same whatever the others are.
  std::string (*agree)(T& options) = nullptr;
  ExitStatus (*run)(const T& options, const Environment& environment) = nullptr;

  /// The same without its type.
  [[nodiscard]] Command erased() const {
    return {.name = name,
            .usages = usages,
            .description = description,
            .exit_status = exit_status,
            .defaults = [] { return std::any(T{}); },
            .rows = [f = rows](std::any& options) { return f(std::any_cast<T&>(options)); },
            .agree =
                [f = agree](std::any& options) {
                  return f == nullptr ? std::string() : f(std::any_cast<T&>(options));
                },
            .run =
                [f = run](const std::any& options, const Environment& environment) {
                  return f(std::any_cast<const T&>(options), environment);
                }};
  }
};

}  // namespace connlint
