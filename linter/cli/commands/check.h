// The options of `connlint check`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "linter/cli/color.h"
#include "linter/cli/input_options.h"
#include "linter/engine/config.h"
#include "linter/report/reporter.h"

namespace connlint {

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
  /// How many organisations are linted at once; 0: as many as there are processors.
  std::size_t jobs = 0;
  bool exit_zero = false;
  ColorMode color = ColorMode::automatic;
  bool quiet = false;
};

}  // namespace connlint
