#include "linter/cli/color.h"

namespace connlint {
namespace {

std::string value_of(const Environment& environment, const char* name) {
  return environment.variable(name).value_or(std::string());
}

bool is_forced(const std::string& value) { return !value.empty() && value != "0"; }

}  // namespace

std::optional<ColorMode> color_mode_named(std::string_view word) {
  if (word == "auto") return ColorMode::automatic;
  if (word == "always") return ColorMode::always;
  if (word == "never") return ColorMode::never;
  return std::nullopt;
}

bool color_wanted(ColorMode mode, const Environment& environment) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  if (!value_of(environment, "NO_COLOR").empty()) return false;
  if (is_forced(value_of(environment, "CLICOLOR_FORCE"))) return true;
  if (is_forced(value_of(environment, "FORCE_COLOR"))) return true;
  if (value_of(environment, "CLICOLOR") == "0") return false;
  if (value_of(environment, "TERM") == "dumb") return false;
  return environment.out_is_terminal;
}

}  // namespace connlint
