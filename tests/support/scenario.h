// Scenarios: a command line of connlint, the files it finds, and what it must do.
//
// A scenario file begins with the title; then come parts, each under a line of its own:
//   === file NAME            a file with the following text (`=== file NAME` again for another one)
//   === copy PATH as NAME    a file or folder of the project
//   === run                  the command lines, given to a shell; `connlint` is the program
//   === status N             its exit status
//   === stdout, === stderr   what it prints, exactly; a line `...` stands for any lines, `...`
//   inside
//                            of a line for any text. Left out: nothing
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "linter/support/result.h"

namespace connlint::test {

/// A scenario as its file states it.
struct Scenario {
  std::string title;
  /// Name and text.
  std::vector<std::pair<std::string, std::string>> files;
  /// Path in the project and name.
  std::vector<std::pair<std::string, std::string>> copies;
  std::string command;
  int status = 0;
  std::string expected_out, expected_err;
};

/// Reads the text of a scenario file.
Result<Scenario> parse_scenario(const std::string& text);

/// What a command did.
struct ProgramRun {
  int status = -1;
  std::string out, err;
};

/// Runs the scenario in `folder`, which is emptied first and removed afterwards.
ProgramRun run_scenario(const Scenario& scenario, const std::filesystem::path& folder);

/// Whether `text` is what `pattern` says, with `...` as above.
bool matches(const std::string& text, const std::string& pattern);

}  // namespace connlint::test
