// Whether text is coloured.
#pragma once

#include <optional>
#include <string_view>

#include "linter/cli/environment.h"

namespace connlint {

enum class ColorMode { automatic, always, never };
/// What `auto`, `always` or `never` means, or nothing.
std::optional<ColorMode> color_mode_named(std::string_view word);

/// Whether standard output is coloured. Before the terminal decides: `--color`, then `NO_COLOR`,
/// then `CLICOLOR_FORCE` and `FORCE_COLOR` (but for 0), then `CLICOLOR=0`, then `TERM=dumb`. An
/// empty variable counts as unset.
bool color_wanted(ColorMode mode, const Environment& environment);

}  // namespace connlint
