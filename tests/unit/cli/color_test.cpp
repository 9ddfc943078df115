#include "linter/cli/color.h"

#include <map>
#include <sstream>

#include <gtest/gtest.h>

namespace connlint {
namespace {

using Variables = std::map<std::string, std::string>;

bool wanted(ColorMode mode, const Variables& variables, bool terminal) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const Environment environment{.rules = {},
                                .topics = {},
                                .in = in,
                                .out = out,
                                .err = err,
                                .variable = [&](const char* name) -> std::optional<std::string> {
                                  const auto found = variables.find(name);
                                  return found == variables.end() ? std::nullopt
                                                                  : std::optional(found->second);
                                },
                                .out_is_terminal = terminal};
  return color_wanted(mode, environment);
}

TEST(ColorTest, TheTerminalDecidesLast) {
  EXPECT_TRUE(wanted(ColorMode::automatic, {}, true));
  EXPECT_FALSE(wanted(ColorMode::automatic, {}, false));
}

TEST(ColorTest, TheOptionGoesBeforeAllVariables) {
  EXPECT_TRUE(wanted(ColorMode::always, {{"NO_COLOR", "1"}}, false));
  EXPECT_FALSE(wanted(ColorMode::never, {{"FORCE_COLOR", "1"}}, true));
}

TEST(ColorTest, NoColorGoesBeforeForcedColour) {
  EXPECT_FALSE(wanted(ColorMode::automatic, {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}, true));
}

TEST(ColorTest, ForcedColourGoesBeforeClicolorAndTerm) {
  EXPECT_TRUE(wanted(ColorMode::automatic, {{"CLICOLOR_FORCE", "1"}, {"CLICOLOR", "0"}}, false));
  EXPECT_TRUE(wanted(ColorMode::automatic, {{"FORCE_COLOR", "3"}, {"TERM", "dumb"}}, false));
  EXPECT_FALSE(wanted(ColorMode::automatic, {{"FORCE_COLOR", "0"}}, false));
}

TEST(ColorTest, ClicolorAndADumbTerminalTurnItOff) {
  EXPECT_FALSE(wanted(ColorMode::automatic, {{"CLICOLOR", "0"}}, true));
  EXPECT_FALSE(wanted(ColorMode::automatic, {{"TERM", "dumb"}}, true));
}

TEST(ColorTest, AnEmptyVariableCountsAsUnset) {
  EXPECT_TRUE(wanted(ColorMode::automatic, {{"NO_COLOR", ""}, {"FORCE_COLOR", ""}}, true));
}

}  // namespace
}  // namespace connlint
