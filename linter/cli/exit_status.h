// What the exit status of connlint means; nothing else in the program states it.
#pragma once

#include <algorithm>

namespace connlint {

enum class ExitStatus {
  /// No finding at or above `--fail-on`; the command did what was asked.
  ok = 0,
  /// At least one such finding.
  findings = 1,
  /// A usage, configuration or input error: an unknown option, an unreadable or damaged file, no
  /// connector found and no `--allow-empty`, an output that could not be written. It goes before
  /// `findings`; what could be read is reported all the same.
  unusable = 2,
  /// A bug of connlint.
  internal_error = 3,
};

/// The status of something that had both outcomes.
constexpr ExitStatus worse(ExitStatus a, ExitStatus b) { return std::max(a, b); }

/// The same for `--help`.
inline constexpr const char* kExitStatusHelp =
    "Exit status: 0 no finding at or above --fail-on; 1 at least one; 2 usage, configuration or "
    "input error; 3 internal error.";

}  // namespace connlint
