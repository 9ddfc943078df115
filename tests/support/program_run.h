// Runs the program within the test, as a shell would.
#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "linter/cli/environment.h"
#include "tests/support/scenario.h"

namespace connlint::test {

/// What `connlint ARGUMENTS...` does in the root of the project with `input` as standard input.
inline ProgramRun run_connlint(const std::vector<std::string>& arguments, std::string input = {}) {
  std::istringstream in(std::move(input));
  std::ostringstream out;
  std::ostringstream err;
  const ExitStatus status =
      run_program(arguments, {.rules = rule_table(),
                              .topics = topic_table(),
                              .in = in,
                              .out = out,
                              .err = err,
                              .variable = [](const char*) { return std::optional<std::string>(); },
                              .out_is_terminal = false});
  return {.status = static_cast<int>(status), .out = out.str(), .err = err.str()};
}

}  // namespace connlint::test
